import { describe, expect, it } from 'vitest';
import type { Actor, IntegratorScope } from '../people/actor.ts';
import { openTestDesk } from '../testing/test-desk.ts';
import { hashApiKey } from '../workspace/api-key.ts';
import { everywhereKeys } from '../workspace/unique-keys.ts';

async function open() {
  let made = 0;
  const newSecret = (length: number) => new Uint8Array(length).fill(++made);
  const test = await openTestDesk({ newSecret });
  const { desk } = test;
  return {
    ...test,
    holderOf: async (text: string) =>
      (await desk.parts.directory.find(everywhereKeys.apiKey(await hashApiKey(text))))?.id,
  };
}

describe('an API key', () => {
  it('is found by its hash, which is all that is kept', async () => {
    const { desk, owner, holderOf } = await open();
    const { apiKey, text } = await desk
      .as(owner)
      .addApiKey({ name: ' Export ', scopes: ['settings:read', 'mail:write'] });
    expect(text).toBe(`dk_${'AQEB'.repeat(10)}AQE`);
    expect(apiKey).toMatchObject({ version: 1, name: 'Export', scopes: ['settings:read', 'mail:write'] });
    expect(await holderOf(text)).toBe(apiKey.id);
    const kept = await desk.as(owner).listApiKeys();
    expect(kept).toEqual([apiKey]);
    expect(JSON.stringify(kept)).not.toContain(text.slice(3));
  });

  it('opens nothing from the moment it is deleted', async () => {
    const { desk, owner, holderOf } = await open();
    const { apiKey, text } = await desk.as(owner).addApiKey({ name: 'Export', scopes: ['mail:write'] });
    const other = await desk.as(owner).addApiKey({ name: 'Import', scopes: ['mail:write'] });
    await desk.as(owner).deleteApiKey(apiKey.id);
    expect([await holderOf(text), await holderOf(other.text)]).toEqual([undefined, other.apiKey.id]);
    expect(await desk.as(owner).listApiKeys()).toEqual([other.apiKey]);
    const gone = { ok: false, refusal: { code: 'not-found' } };
    expect(await desk.attempt(owner).deleteApiKey(apiKey.id)).toEqual(gone);
  });

  it('ends what it is listening to when it is deleted, and not when another one is', async () => {
    const { desk, owner, workspace } = await open();
    const make = async () =>
      (await desk.as(owner).addApiKey({ name: 'Export', scopes: ['conversations:read'] })).apiKey;
    const [own, other] = [await make(), await make()];
    const actor: Actor = { kind: 'integrator', workspace, id: own.id, scopes: own.scopes };
    const hear = async (act: () => Promise<unknown>) => {
      const after = await desk.parts.storage.position(workspace);
      await act();
      await desk.as(owner).changeSettings({ name: `Acme ${after}` });
      const stop = new AbortController();
      const heard: unknown[] = [];
      for await (const frame of desk.listen(actor, { after, stop: stop.signal })) {
        if (frame.kind === 'workspace') heard.push('what' in frame.event && frame.event.what);
        if (frame.kind === 'position') stop.abort();
      }
      return heard;
    };
    expect(await hear(() => desk.as(owner).deleteApiKey(other.id))).toEqual(['api-keys', 'workspace']);
    expect(await hear(() => desk.as(owner).deleteApiKey(own.id))).toEqual(['api-keys']);
  });

  it('is never made twice under one id, as nobody could be shown it again', async () => {
    const { desk, owner } = await open();
    const given = { id: desk.parts.newId('api-key'), name: 'Export', scopes: ['mail:write'] } as const;
    await desk.as(owner).addApiKey(given);
    expect(await desk.attempt(owner).addApiKey(given)).toEqual({
      ok: false,
      refusal: { code: 'id-taken', path: 'id' },
    });
    expect(await desk.as(owner).listApiKeys()).toHaveLength(1);
  });

  it.each<[string, readonly IntegratorScope[], string]>([
    [' ', ['mail:write'], 'name'],
    ['Export', [], 'scopes'],
    ['Export', ['mail:write', 'everything' as never], 'scopes'],
  ])('named %j for %j is refused at %s', async (name, scopes, path) => {
    const { desk, owner } = await open();
    const refused = await desk.attempt(owner).addApiKey({ name, scopes });
    expect(refused).toMatchObject({ ok: false, refusal: { path } });
  });

  it('is for admins and the host to make, never for an integrator', async () => {
    const { desk, owner, admin, ana, workspace, visitor } = await open();
    const { apiKey } = await desk.as(owner).addApiKey({ name: 'Kept', scopes: ['mail:write'] });
    const id = desk.parts.newId('api-key');
    const scopes: readonly IntegratorScope[] = ['settings:read', 'settings:write', 'people:write'];
    const actors: readonly (readonly [Actor, boolean])[] = [
      [admin, true],
      [{ kind: 'host', workspace, id }, true],
      [ana, false],
      [{ kind: 'integrator', workspace, id, scopes }, false],
      [await visitor(), false],
    ];
    for (const [actor, may] of actors) {
      const acts = desk.attempt(actor);
      const made = await acts.addApiKey({ name: 'New', scopes: ['mail:write'] });
      const rest = [await acts.listApiKeys(), await acts.deleteApiKey(made.ok ? made.value.apiKey.id : apiKey.id)];
      expect([actor.kind, made.ok, ...rest.map(({ ok }) => ok)]).toEqual([actor.kind, may, may, may]);
    }
    expect(await desk.as(owner).listApiKeys()).toEqual([apiKey]);
  });
});
