import { describe, expect, it } from 'vitest';
import { openTestDesk } from '../testing/test-desk.ts';
import { everywhereKeys } from '../workspace/unique-keys.ts';

async function open() {
  const test = await openTestDesk();
  const { desk } = test;
  const { id: other } = await desk.setUpWorkspace({
    name: 'Other',
    mailDomain: 'other.example.com',
    addresses: ['Hello@other.example'],
    widgetKey: 'other',
  });
  return {
    ...test,
    other,
    otherSystem: { kind: 'system', workspace: other } as const,
    holderOf: async (address: string) => (await desk.parts.directory.find(everywhereKeys.address(address)))?.workspace,
  };
}

describe('an address', () => {
  it('takes mail from when it is added until it is removed', async () => {
    const { desk, owner, workspace, holderOf } = await open();
    const added = await desk.as(owner).addAddress({ address: ' Help@Example.com ' });
    expect(added).toEqual(['support@example.com', 'help@example.com']);
    expect(await desk.as(owner).addAddress({ address: 'help@example.com' })).toEqual(added);
    expect(await holderOf('help@example.com')).toBe(workspace);
    expect(await desk.as(owner).removeAddress('SUPPORT@example.com')).toEqual(['help@example.com']);
    expect(await holderOf('support@example.com')).toBeUndefined();
    const gone = { ok: false, refusal: { code: 'not-found' } };
    expect(await desk.attempt(owner).removeAddress('support@example.com')).toEqual(gone);
  });

  it('that is the last one stays', async () => {
    const { desk, owner, workspace, holderOf } = await open();
    const refused = { ok: false, refusal: { code: 'last-address' } };
    expect(await desk.attempt(owner).removeAddress('support@example.com')).toEqual(refused);
    expect(await holderOf('support@example.com')).toBe(workspace);
  });

  it.each([
    'hello@other.example',
    'HELLO@other.example',
    'anybody@other.example.com',
    'reply+x@other.example.com',
    'reply+x@mail.example.com',
  ])('%s is another’s, or the desk’s own', async (address) => {
    const { desk, owner, holderOf } = await open();
    const before = await holderOf(address);
    const taken = { ok: false, refusal: { code: 'address-taken', path: 'address' } };
    expect(await desk.attempt(owner).addAddress({ address })).toEqual(taken);
    expect(await holderOf(address)).toBe(before);
  });

  it('in the workspace’s own mail domain is its to take', async () => {
    const { desk, owner } = await open();
    expect(await desk.as(owner).addAddress({ address: 'sales@mail.example.com' })).toContain('sales@mail.example.com');
  });

  it('is one workspace’s when two take it at once, and free again when it is removed', async () => {
    const { desk, owner, otherSystem, holderOf, other } = await open();
    const address = 'shop@example.net';
    const both = await Promise.all([
      desk.attempt(owner).addAddress({ address }),
      desk.attempt(otherSystem).addAddress({ address }),
    ]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const [mine] = both;
    await desk.as(mine?.ok ? owner : otherSystem).removeAddress(address);
    await desk.as(otherSystem).addAddress({ address });
    expect(await holderOf(address)).toBe(other);
  });

  it.each(['', 'nobody', 'a b@x.org', 'Kim <kim@x.org>'])('%j is none', async (address) => {
    const { desk, owner } = await open();
    const refused = { ok: false, refusal: { code: 'address-invalid', path: 'address' } };
    expect(await desk.attempt(owner).addAddress({ address })).toEqual(refused);
  });

  it('is for admins to add and remove', async () => {
    const { desk, ana, visitor } = await open();
    const forbidden = { ok: false, refusal: { code: 'forbidden' } };
    for (const actor of [ana, await visitor()]) {
      expect(await desk.attempt(actor).addAddress({ address: 'help@example.com' })).toEqual(forbidden);
      expect(await desk.attempt(actor).removeAddress('support@example.com')).toEqual(forbidden);
    }
  });

  it('is one of 100 at most', async () => {
    const { desk, owner } = await open();
    for (let index = 1; index < 100; index++) await desk.as(owner).addAddress({ address: `a${index}@x.org` });
    const refused = { ok: false, refusal: { code: 'limit-reached', limit: 100 } };
    expect(await desk.attempt(owner).addAddress({ address: 'more@x.org' })).toEqual(refused);
  });
});
