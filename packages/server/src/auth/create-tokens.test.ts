import { createHash } from 'node:crypto';
import { emptyChange, everywhereKeys, hostWorkspace } from '@deskkit/core';
import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApi, type TestApi, testSecret } from '../http/testing/open-test-api.ts';
import { sessionSecret, teammateSecret, visitorSecret } from './derive-secret.ts';
import { createHostKey } from './host-key.ts';

type Claims = Readonly<Record<string, unknown>>;

let test: TestApi;

beforeAll(async () => {
  test = await openTestApi();
});
afterAll(() => test.close());

const check = (token: string) => test.api.tokens.check(token);
const inSeconds = (seconds: number) => Math.floor(Date.parse(test.clock.now()) / 1000) + seconds;

/** A teammate's token as a host signs it, apart from what the test changes. */
function sign(claims: Claims = {}, secret = teammateSecret(testSecret, test.workspace.id), alg = 'HS256') {
  const all = {
    iss: 'host',
    aud: 'deskkit',
    sub: 'host/jonas',
    workspace: test.workspace.id,
    exp: inSeconds(600),
    ...claims,
  };
  return new SignJWT(all).setProtectedHeader({ alg }).sign(new TextEncoder().encode(secret));
}

describe('tokens of teammates', () => {
  it('name the actor with the role and teams of the store, whatever they say', async () => {
    const found = await check(await sign({ role: 'owner' }));
    expect(found).toEqual({
      actor: {
        kind: 'teammate',
        workspace: test.workspace.id,
        id: test.jonas.id,
        role: 'member',
        teams: [],
        isolation: 'on',
      },
      expiresAt: new Date(inSeconds(600) * 1000).toISOString(),
    });
  });

  it.each(['iss', 'aud', 'sub', 'workspace', 'exp'])('are refused without %s', async (claim) => {
    expect(await check(await sign({ [claim]: undefined }))).toBeUndefined();
  });

  it.each<[string, () => Promise<string>]>([
    ['signed with another secret', () => sign({}, 'not the secret at all')],
    ['signed with the root secret itself', () => sign({}, testSecret)],
    ['signed with the visitors’ secret', () => sign({}, visitorSecret(testSecret, test.workspace.id))],
    ['signed with the sessions’ secret', () => sign({}, sessionSecret(testSecret, test.workspace.id))],
    ['signed with the secret of another workspace', () => sign({}, teammateSecret(testSecret, test.other.id))],
    ['signed by another algorithm', () => sign({}, teammateSecret(testSecret, test.workspace.id), 'HS512')],
    ['past their time', () => sign({ exp: inSeconds(-1) })],
    ['before their time', () => sign({ nbf: inSeconds(60) })],
    ['good for longer than a day', () => sign({ exp: inSeconds(24 * 3600 + 120) })],
    ['for another audience', () => sign({ aud: 'somebody-else' })],
    ['of nobody', () => sign({ sub: ' ' })],
    ['of a name without end', () => sign({ sub: 'x'.repeat(201) })],
    ['for what is no workspace', () => sign({ workspace: '__proto__' })],
    [
      'for a workspace that is not there',
      () => {
        const absent = 'wsp_01970000-0000-7000-8000-000000000000' as TestApi['workspace']['id'];
        return sign({ workspace: absent }, teammateSecret(testSecret, absent));
      },
    ],
    ['of an unknown person with an unknown role', () => sign({ sub: 'host/new', role: 'root' })],
    ['huge', () => sign({ name: 'x'.repeat(5000) })],
  ])('are refused when %s', async (_case, token) => {
    expect(await check(await token())).toBeUndefined();
  });

  it('are refused with alg none, with a changed payload and when cut short', async () => {
    const good = await sign();
    const [head = '', payload = '', signature = ''] = good.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const forged = Buffer.from(JSON.stringify({ ...claims, sub: test.mara.externalId })).toString('base64url');
    expect(await check(good)).toBeDefined();
    for (const token of [
      new UnsecuredJWT(claims).encode(),
      `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.${signature}`,
      `${head}.${forged}.${signature}`,
      `${head}.${payload}.`,
      `${head}.${payload}`,
      good.slice(0, -2),
      '',
      '.',
      '..',
      'null',
    ]) {
      expect(await check(token)).toBeUndefined();
    }
  });

  it('welcome somebody new once, with the role that the host gave at first and a handle of the name', async () => {
    const claims = { sub: 'host/zoe', name: 'Zoë O’Neill', email: 'zoe@host.example', role: 'admin' };
    const tokens = await Promise.all([sign(claims), sign(claims), sign(claims)]);
    const found = await Promise.all(tokens.map(check));
    const ids = new Set(found.map((one) => one?.actor.kind === 'teammate' && one.actor.id));
    expect(ids.size).toBe(1);
    expect(found[0]?.actor).toMatchObject({ kind: 'teammate', role: 'admin' });
    const [id] = ids;
    const [row] = await test.desk.parts.storage.find(test.workspace.id, 'teammate', [String(id)]);
    expect(row).toMatchObject({ name: 'Zoë O’Neill', email: 'zoe@host.example', handle: 'zoë-o-neill' });
    expect((await check(await sign({ ...claims, role: 'owner' })))?.actor).toMatchObject({ role: 'admin' });
    const second = await check(await sign({ ...claims, sub: 'host/zoe-2', role: undefined }));
    expect(second?.actor).toMatchObject({ role: 'member' });
  });

  it('give a handle to everybody, whatever they are called', async () => {
    for (const [index, name] of [
      '',
      '…',
      '名前',
      '😀😀',
      'mara',
      'x'.repeat(500),
      7,
      'a\u0000b\ud800',
      '\u0007',
    ].entries()) {
      expect(await check(await sign({ sub: `host/odd-${index}`, name })), String(name)).toBeDefined();
    }
  });

  it('are refused for the deactivated', async () => {
    const token = await sign({ sub: test.mara.externalId });
    expect(await check(token)).toBeDefined();
    await test.desk.as({ kind: 'system', workspace: test.workspace.id }).deactivateTeammate(test.mara.id);
    expect(await check(token)).toBeUndefined();
  });
});

