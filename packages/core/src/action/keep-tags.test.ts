import { describe, expect, it } from 'vitest';
import type { Actor } from '../people/actor.ts';
import { openTestDesk } from '../testing/test-desk.ts';

async function open() {
  const test = await openTestDesk();
  const { desk, workspace, owner } = test;
  const { storage } = desk.parts;
  return {
    ...test,
    names: async () => (await desk.as(owner).listTags()).map(({ name }) => name),
    heard: async () => (await storage.listEvents(workspace, { limit: 1_000 })).filter(isAboutTags).length,
  };
}

function isAboutTags(event: { readonly type: string }): boolean {
  return 'what' in event && event.what === 'tags';
}

describe('tags', () => {
  it('are made, renamed, recoloured and deleted, and everybody hears of each', async () => {
    const { desk, owner, ana, names, heard } = await open();
    const tag = await desk.as(owner).addTag({ name: ' Refund ', colour: '#ABCDEF' });
    expect(tag).toMatchObject({ version: 1, name: 'Refund', colour: '#abcdef' });
    await desk.as(owner).addTag({ name: 'Bug' });
    const renamed = await desk.as(owner).changeTag({ tag: tag.id, name: 'Money back' });
    expect(renamed).toEqual({ ...tag, version: 2, name: 'Money back' });
    expect(await desk.as(owner).changeTag({ tag: tag.id, colour: '#000000' })).toMatchObject({ version: 3 });
    expect(await desk.as(owner).changeTag({ tag: tag.id, colour: '#000000' })).toMatchObject({ version: 3 });
    expect(await desk.as(ana).listTags()).toHaveLength(2);
    expect(await heard()).toBe(4);
    await desk.as(owner).deleteTag(tag.id);
    expect(await names()).toEqual(['Bug']);
    expect(await heard()).toBe(5);
    expect(await desk.attempt(owner).deleteTag(tag.id)).toEqual({ ok: false, refusal: { code: 'not-found' } });
    expect(await desk.attempt(owner).changeTag({ tag: tag.id, name: 'x' })).toMatchObject({ ok: false });
  });

  it('have names of their own, whatever the case, and a name is free again when its tag is renamed or gone', async () => {
    const { desk, owner, names } = await open();
    const taken = { ok: false, refusal: { code: 'tag-taken', path: 'name' } };
    const one = await desk.as(owner).addTag({ name: 'Refund' });
    expect(await desk.attempt(owner).addTag({ name: 'REFUND' })).toEqual(taken);
    expect(await desk.attempt(owner).addTag({ name: 'ｒefund' })).toEqual(taken);
    const other = await desk.as(owner).addTag({ name: 'Bug' });
    expect(await desk.attempt(owner).changeTag({ tag: other.id, name: 'refund' })).toEqual(taken);
    await desk.as(owner).changeTag({ tag: one.id, name: 'refund' });
    await desk.as(owner).changeTag({ tag: one.id, name: 'Money' });
    await desk.as(owner).changeTag({ tag: other.id, name: 'Refund' });
    await desk.as(owner).deleteTag(other.id);
    await desk.as(owner).addTag({ name: 'refund' });
    expect((await names()).sort()).toEqual(['Money', 'refund']);
  });

  it('of two at once with one name, one is made', async () => {
    const { desk, owner, names } = await open();
    const both = await Promise.all([1, 2].map(() => desk.attempt(owner).addTag({ name: 'Refund' })));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await names()).toEqual(['Refund']);
  });

  it('changed by two at once keep both changes', async () => {
    const { desk, owner } = await open();
    const { id } = await desk.as(owner).addTag({ name: 'Refund' });
    await Promise.all([
      desk.as(owner).changeTag({ tag: id, name: 'Money' }),
      desk.as(owner).changeTag({ tag: id, colour: '#123456' }),
    ]);
    expect(await desk.as(owner).listTags()).toMatchObject([{ version: 3, name: 'Money', colour: '#123456' }]);
  });

  it('are recognised by the id that their maker chose', async () => {
    const { desk, owner, names } = await open();
    const id = desk.parts.newId('tag');
    const first = await desk.as(owner).addTag({ id, name: 'Refund' });
    expect(await desk.as(owner).addTag({ id, name: 'Refund' })).toEqual(first);
    const other = await desk.attempt(owner).addTag({ id, name: 'Bug' });
    expect(other).toEqual({ ok: false, refusal: { code: 'id-taken', path: 'id' } });
    expect(await names()).toEqual(['Refund']);
  });

  it.each([
    [{ name: ' ' }, 'name-invalid', 'name'],
    [{ name: 'x'.repeat(61) }, 'name-invalid', 'name'],
    [{ name: 'a', colour: 'red' }, 'colour-invalid', 'colour'],
  ])('are refused as %o', async (given, code, path) => {
    const { desk, owner, names } = await open();
    expect(await desk.attempt(owner).addTag(given)).toEqual({ ok: false, refusal: { code, path } });
    const { id } = await desk.as(owner).addTag({ name: 'Good' });
    expect(await desk.attempt(owner).changeTag({ tag: id, ...given })).toEqual({ ok: false, refusal: { code, path } });
    expect(await names()).toEqual(['Good']);
  });

  it('are at most 500', async () => {
    const { desk, owner, names } = await open();
    for (let index = 0; index < 500; index++) await desk.as(owner).addTag({ name: `Tag ${index}` });
    const refusal = { code: 'limit-reached', limit: 500 };
    expect(await desk.attempt(owner).addTag({ name: 'One more' })).toEqual({ ok: false, refusal });
    expect(await names()).toHaveLength(500);
  });

  it('are read by members and integrators of conversations, and changed by admins and integrators of settings', async () => {
    const { desk, owner, admin, ana, workspace, visitor } = await open();
    const { id } = await desk.as(owner).addTag({ name: 'Refund' });
    const integrator = (scope: 'conversations:read' | 'settings:write'): Actor => ({
      kind: 'integrator',
      workspace,
      id: desk.parts.newId('api-key'),
      scopes: [scope],
    });
    const host: Actor = { kind: 'host', workspace, id: desk.parts.newId('api-key') };
    const reader = integrator('conversations:read');
    const writer = integrator('settings:write');
    for (const [actor, reads, writes] of [
      [admin, true, true],
      [ana, true, false],
      [reader, true, false],
      [writer, false, true],
      [host, false, false],
      [await visitor(), false, false],
    ] as const) {
      const acts = desk.attempt(actor);
      expect([actor.kind, (await acts.listTags()).ok]).toEqual([actor.kind, reads]);
      const done = [
        await acts.addTag({ name: `By ${actor.kind} ${writes}` }),
        await acts.changeTag({ tag: id, colour: '#000000' }),
        await acts.deleteTag((await desk.as(owner).addTag({ name: 'Short-lived' })).id),
      ];
      expect(done.map(({ ok }) => ok)).toEqual([writes, writes, writes]);
      for (const one of done) if (!one.ok) expect(one.refusal).toEqual({ code: 'forbidden' });
      const [left] = (await desk.as(owner).listTags()).filter(({ name }) => name === 'Short-lived');
      if (left) await desk.as(owner).deleteTag(left.id);
    }
  });
});
