import { expect, it } from 'vitest';
import type { Story } from './story.ts';

const forbidden = { status: 403, code: 'forbidden' };
const malformed = { status: 400, code: 'malformed' };

/** Settings, addresses, the widget's door, keys, webhooks and suppressions. */
export function settingsStories(story: Story): void {
  it('keeps settings, and shows members everything from when isolation is off', async () => {
    const { test, call, refused } = await story();
    const [mara, jonas] = [await test.tokenOf(test.mara), await test.tokenOf(test.jonas)];
    const { id } = await test.startChat('Hello');
    const team = await test.desk.addTeam(test.workspace.id, { name: 'Shop', handle: 'shop' });
    await call(`PUT /conversations/${id}/assignee`, { token: mara, json: { team: team.id } });
    await refused(`GET /conversations/${id}`, { token: jonas }, { status: 404, code: 'not-found' });
    await refused('PATCH /settings', { token: jonas, json: { isolation: 'off' } }, forbidden);
    await refused('GET /settings', { token: jonas }, forbidden);
    const changed = await call('PATCH /settings', { token: mara, json: { isolation: 'off', undoSeconds: 0 } });
    expect(changed).toMatchObject({ status: 200, json: { isolation: 'off', undoSeconds: 0, reopenWithinDays: 90 } });
    expect((await call('GET /settings', { token: mara })).json).toEqual(changed.json);
    expect((await call(`GET /conversations/${id}`, { token: jonas })).status).toBe(200);
    const cases: readonly (readonly [object, string, string])[] = [
      [{ undoSeconds: 61 }, 'setting-invalid', 'undoSeconds'],
      [{ undoSeconds: '9' }, 'malformed', 'undoSeconds'],
      [{ assignment: { kind: 'round-robin', limit: 0 } }, 'setting-invalid', 'assignment.limit'],
      [
        { attributes: { contact: { a: { type: 'choice', options: [] } } } },
        'attribute-schema-invalid',
        'attributes.contact.a.options',
      ],
      [{ hours: null }, 'malformed', 'hours'],
    ];
    for (const [json, code, path] of cases) {
      const refusal = await refused('PATCH /settings', { token: mara, json }, { status: 400, code });
      expect(refusal.json.path).toBe(path);
    }
  });

  it('keeps the hours, and tells visitors when to expect an answer', async () => {
    const { test, call, refused } = await story();
    const token = await test.tokenOf(test.mara);
    const config = async () => (await call('GET /widget/config?key=wk_one')).json;
    expect((await config()).reply).toEqual({ kind: 'unknown' });
    await call('PATCH /settings', { token, json: { typicalReplyMinutes: 30 } });
    expect((await config()).reply).toEqual({ kind: 'within', minutes: 30 });
    const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
    const week = Object.fromEntries(days.map((day) => [day, [{ from: '23:00', to: '24:00' }]]));
    const hours = { timeZone: 'UTC', week, holidays: [] };
    expect(await call('PUT /settings/hours', { token, json: { hours } })).toMatchObject({
      status: 200,
      json: { hours },
    });
    expect((await config()).reply).toEqual({ kind: 'from', opensAt: '2026-01-31T23:00:00.000Z' });
    const wrong = { hours: { ...hours, week: { ...week, sunday: [{ from: '25:00', to: '26:00' }] } } };
    const invalid = await refused(
      'PUT /settings/hours',
      { token, json: wrong },
      { status: 400, code: 'hours-invalid' },
    );
    expect(invalid.json).toMatchObject({ path: 'hours.week.sunday.0.from', because: 'time-malformed' });
    expect((await call('PUT /settings/hours', { token, json: { hours: null } })).json).toEqual({ hours: null });
    expect((await call('GET /settings/hours', { token })).json).toEqual({ hours: null });
  });

  it('keeps the look of the widget, and lets in whom it says', async () => {
    const { test, call, refused } = await story();
    const token = await test.tokenOf(test.mara);
    const before = await call('GET /settings/widget', { token });
    const { key, snippet, ...look } = before.json;
    expect(snippet).toContain('data-key="wk_one"');
    const set = async (change: object) => call('PUT /settings/widget', { token, json: { ...look, ...change } });
    expect(await set({ colour: '#ABCDEF', greeting: 'Hi' })).toMatchObject({
      status: 200,
      json: { colour: '#abcdef' },
    });
    const config = await call('GET /widget/config?key=wk_one');
    expect(config.json).toMatchObject({ workspace: 'one', colour: '#abcdef', greeting: 'Hi', identity: 'optional' });
    expect(config.json.origins).toBeUndefined();
    const setting = { status: 400, code: 'setting-invalid' };
    const origins = ['https://shop.example', 'shop.example'];
    expect((await refused('PUT /settings/widget', { token, json: { ...look, origins } }, setting)).json.path).toBe(
      'origins.1',
    );

    await set({ origins: ['https://shop.example'] });
    const open = (origin: string) => ({ json: { key: 'wk_one' }, headers: { origin } });
    const door = { status: 403, code: 'origin-not-allowed' };
    await refused('POST /widget/sessions', { json: { key: 'wk_one' } }, door);
    await refused('POST /widget/sessions', open('https://evil.example'), door);
    expect((await call('POST /widget/sessions', open('https://shop.example'))).status).toBe(201);
    await set({ identity: 'required' });
    await refused('POST /widget/sessions', { json: { key: 'wk_one' } }, { status: 401, code: 'identity-required' });
    const forged = { json: { key: 'wk_one', identity: 'a.b.c' } };
    await refused('POST /widget/sessions', forged, { status: 401, code: 'bad-token' });
  });

  it('takes mail at addresses of its own, and keeps the last', async () => {
    const { test, call, refused } = await story();
    const [token, stranger] = [await test.tokenOf(test.mara), await test.tokenOf(test.stranger)];
    const added = await call('POST /settings/addresses', { token, json: { address: 'Help@Shop.example' } });
    expect(added).toMatchObject({ status: 201, json: { items: [{ address: 'help@shop.example' }] } });
    const taken = { status: 409, code: 'address-taken' };
    await refused('POST /settings/addresses', { token: stranger, json: { address: 'help@shop.example' } }, taken);
    await refused('POST /settings/addresses', { token: stranger, json: { address: 'x@one.example' } }, taken);
    await refused('DELETE /settings/addresses/help%40shop.example', { token }, { status: 409, code: 'last-address' });
    await call('POST /settings/addresses', { token, json: { address: 'a/b@shop.example' } });
    const removed = await call('DELETE /settings/addresses/help%40shop.example', { token });
    expect(removed.json).toEqual({ items: [{ address: 'a/b@shop.example' }] });
    expect((await call('GET /settings/addresses', { token })).json).toEqual(removed.json);
    await call('POST /settings/addresses', { token, json: { address: 'c@shop.example' } });
    expect((await call('DELETE /settings/addresses/a%2Fb%40shop.example', { token })).status).toBe(200);
    await refused('DELETE /settings/addresses/%00', { token }, { status: 404, code: 'not-found' });
  });

  it('makes keys that work at once, are shown once, and stop when they are deleted', async () => {
    const { test, call, refused } = await story();
    const [token, jonas] = [await test.tokenOf(test.mara), await test.tokenOf(test.jonas)];
    const json = { name: 'Export', scopes: ['conversations:read', 'settings:write'] };
    const made = await call('POST /api-keys', { token, json });
    expect(made).toMatchObject({ status: 201, json: { apiKey: json, key: expect.stringMatching(/^dk_[\w-]{43}$/) } });
    const { key, apiKey } = made.json;
    const listed = await call('GET /api-keys', { token });
    expect(listed.json).toEqual({ items: [apiKey] });
    expect(listed.text).not.toMatch(/hash|dk_/);
    expect((await call('GET /tags', { token: key })).status).toBe(200);
    await refused('GET /api-keys', { token: key }, forbidden);
    await refused('POST /api-keys', { token: key, json }, forbidden);
    await refused('POST /api-keys', { token: jonas, json }, forbidden);
    const once = { token, json, headers: { 'idempotency-key': 'x' } };
    expect((await refused('POST /api-keys', once, malformed)).json.path).toBe('idempotency-key');
    await refused('POST /api-keys', { token, json: { ...json, scopes: ['everything'] } }, malformed);
    expect((await call(`DELETE /api-keys/${apiKey.id}`, { token })).status).toBe(200);
    await refused('GET /tags', { token: key }, { status: 401, code: 'bad-token' });
  });

  it('keeps webhooks, whose secrets are shown once', async () => {
    const { test, call, refused } = await story();
    const token = await test.tokenOf(test.mara);
    const json = { url: 'https://host.example/hook', events: ['message-added'] };
    const made = await call('POST /webhooks', { token, json });
    expect(made).toMatchObject({ status: 201, json: { webhook: { ...json, status: 'on' } } });
    const at = `/webhooks/${made.json.webhook.id}`;
    const rotated = await call(`POST ${at}/rotate`, { token, json: {} });
    expect(rotated.json.secret).toMatch(/^whsec_/);
    expect(rotated.json.secret).not.toBe(made.json.secret);
    expect((await call('GET /webhooks', { token })).text).not.toContain('whsec_');
    const off = await call(`PATCH ${at}`, { token, json: { status: 'off' } });
    expect(off).toMatchObject({ status: 200, json: { status: 'off' } });
    expect(off.text).not.toContain('whsec_');
    const invalid = { status: 400, code: 'url-invalid' };
    await refused('POST /webhooks', { token, json: { url: 'http://host.example' } }, invalid);
    await refused('POST /webhooks', { token, json: { ...json, events: ['notified'] } }, malformed);
    const headers = { 'idempotency-key': 'x' };
    await refused('POST /webhooks', { token, json, headers }, malformed);
    await refused(`POST ${at}/rotate`, { token, json: {}, headers }, malformed);
    expect((await call(`DELETE ${at}`, { token })).status).toBe(200);
    await refused(`PATCH ${at}`, { token, json: {} }, { status: 404, code: 'not-found' });
  });

  it('pages through suppressions', async () => {
    const { test, call, refused } = await story();
    const token = await test.tokenOf(test.mara);
    for (const address of ['b@x.org', 'A@x.org', 'c@x.org'])
      await call('POST /suppressions', { token, json: { address } });
    const first = await call('GET /suppressions?limit=2', { token });
    expect(first.json).toMatchObject({ items: [{ address: 'a@x.org', because: 'by-hand' }, { address: 'b@x.org' }] });
    const rest = await call(`GET /suppressions?cursor=${encodeURIComponent(first.json.nextCursor)}`, { token });
    expect(rest.json).toMatchObject({ items: [{ address: 'c@x.org' }] });
    expect(rest.json.nextCursor).toBeUndefined();
    for (const cursor of ['x', 'A@x.org', '%00', ''])
      await refused(`GET /suppressions?cursor=${cursor}`, { token }, malformed);
    expect((await call('DELETE /suppressions/B%40x.org', { token })).json).toMatchObject({ address: 'b@x.org' });
    await refused('GET /suppressions', { token: await test.tokenOf(test.jonas) }, forbidden);
  });

  it('says of what it only describes that it is not available, to those who might', async () => {
    const { test, call, refused } = await story();
    const [token, jonas] = [await test.tokenOf(test.mara), await test.tokenOf(test.jonas)];
    const { visitor } = await test.startChat('Hello');
    const hook = await call('POST /webhooks', { token, json: { url: 'https://host.example/hook' } });
    const webhook = hook.json.webhook.id;
    await call('POST /settings/addresses', { token, json: { address: 'help@shop.example' } });
    const routes: readonly (readonly [string, string | undefined])[] = [
      [`POST /contacts/${visitor.contact}/export`, `POST /contacts/${test.desk.parts.newId('contact')}/export`],
      [`DELETE /contacts/${visitor.contact}`, `DELETE /contacts/${test.desk.parts.newId('contact')}`],
      ['POST /settings/addresses/help%40shop.example/check', 'POST /settings/addresses/x%40shop.example/check'],
      [`GET /webhooks/${webhook}/deliveries`, `GET /webhooks/${test.desk.parts.newId('webhook')}/deliveries`],
      [`POST /webhooks/${webhook}/deliveries/1/redeliver`, undefined],
      ['GET /inbound/mails', undefined],
      ['GET /audit', undefined],
    ];
    for (const [route, unknown] of routes) {
      const json = route.startsWith('POST') ? { json: {} } : {};
      await refused(route, { token, ...json }, { status: 501, code: 'not-available' });
      await refused(route, { token: jonas, ...json }, forbidden);
      if (unknown) await refused(unknown, { token, ...json }, { status: 404, code: 'not-found' });
    }
    const scopes = ['mail:write'];
    const { json } = await call('POST /api-keys', { token, json: { name: 'Mail', scopes } });
    for (const provider of ['postmark', 'sendgrid', 'mailgun', 'ses', 'cloudflare']) {
      const sending = { raw: '{}', headers: { 'content-type': 'text/x-any' } };
      const route = `POST /inbound/email/${provider}`;
      await refused(route, { token: json.key, ...sending }, { status: 501, code: 'not-available' });
      await refused(route, { token, ...sending }, forbidden);
      await refused(route, { token: await test.apiKey(), ...sending }, forbidden);
    }
    await refused('POST /inbound/email/pigeon', { token: json.key, raw: '' }, { status: 404, code: 'not-found' });
  });
}
