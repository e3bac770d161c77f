import { SignJWT } from 'jose';
import { expect, it } from 'vitest';
import { createHostKey } from '../../auth/host-key.ts';
import type { Story } from './story.ts';

const acme = {
  name: 'Acme',
  mailDomain: 'acme.example',
  owner: { externalId: 'host/ola', name: 'Ola', handle: 'ola' },
};

/** What the host does by its own key. */
export function hostStories(story: Story): void {
  it('makes a workspace whose owner gets in by a token that the host signs, and removes it', async () => {
    const { test, call, refused } = await story();
    const token = await createHostKey(test.desk, 'the host');
    const made = await call('POST /workspaces', { token, json: acme });
    expect([made.status, made.json.owner]).toMatchObject([201, { role: 'owner', externalId: 'host/ola' }]);
    const { id } = made.json.workspace;
    const { json: secrets } = await call(`GET /workspaces/${id}/secrets`, { token });
    const owner = await new SignJWT({ workspace: id })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('host')
      .setAudience('deskkit')
      .setSubject('host/ola')
      .setExpirationTime(new Date(Date.parse(test.clock.now()) + 60_000))
      .sign(new TextEncoder().encode(secrets.teammates));
    expect((await call('GET /me', { token: owner })).json).toMatchObject({
      role: 'owner',
      workspace: { name: 'Acme' },
    });
    const key = (await call('POST /api-keys', { token: owner, json: { name: 'k', scopes: ['people:read'] } })).json.key;
    const session = (await call('POST /widget/sessions', { json: { key: secrets.widgetKey } })).json.token;

    await refused(`DELETE /workspaces/${test.workspace.id}`, { token: owner }, { status: 404, code: 'not-found' });
    const mara = await test.tokenOf(test.mara);
    await refused(`DELETE /workspaces/${test.workspace.id}`, { token: mara }, { status: 403, code: 'forbidden' });
    expect((await call(`DELETE /workspaces/${id}`, { token: owner })).json).toEqual({ workspace: id });
    const bad = { status: 401, code: 'bad-token' };
    await refused('GET /me', { token: owner }, bad);
    await refused('GET /teammates', { token: key }, bad);
    await refused('GET /widget/conversations', { token: session }, bad);
    await refused('POST /widget/sessions', { json: { key: secrets.widgetKey } }, { status: 404, code: 'not-found' });
    while ((await test.desk.doWork()) > 0);
    expect(await test.desk.parts.storage.position(id)).toBe(0);
    expect((await call('POST /workspaces', { token, json: acme })).status).toBe(201);
  });

  it('lists all workspaces, page by page, and not where its own keys lie', async () => {
    const { test, call } = await story();
    const token = await createHostKey(test.desk, 'the host');
    const first = await call('GET /workspaces?limit=1', { token });
    const second = await call(`GET /workspaces?cursor=${first.json.nextCursor}`, { token });
    const ids = [...first.json.items, ...second.json.items].map(({ id }: { id: string }) => id);
    expect(ids).toEqual([test.workspace.id, test.other.id].toSorted());
    expect((await call('GET /workspaces?cursor=x', { token })).status).toBe(400);
  });

  it('acts on people of the workspace that it names, and sees nothing of what is written', async () => {
    const { test, call, refused } = await story();
    const token = await createHostKey(test.desk, 'the host');
    const headers = { 'deskkit-workspace': test.workspace.id };
    const { id } = await test.startChat('Private');
    const invited = await call('POST /teammates', { token, headers, json: { ...acme.owner, role: 'owner' } });
    expect(invited.json).toMatchObject({ role: 'owner' });
    const [event] = await test.desk.parts.storage.listEvents(test.workspace.id, { order: 'newest', limit: 1 });
    expect(event).toMatchObject({ type: 'teammate-added', actor: { kind: 'host' } });
    const listed = (await call('GET /teammates', { token, headers })).json.items;
    expect(listed.map(({ externalId }: { externalId: string }) => externalId)).toContain('host/jonas');

    const forbidden = { status: 403, code: 'forbidden' };
    await refused(`GET /conversations/${id}`, { token, headers }, forbidden);
    await refused('GET /conversations', { token, headers }, forbidden);
    await refused('GET /events?after=0', { token, headers }, forbidden);
    await refused('GET /teammates', { token }, { status: 400, code: 'malformed' });
    for (const named of ['x', 'wsp_01970000-0000-7000-8000-000000000000', 'wsp_00000000-0000-0000-0000-000000000000']) {
      await refused(
        'GET /teammates',
        { token, headers: { 'deskkit-workspace': named } },
        { status: 404, code: 'not-found' },
      );
    }
    // The header is the host's alone: others stay in the workspace of their token.
    const stranger = await test.tokenOf(test.stranger);
    expect((await call('GET /me', { token: stranger, headers })).json.workspace.id).toBe(test.other.id);
  });

  it('is refused with a key that is not the host’s, and so is everybody else', async () => {
    const { test, call, refused } = await story();
    const bad = { status: 401, code: 'bad-token' };
    const forbidden = { status: 403, code: 'forbidden' };
    const key = await test.apiKey();
    await refused('GET /workspaces', { token: key.replace('dk_', 'dh_') }, bad);
    const host = await createHostKey(test.desk, 'the host');
    await refused('GET /me', { token: host.replace('dh_', 'dk_') }, bad);
    await refused('GET /workspaces', { token: key }, forbidden);
    await refused('POST /workspaces', { token: await test.tokenOf(test.mara), json: acme }, forbidden);
    await refused(`GET /workspaces/${test.workspace.id}/secrets`, { token: await test.tokenOf(test.mara) }, forbidden);
    const taken = { ...acme, mailDomain: 'one.example' };
    expect((await call('POST /workspaces', { token: host, json: taken })).json).toMatchObject({
      code: 'mail-domain-taken',
    });
    await refused(
      'POST /workspaces',
      { token: host, headers: { 'idempotency-key': 'k' }, json: acme },
      { status: 400, code: 'malformed' },
    );
  });
}
