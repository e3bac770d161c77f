import { expect, it } from 'vitest';
import type { Story } from './story.ts';

const malformed = { status: 400, code: 'malformed' };
const notFound = { status: 404, code: 'not-found' };

/** What nobody should send: each is refused with the right status, and nothing is written. */
export function badInputStories(story: Story): void {
  it('refuses fields that it does not know, with their path', async () => {
    const { test, refused } = await story();
    const token = await test.tokenOf(test.mara);
    const { id } = await test.startChat('Hello');
    const cases: [string, object, string][] = [
      [`POST /conversations/${id}/messages`, { kind: 'reply', body: 'Hi', urgent: true }, 'urgent'],
      [
        `POST /conversations/${id}/messages`,
        // biome-ignore lint/suspicious/noThenProperty: the API's word; it is never awaited
        { kind: 'reply', body: 'Hi', then: { snooze: 'next-reply', x: 1 } },
        'then.x',
      ],
      [`POST /conversations/${id}/close`, { conversation: id }, 'conversation'],
      [`PUT /conversations/${id}/assignee`, { teammate: null, constructor: 1 }, 'constructor'],
      [`POST /conversations/${id}/claim`, { toString: 'x' }, 'toString'],
    ];
    for (const [route, json, path] of cases) {
      const answered = await refused(route, { token, json }, malformed);
      expect(answered.json.errors[0].path).toBe(path);
    }
    const raw = '{"__proto__": {"kind": "reply"}, "kind": "reply", "body": "Hi"}';
    const answered = await refused(
      `POST /conversations/${id}/messages`,
      { token, raw, headers: { 'content-type': 'application/json' } },
      malformed,
    );
    expect(answered.json.errors[0].path).toBe('__proto__');
    expect(({} as { kind?: string }).kind).toBeUndefined();
  });

  it('refuses values of the wrong type', async () => {
    const { test, call, refused } = await story();
    const token = await test.tokenOf(test.mara);
    const { id } = await test.startChat('Hello');
    const cases: [string, unknown, string][] = [
      ['messages', { kind: 'reply', body: 7 }, 'body'],
      ['messages', { kind: 'shout', body: 'Hi' }, 'kind'],
      ['messages', { kind: 'reply', body: 'Hi', seen: 1.5 }, 'seen'],
      ['messages', { kind: 'reply', body: 'Hi', attachments: ['x'] }, 'attachments.0'],
      // biome-ignore lint/suspicious/noThenProperty: the API's word; it is never awaited
      ['messages', { kind: 'note', body: 'Hi', then: 'close' }, 'then'],
      ['snooze', { until: 'tomorrow' }, 'until'],
      ['snooze', {}, 'until'],
    ];
    for (const [verb, json, path] of cases) {
      const answered = await refused(`POST /conversations/${id}/${verb}`, { token, json }, malformed);
      expect(answered.json.path).toBe(path);
    }
    for (const json of [[], null, 'text', 7]) {
      const before = await test.position();
      expect((await call(`POST /conversations/${id}/close`, { token, json })).status).toBe(400);
      expect(await test.position()).toBe(before);
    }
  });

  it('refuses words that are missing or too many', async () => {
    const { test, refused, way } = await story();
    const token = await test.tokenOf(test.mara);
    const { id } = await test.startChat('Hello');
    const route = `POST /conversations/${id}/messages`;
    await refused(route, { token, json: { kind: 'reply', body: ' \n' } }, { status: 400, code: 'body-empty' });
    const many = way.hostParses ? undefined : 'x'.repeat(200_000);
    if (many)
      await refused(route, { token, json: { kind: 'reply', body: many } }, { status: 400, code: 'body-too-long' });
  });

  it('refuses a body that is no JSON, or of another type, or 2 MB long', async () => {
    const { test, call, refused, way } = await story();
    const token = await test.tokenOf(test.mara);
    const { id } = await test.startChat('Hello');
    const route = `POST /conversations/${id}/close`;
    const before = await test.position();
    const json = { 'content-type': 'application/json' };
    for (const raw of ['{', '{"a":}', '\u0000', '[}']) {
      const answered = await call(route, { token, raw, headers: json });
      expect(answered.status).toBe(400);
      if (!way.hostParses) expect(answered.json.code).toBe('malformed');
    }
    const latin = await call(route, { token, raw: new Uint8Array([0x22, 0xe9, 0x22]), headers: json });
    expect(latin.status).toBe(400);
    const huge = await call(`POST /conversations/${id}/messages`, {
      token,
      json: { kind: 'reply', body: 'x'.repeat(2_000_000) },
    });
    expect(huge.status).toBe(413);
    if (!way.hostParses) expect(huge.json.code).toBe('too-large');
    expect(await test.position()).toBe(before);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    await refused(route, { token, raw: 'seen=1', headers: form }, { status: 415, code: 'unsupported-type' });
    expect((await call('GET /me', { token })).status).toBe(200);
  });

  it('refuses cursors and ids that it never gave out', async () => {
    const { test, refused } = await story();
    const token = await test.tokenOf(test.mara);
    const { id, token: visitor } = await test.startChat('Hello');
    for (const cursor of ['-1', 'zzzzzzzzzzzz', '%00', 'a%20b', '1e3.', "'--"]) {
      await refused(`GET /conversations?cursor=${cursor}`, { token }, malformed);
      await refused(`GET /conversations/${id}/timeline?cursor=${cursor}`, { token }, malformed);
      await refused(`GET /widget/conversations/${id}/messages?cursor=${cursor}`, { token: visitor }, malformed);
    }
    for (const wrong of [
      '1',
      'cnv_1',
      '__proto__',
      'constructor',
      'cnv_01970000-0000-7000-8000-00000000000',
      '%zz',
      '%ff',
      '%2e%2e%2f',
      '%00',
    ]) {
      await refused(`GET /conversations/${wrong}`, { token }, notFound);
      await refused(`POST /conversations/${wrong}/close`, { token, json: {} }, notFound);
    }
    for (const path of ['/', '/nothing', '/conversations/', '//conversations', '/__proto__']) {
      await refused(`GET ${path}`, { token }, notFound);
    }
  });

  it('refuses ids of another workspace like ids of nothing', async () => {
    const { test, refused } = await story();
    const token = await test.tokenOf(test.mara);
    const { id: foreign } = await test.startChat('Next door', test.other);
    const { id } = await test.startChat('Here');
    await refused(`GET /conversations/${foreign}`, { token }, notFound);
    await refused(`POST /conversations/${foreign}/close`, { token, json: {} }, notFound);
    await refused(`POST /conversations/${foreign}/messages`, { token, json: { kind: 'note', body: 'x' } }, notFound);
    await refused(
      `PUT /conversations/${id}/assignee`,
      { token, json: { teammate: test.stranger.id } },
      { status: 400, code: 'teammate-unknown' },
    );
  });

  it('refuses query strings that say too much or nothing that it knows', async () => {
    const { test, refused } = await story();
    const token = await test.tokenOf(test.mara);
    const cases: [string, string][] = [
      ['limit=1&limit=2', 'query.limit'],
      ['limit=0', 'query.limit'],
      ['limit=201', 'query.limit'],
      ['limit=x', 'query.limit'],
      ['sort=best', 'query.sort'],
      ['__proto__=1', 'query.__proto__'],
      ['constructor=1', 'query.constructor'],
      ['folder=all&folder=me', 'query.folder'],
      ['folder=team:x', 'folder'],
      ['folder=__proto__', 'folder'],
      ['folder=spam&status=open', 'status'],
    ];
    for (const [query, path] of cases) {
      const { json } = await refused(`GET /conversations?${query}`, { token }, malformed);
      expect(json.path).toBe(path);
    }
  });
}
