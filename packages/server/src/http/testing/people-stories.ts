import { expect, it } from 'vitest';
import type { Story } from './story.ts';

const zoe = { externalId: 'host/zoe', name: 'Zoe', handle: 'zoe' };

/** Teammates and teams, and what they see of themselves. */
export function peopleStories(story: Story): void {
  it('invites, changes and deactivates a teammate, whose token is refused from then on', async () => {
    const { test, call, refused } = await story();
    const token = await test.tokenOf(test.mara);
    const invited = await call('POST /teammates', { token, json: { ...zoe, email: 'zoe@example.com' } });
    expect([invited.status, invited.json]).toMatchObject([201, { ...zoe, role: 'member', status: 'active' }]);
    const { id } = invited.json;
    const hers = await test.tokenOf({ ...test.jonas, ...zoe, id });
    expect((await call('GET /me', { token: hers })).json).toMatchObject({
      id,
      role: 'member',
      teammate: { name: 'Zoe' },
    });

    await call(`PATCH /teammates/${id}`, { token, json: { role: 'admin', handle: 'zo' } });
    expect((await call('GET /me', { token: hers })).json).toMatchObject({ role: 'admin', teammate: { handle: 'zo' } });
    const gone = await call(`POST /teammates/${id}/deactivate`, { token, json: {} });
    expect(gone.json).toMatchObject({ status: 'deactivated' });
    await refused('GET /me', { token: hers }, { status: 401, code: 'bad-token' });
    await call(`POST /teammates/${id}/reactivate`, { token, json: {} });
    expect((await call('GET /me', { token: hers })).status).toBe(200);
  });

  it('says by code and path what is wrong with a teammate', async () => {
    const { test, refused } = await story();
    const token = await test.tokenOf(test.mara);
    const invite = (json: object, status: number, code: string) =>
      refused('POST /teammates', { token, json: { ...zoe, ...json } }, { status, code });
    expect((await invite({ handle: 'MARA' }, 409, 'handle-taken')).json.path).toBe('handle');
    expect((await invite({ handle: 'z z' }, 400, 'handle-invalid')).json.path).toBe('handle');
    expect((await invite({ externalId: 'host/jonas' }, 409, 'identity-taken')).json.path).toBe('externalId');
    expect((await invite({ name: ' ' }, 400, 'name-invalid')).json.path).toBe('name');
    expect((await invite({ email: 'nobody' }, 400, 'malformed')).json.path).toBe('email');
    expect((await invite({ rank: 'general' }, 400, 'malformed')).json.path).toBe('rank');
    const nowhere = 'tem_01970000-0000-7000-8000-000000000000';
    expect((await invite({ teams: [nowhere] }, 400, 'team-unknown')).json.path).toBe('teams');
    await invite({ role: 'owner' }, 403, 'forbidden');
    const member = await test.tokenOf(test.jonas);
    await refused('POST /teammates', { token: member, json: zoe }, { status: 403, code: 'forbidden' });
    await refused(
      `PATCH /teammates/${test.stranger.id}`,
      { token, json: { name: 'X' } },
      { status: 404, code: 'not-found' },
    );
  });

  it('answers an invitation that is sent twice with the first one', async () => {
    const { test, call, refused } = await story();
    const token = await test.tokenOf(test.mara);
    const headers = { 'idempotency-key': 'once' };
    const first = await call('POST /teammates', { token, headers, json: zoe });
    const second = await call('POST /teammates', { token, headers, json: zoe });
    expect(second.json).toEqual(first.json);
    await refused(
      'POST /teammates',
      { token, headers, json: { ...zoe, name: 'X' } },
      { status: 422, code: 'idempotency-key-reused' },
    );
    const again = await call(`POST /teammates/${first.json.id}/deactivate`, {
      token,
      headers: { 'idempotency-key': 'two' },
      json: {},
    });
    const repeated = await call(`POST /teammates/${first.json.id}/deactivate`, {
      token,
      headers: { 'idempotency-key': 'two' },
      json: {},
    });
    expect(repeated.json).toEqual(again.json);
  });

  it('makes a team, puts people in, and takes all of it back', async () => {
    const { test, call } = await story();
    const token = await test.tokenOf(test.mara);
    const assignment = { kind: 'least-busy', limit: 4 };
    const { json: team } = await call('POST /teams', { token, json: { name: 'Shop', handle: 'shop', assignment } });
    expect(team).toMatchObject({ name: 'Shop', handle: 'shop', assignment });
    await call(`PATCH /teams/${team.id}`, { token, json: { assignment: { kind: 'manual' } } });
    const member = `/teams/${team.id}/members/${test.jonas.id}`;
    expect((await call(`PUT ${member}`, { token })).json.teams).toEqual([team.id]);
    expect((await call(`PUT ${member}`, { token })).json.teams).toEqual([team.id]);
    const his = await test.tokenOf(test.jonas);
    expect((await call('GET /me', { token: his })).json.teams).toEqual([team.id]);
    const { id } = await test.startChat('Hello');
    await call(`PUT /conversations/${id}/assignee`, { token, json: { team: team.id } });
    expect((await call(`DELETE ${member}`, { token })).json.teams).toEqual([]);
    expect((await call(`GET /conversations/${id}`, { token: his })).status).toBe(404);

    expect((await call(`DELETE /teams/${team.id}`, { token })).json).toMatchObject({ id: team.id });
    while ((await test.desk.doWork()) > 0);
    expect((await call(`GET /conversations/${id}`, { token: his })).json.assignee).toEqual({
      team: null,
      teammate: null,
    });
    expect((await call('GET /teams', { token })).json.items).toEqual([]);
  });

  it('lets teammates say who and where they are, and keep their own settings', async () => {
    const { test, call, refused } = await story();
    const token = await test.tokenOf(test.jonas);
    const me = await call('PATCH /me', { token, json: { name: 'Jo', availability: 'away', reassignAnswers: true } });
    const said = { name: 'Jo', availability: 'away', reassignAnswers: true, externalId: null };
    expect(me.json.teammate).toMatchObject(said);
    const usual = { version: 0, silenced: [], timeZone: null, locale: null };
    expect((await call('GET /me/preferences', { token })).json).toEqual(usual);
    const kept = { silenced: ['assigned'], timeZone: 'Europe/Lisbon', locale: 'pt-PT' };
    await call('PUT /me/preferences', { token, json: kept });
    expect((await call('GET /me/preferences', { token })).json).toEqual({ version: 1, ...kept });
    const wrong = { ...kept, timeZone: 'Mars' };
    await refused('PUT /me/preferences', { token, json: wrong }, { status: 400, code: 'time-zone-unknown' });
    await refused('PATCH /me', { token, json: { role: 'owner' } }, { status: 400, code: 'malformed' });
  });

  it('tells a teammate what happened, once, until it is read', async () => {
    const { test, call } = await story();
    const token = await test.tokenOf(test.jonas);
    const { id } = await test.startChat('One');
    await test.startChat('Two');
    const first = await call('GET /notifications?unread=true&limit=1', { token });
    expect(first.json).toMatchObject({ unread: 2, items: [{ because: 'contact-wrote-unassigned', readAt: null }] });
    const rest = await call(`GET /notifications?unread=true&cursor=${first.json.nextCursor}`, { token });
    expect(rest.json.items).toMatchObject([{ conversation: id, subject: '' }]);
    const headers = { 'idempotency-key': 'read' };
    const ids = [rest.json.items[0].id];
    expect((await call('POST /notifications/read', { token, headers, json: { ids } })).json).toEqual({ unread: 1 });
    expect((await call('POST /notifications/read', { token, headers, json: { ids } })).json).toEqual({ unread: 1 });
    expect((await call('POST /notifications/read', { token, json: { all: true } })).json).toEqual({ unread: 0 });
    for (const json of [{}, { ids, all: true }, { all: false }]) {
      expect((await call('POST /notifications/read', { token, json })).status).toBe(400);
    }
  });
}