describe('API keys', () => {
  it('are found by their hash, which is all that is kept', async () => {
    const key = await test.apiKey();
    expect(key).toMatch(/^dk_[\w-]{43}$/);
    expect(await check(key)).toMatchObject({
      actor: { kind: 'integrator', workspace: test.workspace.id },
      expiresAt: null,
    });
    const rows = await test.desk.parts.storage.list(test.workspace.id, 'api-key', { limit: 100 });
    expect(JSON.stringify(rows)).not.toContain(key.slice(3));
    const hash = createHash('sha256').update(key).digest('hex');
    for (const wrong of [`${key}x`, key.slice(0, -1), hash, `dk_${hash}`, 'dk_', `dk_${'x'.repeat(100_000)}`]) {
      expect(await check(wrong)).toBeUndefined();
    }
  });
});

describe('keys of the host', () => {
  it('are found by their hash, in no workspace of a customer', async () => {
    const key = await createHostKey(test.desk, 'the host');
    expect(key).toMatch(/^dh_[\w-]{43}$/);
    const rows = await test.desk.parts.storage.list(hostWorkspace, 'api-key', { limit: 100 });
    expect(rows).toMatchObject([{ name: 'the host', scopes: [] }]);
    expect(JSON.stringify(rows)).not.toContain(key.slice(3));
    const actor = { kind: 'host', workspace: hostWorkspace, id: rows[0]?.id };
    expect(await check(key)).toEqual({ actor, expiresAt: null });
    expect(await test.desk.parts.directory.listWorkspaces({ limit: 10 })).not.toContain(hostWorkspace);
  });

  it('are not those of integrators under another name, nor the other way round', async () => {
    const [host, integrator] = [await createHostKey(test.desk, 'the host'), await test.apiKey()];
    // A row of the wrong place behind a right hash, as whoever writes to the storage of a customer could make it.
    const forged = `dh_${'x'.repeat(43)}`;
    const swapped = `dk_${'y'.repeat(43)}`;
    for (const [key, workspace] of [
      [forged, test.workspace.id],
      [swapped, hostWorkspace],
    ] as const) {
      const id = test.desk.parts.newId('api-key');
      const hash = createHash('sha256').update(key).digest('hex');
      const row = { id, version: 1, name: 'x', scopes: [], hash, createdAt: test.clock.now() };
      await test.desk.parts.storage.commit({
        ...emptyChange(workspace),
        put: [{ kind: 'api-key', row }],
        claim: [{ within: 'everywhere', key: everywhereKeys.apiKey(hash), kind: 'api-key', id }],
      });
    }
    for (const wrong of [
      host.replace('dh_', 'dk_'),
      integrator.replace('dk_', 'dh_'),
      `${host}x`,
      'dh_',
      forged,
      swapped,
    ]) {
      expect(await check(wrong), wrong).toBeUndefined();
    }
  });
});

