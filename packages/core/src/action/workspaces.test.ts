import { describe, expect, it } from 'vitest';
import { emptyChange } from '../storage/change.ts';
import { away } from '../testing/faulty-storage.ts';
import { jobLease, openJobDesk } from '../testing/job-desk.ts';
import { streamOf } from '../testing/test-desk.ts';
import { hostWorkspace } from '../workspace/host-workspace.ts';
import { everywhereKeys } from '../workspace/unique-keys.ts';

const acme = {
  name: 'Acme',
  mailDomain: 'Acme.example',
  owner: { externalId: 'host-1', name: 'Ola', handle: 'ola', email: 'ola@acme.example' },
};

async function open() {
  const test = await openJobDesk();
  const { desk } = test;
  const host = { kind: 'host', workspace: hostWorkspace, id: desk.parts.newId('api-key') } as const;
  return { ...test, host };
}

describe('a new workspace', () => {
  it('has its first owner, a widget key of its own, and takes mail', async () => {
    const { desk, host } = await open();
    const { workspace, owner } = await desk.as(host).createWorkspace(acme);
    expect(workspace).toMatchObject({ name: 'Acme', mailDomain: 'acme.example', addresses: ['support@acme.example'] });
    expect(owner).toMatchObject({ ...acme.owner, role: 'owner', status: 'active', teams: [] });
    expect(await desk.parts.directory.find(everywhereKeys.widget(workspace.widgetKey))).toMatchObject({
      workspace: workspace.id,
    });
    expect(await desk.parts.directory.find(everywhereKeys.address('support@acme.example'))).toMatchObject({
      workspace: workspace.id,
    });
    expect(await desk.parts.storage.listEvents(workspace.id, { limit: 10 })).toMatchObject([
      { type: 'settings-changed', actor: { kind: 'host', id: host.id } },
      { type: 'teammate-added', teammate: owner.id, actor: { kind: 'host', id: host.id } },
    ]);
    const actor = {
      kind: 'teammate',
      workspace: workspace.id,
      id: owner.id,
      role: 'owner',
      teams: [],
      isolation: 'on',
    } as const;
    expect(await desk.as(actor).listTeammates()).toEqual([owner]);
  });

  it('is the same again by its id, and refused with other words', async () => {
    const { desk, host } = await open();
    const given = { ...acme, id: desk.parts.newId('workspace') };
    const created = await desk.as(host).createWorkspace(given);
    expect(await desk.as(host).createWorkspace(given)).toEqual(created);
    const refused = { ok: false, refusal: { code: 'id-taken', path: 'id' } };
    for (const other of [
      { name: 'Other' },
      { addresses: ['a@acme.example'] },
      { owner: { ...acme.owner, externalId: 'x' } },
    ]) {
      expect(await desk.attempt(host).createWorkspace({ ...given, ...other })).toEqual(refused);
    }
  });

  it.each([
    [{ mailDomain: 'MAIL.example.com' }, 'mail-domain-taken', 'mailDomain'],
    [{ addresses: ['a@acme.example', 'Support@Example.com'] }, 'address-taken', 'addresses.1'],
    [{ addresses: ['x@mail.example.com'] }, 'address-taken', 'addresses.0'],
    [{ name: ' ' }, 'name-invalid', 'name'],
    [{ owner: { ...acme.owner, name: '' } }, 'name-invalid', 'owner.name'],
    [{ owner: { ...acme.owner, handle: 'o la' } }, 'handle-invalid', 'owner.handle'],
    [{ mailDomain: 'a b' }, 'mail-domain-invalid', 'mailDomain'],
    [{ mailDomain: 'x@acme.example' }, 'mail-domain-invalid', 'mailDomain'],
    [{ addresses: [] }, 'address-invalid', 'addresses'],
    [{ addresses: ['a@acme.example', 'nobody'] }, 'address-invalid', 'addresses.1'],
    [{ addresses: ['reply+x@acme.example'] }, 'address-invalid', 'addresses.0'],
  ])('with %j is refused, and nothing is written', async (given, code, path) => {
    const { desk, host } = await open();
    const id = desk.parts.newId('workspace');
    const refused = { ok: false, refusal: { code, path } };
    expect(await desk.attempt(host).createWorkspace({ ...acme, id, ...given })).toEqual(refused);
    expect([
      await desk.parts.storage.position(id),
      (await desk.as(host).listWorkspaces({ limit: 9 })).items.length,
    ]).toEqual([0, 1]);
  });

  it('is made, listed and looked at by the host alone', async () => {
    const { desk, owner, visitor, workspace, host } = await open();
    const integrator = { kind: 'integrator', workspace, id: host.id, scopes: ['settings:write'] } as const;
    const refused = { ok: false, refusal: { code: 'forbidden' } };
    for (const actor of [owner, await visitor(), integrator]) {
      expect(await desk.attempt(actor).createWorkspace(acme)).toEqual(refused);
      expect(await desk.attempt(actor).listWorkspaces({ limit: 9 })).toEqual(refused);
      expect(await desk.attempt(actor).findWorkspace(workspace)).toEqual(refused);
    }
    expect(await desk.as(host).findWorkspace(workspace)).toMatchObject({ id: workspace });
    const missing = await desk.attempt(host).findWorkspace(desk.parts.newId('workspace'));
    expect(missing).toEqual({ ok: false, refusal: { code: 'not-found' } });
  });
});

