import { describe, expect, it } from 'vitest';
import type { Actor } from '../people/actor.ts';
import { openTestDesk } from '../testing/test-desk.ts';
import { refuseSuppressedAddresses } from './keep-suppressions.ts';

async function open() {
  const test = await openTestDesk();
  const { desk, admin } = test;
  return {
    ...test,
    async list(limit: number) {
      const found: string[] = [];
      for (let after: string | undefined, pages = 0; pages < 50; pages++) {
        const page = await desk.as(admin).listSuppressions({ after, limit });
        found.push(...page.items.map(({ id }) => id));
        if (page.next === undefined) return found;
        after = page.next;
      }
      throw new Error('The pages do not end');
    },
  };
}

describe('a suppressed address', () => {
  it('gets nothing until it is taken out again', async () => {
    const { desk, admin, workspace } = await open();
    const suppressed = await desk.as(admin).addSuppression({ address: ' Kim@X.org ' });
    expect(suppressed).toMatchObject({ id: 'kim@x.org', version: 1, because: 'by-hand' });
    const refuse = (...addresses: string[]) => refuseSuppressedAddresses(desk.parts, workspace, addresses);
    const refused = { ok: false, refusal: { code: 'contact-suppressed', address: 'kim@x.org', because: 'by-hand' } };
    expect(await refuse('KIM@x.org')).toEqual(refused);
    expect(await refuse('lou@x.org', 'kim@x.org')).toEqual(refused);
    expect(await refuse('lou@x.org')).toBeUndefined();
    expect(await refuse()).toBeUndefined();
    await desk.as(admin).deleteSuppression('KIM@x.org');
    expect(await refuse('kim@x.org')).toBeUndefined();
    const gone = { ok: false, refusal: { code: 'not-found' } };
    expect(await desk.attempt(admin).deleteSuppression('kim@x.org')).toEqual(gone);
  });

  it('is kept once, with the first reason', async () => {
    const { desk, admin, clock, list } = await open();
    const first = await desk.as(admin).addSuppression({ address: 'kim@x.org' });
    clock.pass(1_000);
    expect(await desk.as(admin).addSuppression({ address: 'kim@x.org' })).toEqual(first);
    const added = await Promise.all([1, 2].map(() => desk.as(admin).addSuppression({ address: 'lou@x.org' })));
    expect(added[0]).toEqual(added[1]);
    expect(await list(9)).toEqual(['kim@x.org', 'lou@x.org']);
  });

  it.each([1, 2, 3, 4, 200])('is listed in the order of addresses, %d on a page', async (limit) => {
    const { desk, admin, list } = await open();
    for (const address of ['c@x.org', 'a@x.org', 'b@x.org', 'a@x.or']) await desk.as(admin).addSuppression({ address });
    expect(await list(limit)).toEqual(['a@x.or', 'a@x.org', 'b@x.org', 'c@x.org']);
  });

  it.each(['', 'kim', 'kim@x.org, lou@x.org'])('is none when it is %j', async (address) => {
    const { desk, admin, list } = await open();
    const refused = { ok: false, refusal: { code: 'address-invalid', path: 'address' } };
    expect(await desk.attempt(admin).addSuppression({ address })).toEqual(refused);
    expect(await list(9)).toEqual([]);
  });

  it('is for admins and integrators of settings, and not for the host', async () => {
    const { desk, admin, ana, workspace, visitor } = await open();
    const id = desk.parts.newId('api-key');
    const actors: readonly (readonly [Actor, boolean, boolean])[] = [
      [admin, true, true],
      [{ kind: 'integrator', workspace, id, scopes: ['settings:read'] }, true, false],
      [{ kind: 'integrator', workspace, id, scopes: ['settings:write'] }, false, true],
      [{ kind: 'host', workspace, id }, false, false],
      [ana, false, false],
      [await visitor(), false, false],
    ];
    for (const [actor, reads, writes] of actors) {
      await desk.as(admin).addSuppression({ address: 'old@x.org' });
      const acts = desk.attempt(actor);
      const done = [
        await acts.listSuppressions({ limit: 5 }),
        await acts.addSuppression({ address: 'new@x.org' }),
        await acts.deleteSuppression('old@x.org'),
      ];
      expect([actor.kind, ...done.map(({ ok }) => ok)]).toEqual([actor.kind, reads, writes, writes]);
    }
  });
});