describe('what was signed for a workspace that is being removed', () => {
  it('opens no door any more', async () => {
    const own = await openTestApi();
    const { token: session } = await own.startChat('Hello');
    const tokens = [await own.tokenOf(own.mara), await own.apiKey(), session];
    const found = await Promise.all(tokens.map((token) => own.api.tokens.check(token)));
    expect(found.map((one) => one?.actor.kind)).toEqual(['teammate', 'integrator', 'visitor']);
    await own.desk.as({ kind: 'system', workspace: own.workspace.id }).removeWorkspace(own.workspace.id);
    for (const token of tokens) expect(await own.api.tokens.check(token)).toBeUndefined();
    await own.close();
  });
});

describe('visitors’ sessions', () => {
  it('are found again for thirty days, and not as teammates', async () => {
    const { token, visitor } = await test.startChat('Hello');
    expect((await check(token))?.actor).toEqual(visitor);
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    expect(claims.exp).toBe(inSeconds(30 * 24 * 3600));
  });

  it('are refused when forged, of another workspace, unknown or past their time', async () => {
    const { visitor } = await test.startChat('Hello');
    const session = (claims: Claims, secret = sessionSecret(testSecret, test.workspace.id)) =>
      sign({ aud: 'deskkit-visitor', sub: visitor.session, ...claims }, secret);
    expect(await check(await session({}))).toBeDefined();
    const absent = 'ses_01970000-0000-7000-8000-000000000000';
    for (const token of [
      session({}, teammateSecret(testSecret, test.workspace.id)),
      session({ workspace: test.other.id }),
      session({ workspace: test.other.id }, sessionSecret(testSecret, test.other.id)),
      session({ sub: absent }),
      session({ sub: visitor.contact }),
      session({ exp: inSeconds(-1) }),
      session({ exp: undefined }),
      session({ aud: 'deskkit' }),
    ]) {
      expect(await check(await token)).toBeUndefined();
    }
  });
});

describe('identities that the host signs', () => {
  const identify = async (claims: Claims, secret = visitorSecret(testSecret, test.workspace.id)) =>
    test.api.tokens.checkIdentity(test.workspace.id, await sign({ sub: 'user-7', ...claims }, secret));

  it('say who it is, with name and address where they are given', async () => {
    expect(await identify({ name: ' Aylin ', email: 'Aylin@Host.example' })).toEqual({
      id: 'user-7',
      name: 'Aylin',
      email: 'aylin@host.example',
    });
    expect(await identify({ name: '', email: undefined })).toEqual({ id: 'user-7', name: null, email: null });
  });

  it.each<[string, Claims]>([
    ['without a subject', { sub: undefined }],
    ['without an end', { exp: undefined }],
    ['past its time', { exp: 1 }],
    ['with an address that is none', { email: 'nobody' }],
    ['with a name that is no text', { name: { first: 'Aylin' } }],
  ])('are refused %s', async (_case, claims) => {
    expect(await identify(claims)).toBeUndefined();
  });

  it('are refused with the secret for teammates or of another workspace', async () => {
    expect(await identify({}, teammateSecret(testSecret, test.workspace.id))).toBeUndefined();
    expect(await identify({}, visitorSecret(testSecret, test.other.id))).toBeUndefined();
    expect(await test.api.tokens.checkIdentity(test.workspace.id, '')).toBeUndefined();
  });

  it('open no door as tokens', async () => {
    expect(await check(await sign({}, visitorSecret(testSecret, test.workspace.id)))).toBeUndefined();
  });
});
