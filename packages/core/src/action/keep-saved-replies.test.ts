import { describe, expect, it } from 'vitest';
import { openTestDesk } from '../testing/test-desk.ts';

const body = { format: 'markdown', text: 'On its **way**.' } as const;

describe('saved replies', () => {
  it('are made, changed and deleted, and members read them', async () => {
    const { desk, owner, ana } = await openTestDesk();
    const saved = await desk.as(owner).addSavedReply({ name: ' Way ', shortcut: 'Way', body });
    expect(saved).toMatchObject({ version: 1, name: 'Way', shortcut: 'way', body });
    const text = { format: 'text', text: 'Sent' } as const;
    const changed = await desk.as(owner).changeSavedReply({ savedReply: saved.id, body: text });
    expect(changed).toEqual({ ...saved, version: 2, body: text });
    expect(await desk.as(ana).listSavedReplies()).toEqual([changed]);
    await desk.as(owner).deleteSavedReply(saved.id);
    expect(await desk.as(ana).listSavedReplies()).toEqual([]);
    const gone = { ok: false, refusal: { code: 'not-found' } };
    expect(await desk.attempt(owner).changeSavedReply({ savedReply: saved.id, name: 'x' })).toEqual(gone);
    expect(await desk.attempt(owner).deleteSavedReply(saved.id)).toEqual(gone);
  });

  it('have shortcuts of their own, or none', async () => {
    const { desk, owner } = await openTestDesk();
    const taken = { ok: false, refusal: { code: 'shortcut-taken', path: 'shortcut' } };
    const one = await desk.as(owner).addSavedReply({ name: 'One', shortcut: 'jos\u00e9', body });
    const other = await desk.as(owner).addSavedReply({ name: 'Other', body });
    await desk.as(owner).addSavedReply({ name: 'Third', shortcut: null, body });
    expect(await desk.attempt(owner).addSavedReply({ name: 'x', shortcut: 'JOSE\u0301', body })).toEqual(taken);
    expect(await desk.attempt(owner).changeSavedReply({ savedReply: other.id, shortcut: 'José' })).toEqual(taken);
    await desk.as(owner).changeSavedReply({ savedReply: one.id, shortcut: null });
    const passed = await desk.as(owner).changeSavedReply({ savedReply: other.id, shortcut: 'José' });
    expect(passed).toMatchObject({ shortcut: 'jos\u00e9', version: 2 });
  });

  it.each([
    [{ name: '' }, 'name-invalid', 'name'],
    [{ shortcut: 'two words' }, 'shortcut-invalid', 'shortcut'],
    [{ shortcut: '' }, 'shortcut-invalid', 'shortcut'],
    [{ shortcut: '/way' }, 'shortcut-invalid', 'shortcut'],
    [{ body: { format: 'text', text: ' ' } }, 'body-empty', 'body'],
    [{ body: { format: 'text', text: 'x'.repeat(100_001) } }, 'body-too-long', 'body'],
  ] as const)('are refused with %o', async (wrong, code, path) => {
    const { desk, owner } = await openTestDesk();
    const refused = { ok: false, refusal: { code, path } };
    expect(await desk.attempt(owner).addSavedReply({ name: 'Way', body, ...wrong })).toEqual(refused);
    const { id } = await desk.as(owner).addSavedReply({ name: 'Way', body });
    expect(await desk.attempt(owner).changeSavedReply({ savedReply: id, ...wrong })).toEqual(refused);
    expect(await desk.as(owner).listSavedReplies()).toMatchObject([{ version: 1 }]);
  });

  it('are for admins to change', async () => {
    const { desk, owner, admin, ana, visitor } = await openTestDesk();
    const { id } = await desk.as(admin).addSavedReply({ name: 'Way', body });
    const forbidden = { ok: false, refusal: { code: 'forbidden' } };
    for (const actor of [ana, await visitor()]) {
      expect(await desk.attempt(actor).addSavedReply({ name: 'Way', body })).toEqual(forbidden);
      expect(await desk.attempt(actor).changeSavedReply({ savedReply: id, name: 'x' })).toEqual(forbidden);
      expect(await desk.attempt(actor).deleteSavedReply(id)).toEqual(forbidden);
    }
    expect(await desk.attempt(await visitor()).listSavedReplies()).toEqual(forbidden);
    expect(await desk.as(owner).listSavedReplies()).toMatchObject([{ id, version: 1 }]);
  });
});