it('workspaces are listed page by page, without the host’s own', async () => {
  const { desk, host, workspace } = await open();
  const ids = [workspace];
  for (let index = 0; index < 4; index++) {
    const given = { ...acme, mailDomain: `m${index}.example` };
    ids.push((await desk.as(host).createWorkspace(given)).workspace.id);
  }
  const put = [
    {
      kind: 'api-key',
      row: { id: host.id, version: 1, name: 'host', scopes: [], hash: 'x', createdAt: desk.parts.clock.now() },
    },
  ] as const;
  await desk.parts.storage.commit({ ...emptyChange(hostWorkspace), put });
  for (const limit of [1, 2, 5, 9]) {
    const seen = [];
    let page = await desk.as(host).listWorkspaces({ limit });
    for (;;) {
      seen.push(...page.items.map(({ id }) => id));
      if (page.next === undefined) break;
      page = await desk.as(host).listWorkspaces({ limit, after: page.next });
    }
    expect(seen).toEqual(ids.toSorted());
  }
});

describe('a removed workspace', () => {
  const file = (text: string) => ({
    name: 'a.txt',
    type: 'text/plain',
    bytes: streamOf(new TextEncoder().encode(text)),
  });

  it('is gone at once for everybody, its keys are free, and its files and rows go by a job', async () => {
    const { desk, host, owner, workspace, inbound, work, failAt, clock, give } = await open();
    const { workspace: other } = await desk.as(host).createWorkspace(acme);
    await give(3, {});
    const original = desk.parts.newId('attachment');
    await desk.parts.blobs.put(original, streamOf(new Uint8Array(1)));
    const email = {
      from: { name: '', address: 'k@x.org' },
      to: [],
      cc: [],
      subject: '',
      messageId: '<1@x>',
      verdict: 'none',
      original,
    } as const;
    await desk.receiver.receive(inbound({ email }));
    const kept = [original];
    for (let index = 0; index < 120; index++)
      kept.push((await desk.as(owner).handInAttachment(file(String(index)))).id);

    expect(await desk.as(owner).removeWorkspace(workspace)).toEqual({ workspace });
    expect((await desk.as(host).listWorkspaces({ limit: 9 })).items.map(({ id }) => id)).toEqual([other.id]);
    expect(await desk.parts.directory.find(everywhereKeys.mailDomain('mail.example.com'))).toBeUndefined();
    expect(await desk.parts.directory.find(everywhereKeys.widget('widget'))).toBeUndefined();
    expect(await desk.attempt(owner).removeWorkspace(workspace)).toEqual({ ok: false, refusal: { code: 'not-found' } });

    failAt(2, away);
    while ((await desk.doWork()) > 0);
    clock.pass(jobLease);
    await work();
    const left = await Promise.all(kept.map((id) => desk.parts.blobs.get(id)));
    expect(left.filter((blob) => blob)).toEqual([]);
    expect(await desk.parts.storage.position(workspace)).toBe(0);
    expect(await desk.parts.storage.list(workspace, 'conversation', { limit: 10 })).toEqual([]);
    expect(await desk.parts.storage.find(other.id, 'workspace', [other.id])).toMatchObject([{ name: 'Acme' }]);
    await desk
      .as(host)
      .createWorkspace({ ...acme, mailDomain: 'mail.example.com', addresses: ['support@example.com'] });
  });

  it('ends the streams of its teammates', async () => {
    const { desk, host, admin, workspace } = await open();
    const after = await desk.parts.storage.position(workspace);
    const frames = desk.listen(admin, { after, stop: new AbortController().signal });
    await frames.next();
    await desk.as(host).removeWorkspace(workspace);
    expect(await frames.next()).toMatchObject({ value: { kind: 'workspace', event: { type: 'access-changed' } } });
    expect(await frames.next()).toMatchObject({ done: true });
  });

  it('is removed by its owners and the host, and by no owner of another', async () => {
    const { desk, host, owner, admin, ana, workspace, visitor } = await open();
    const { workspace: other } = await desk.as(host).createWorkspace(acme);
    const forbidden = { ok: false, refusal: { code: 'forbidden' } };
    const integrator = { kind: 'integrator', workspace, id: host.id, scopes: ['settings:write'] } as const;
    for (const actor of [admin, ana, integrator, await visitor()]) {
      expect(await desk.attempt(actor).removeWorkspace(workspace)).toEqual(forbidden);
    }
    const notFound = { ok: false, refusal: { code: 'not-found' } };
    expect(await desk.attempt(owner).removeWorkspace(other.id)).toEqual(notFound);
    expect(await desk.attempt(host).removeWorkspace(desk.parts.newId('workspace'))).toEqual(notFound);
    expect((await desk.as(host).listWorkspaces({ limit: 9 })).items).toHaveLength(2);
    await desk.as(host).removeWorkspace(other.id);
    expect((await desk.as(host).listWorkspaces({ limit: 9 })).items).toMatchObject([{ id: workspace }]);
  });
});
