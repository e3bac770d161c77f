import { describe, expect, it } from 'vitest';
import type { Actor } from '../people/actor.ts';
import { openTestDesk } from '../testing/test-desk.ts';

async function open() {
  const test = await openTestDesk();
  const { desk, workspace } = test;
  return {
    ...test,
    names: async (actor: Actor) => (await desk.as(actor).listSavedViews()).map(({ name }) => name),
    heard: async () => {
      const events = await desk.parts.storage.listEvents(workspace, { limit: 1_000 });
      return events.filter((event) => event.type === 'settings-changed' && event.what === 'saved-views').length;
    },
  };
}

const mine = { name: 'Mine', folder: 'me', shared: false } as const;
const ours = { name: 'Ours', folder: 'unassigned', shared: true } as const;

describe('a saved view', () => {
  it('is a folder with filters, and as plain as what was given', async () => {
    const { desk, ana, teams } = await open();
    const view = await desk.as(ana).addSavedView(mine);
    const plain = { status: null, channel: null, tag: null, sort: 'newest' };
    expect(view).toEqual({ id: view.id, version: 1, owner: ana.id, name: 'Mine', folder: 'me', ...plain });
    const tag = desk.parts.newId('tag');
    const filters = {
      folder: `team:${teams.billing.id}`,
      status: 'open',
      channel: 'email',
      tag,
      sort: 'waiting',
    } as const;
    const changed = await desk.as(ana).changeSavedView({ savedView: view.id, ...filters });
    expect(changed).toEqual({ ...view, version: 2, ...filters });
    const cleared = await desk.as(ana).changeSavedView({ savedView: view.id, status: null, tag: null });
    expect(cleared).toMatchObject({ version: 3, status: null, tag: null, channel: 'email' });
  });

  it('of one teammate is nobody else’s to see, change or delete, and nobody else hears of it', async () => {
    const { desk, owner, ana, ben, names, heard } = await open();
    const { id } = await desk.as(ana).addSavedView(mine);
    const gone = { ok: false, refusal: { code: 'not-found' } };
    for (const actor of [owner, ben]) {
      expect(await names(actor)).toEqual([]);
      expect(await desk.attempt(actor).changeSavedView({ savedView: id, name: 'x' })).toEqual(gone);
      expect(await desk.attempt(actor).deleteSavedView(id)).toEqual(gone);
    }
    expect(await names(ana)).toEqual(['Mine']);
    await desk.as(ana).deleteSavedView(id);
    expect(await names(ana)).toEqual([]);
    expect(await heard()).toBe(0);
  });

  it('that is shared is read by all who read words, and changed by who changes them', async () => {
    const { desk, admin, ana, workspace, visitor, names, heard } = await open();
    const { id } = await desk.as(admin).addSavedView(ours);
    const forbidden = { ok: false, refusal: { code: 'forbidden' } };
    expect(await desk.attempt(ana).addSavedView(ours)).toEqual(forbidden);
    expect(await desk.attempt(ana).changeSavedView({ savedView: id, name: 'x' })).toEqual(forbidden);
    expect(await desk.attempt(ana).deleteSavedView(id)).toEqual(forbidden);
    const stranger = desk.attempt(await visitor());
    const gone = { ok: false, refusal: { code: 'not-found' } };
    expect(await stranger.listSavedViews()).toEqual(forbidden);
    expect(await stranger.addSavedView(mine)).toEqual(forbidden);
    expect(await stranger.changeSavedView({ savedView: id, name: 'x' })).toEqual(gone);
    expect(await stranger.deleteSavedView(id)).toEqual(gone);
    const key = { kind: 'integrator', workspace, id: desk.parts.newId('api-key') } as const;
    const integrator: Actor = { ...key, scopes: ['settings:write', 'conversations:read'] };
    await desk.as(integrator).changeSavedView({ savedView: id, name: 'All of ours' });
    expect([await names(ana), await names(integrator)]).toEqual([['All of ours'], ['All of ours']]);
    expect(await desk.attempt(integrator).addSavedView(mine)).toEqual(forbidden);
    await desk.as(admin).deleteSavedView(id);
    expect(await heard()).toBe(3);
  });

  it.each([
    [{ name: ' ' }, 'name-invalid', 'name'],
    [{ folder: 'inbox' }, 'view-invalid', 'folder'],
    [{ folder: 'team:x' }, 'view-invalid', 'folder'],
    [{ folder: 'spam', status: 'open' }, 'view-invalid', 'status'],
    [{ channel: '' }, 'view-invalid', 'channel'],
  ] as const)('is refused with %o', async (wrong, code, path) => {
    const { desk, ana, names } = await open();
    const refused = { ok: false, refusal: { code, path } };
    expect(await desk.attempt(ana).addSavedView({ ...mine, ...wrong })).toEqual(refused);
    const { id } = await desk.as(ana).addSavedView(mine);
    expect(await desk.attempt(ana).changeSavedView({ savedView: id, ...wrong })).toEqual(refused);
    expect(await names(ana)).toEqual(['Mine']);
  });

  it('is one of 50 at most that a teammate has, whatever others have', async () => {
    const { desk, owner, ana, ben, names } = await open();
    for (let index = 0; index < 50; index++) await desk.as(ana).addSavedView({ ...mine, name: `View ${index}` });
    const refusal = { code: 'limit-reached', limit: 50 };
    expect(await desk.attempt(ana).addSavedView(mine)).toEqual({ ok: false, refusal });
    await desk.as(ben).addSavedView(mine);
    await desk.as(owner).addSavedView(ours);
    expect(await names(ana)).toHaveLength(51);
  });
});
