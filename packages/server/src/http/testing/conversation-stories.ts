import { expect, it } from 'vitest';
import type { Story } from './story.ts';

/** What teammates do with conversations. */
export function conversationStories(story: Story): void {
  it('lists, reads, answers and assigns', async () => {
    const { test, call } = await story();
    const token = await test.tokenOf(test.mara);
    const chat = await test.startChat('Where is my order?');

    const listed = await call('GET /conversations?folder=unassigned&limit=1', { token });
    expect(listed.status).toBe(200);
    expect(listed.json.items).toMatchObject([{ id: chat.id, preview: 'Where is my order?', holder: null }]);
    expect(Number(listed.headers.get('deskkit-seq'))).toBe(await test.position());

    const replied = await call(`POST /conversations/${chat.id}/messages`, {
      token,
      json: { kind: 'reply', body: 'It leaves **today**.' },
    });
    expect(replied.status).toBe(201);
    expect(replied.json.message).toMatchObject({
      kind: 'reply',
      body: { format: 'markdown', text: 'It leaves **today**.' },
    });
    const noted = await call(`POST /conversations/${chat.id}/messages`, {
      token,
      json: { kind: 'note', body: 'ask @jonas' },
    });
    expect(noted.json.conversation.sharedWith).toMatchObject([{ teammate: test.jonas.id }]);

    const assigned = await call(`PUT /conversations/${chat.id}/assignee`, { token, json: { teammate: test.jonas.id } });
    expect(assigned.json.conversation.assignee).toEqual({ teammate: test.jonas.id, team: null });
    const timeline = await call(`GET /conversations/${chat.id}/timeline`, { token });
    expect(timeline.json.items.map(({ event }: { event: { type: string } }) => event.type)).toEqual(
      expect.arrayContaining(['conversation-started', 'message-added', 'mentioned', 'shared', 'assignee-changed']),
    );
  });

  it('pages through a folder without missing or repeating one', async () => {
    const { test, call } = await story();
    const token = await test.tokenOf(test.mara);
    const begun = [];
    for (const text of ['one', 'two', 'three']) begun.push((await test.startChat(text)).id);
    const seen: string[] = [];
    let path = '/conversations?limit=2';
    for (let page = 0; page < 5; page++) {
      const { json } = await call(`GET ${path}`, { token });
      seen.push(...json.items.map(({ id }: { id: string }) => id));
      if (!json.nextCursor) break;
      path = `/conversations?limit=2&cursor=${json.nextCursor}`;
    }
    expect(seen).toEqual(begun.reverse());
  });

  it('gives a claim to one of two who ask at once', async () => {
    const { test, call } = await story();
    const { id } = await test.startChat('Anybody?');
    const tokens = [await test.tokenOf(test.mara), await test.tokenOf(test.jonas)];
    const answers = await Promise.all(
      tokens.map((token) => call(`POST /conversations/${id}/claim`, { token, json: {} })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.json).toMatchObject({ code: 'already-assigned', status: 409 });
  });

  it('snoozes, wakes, closes, and refuses to snooze what is closed', async () => {
    const { test, call, refused } = await story();
    const token = await test.tokenOf(test.mara);
    const { id } = await test.startChat('Later, please');
    const act = (verb: string, json: object = {}) => call(`POST /conversations/${id}/${verb}`, { token, json });

    expect((await act('snooze', { until: 'next-reply' })).json.conversation.state).toEqual({
      status: 'snoozed',
      until: 'next-reply',
    });
    await refused(`POST /conversations/${id}/open`, { token, json: {} }, { status: 409, code: 'conversation-snoozed' });
    expect((await act('unsnooze')).json.conversation.state.status).toBe('open');
    await refused(
      `POST /conversations/${id}/unsnooze`,
      { token, json: {} },
      { status: 409, code: 'conversation-not-snoozed' },
    );
    expect((await act('close')).json.conversation.state.status).toBe('closed');
    await refused(
      `POST /conversations/${id}/snooze`,
      { token, json: { until: 'next-reply' } },
      { status: 409, code: 'conversation-closed' },
    );
    expect((await act('open')).json.conversation.state.status).toBe('open');
    await refused(
      `POST /conversations/${id}/snooze`,
      { token, json: { until: '2020-01-01T00:00:00Z' } },
      { status: 400, code: 'snooze-in-past' },
    );
  });

  it('stops a reply that has not seen what the contact wrote', async () => {
    const { test, call, refused } = await story();
    const token = await test.tokenOf(test.mara);
    const { id, visitor } = await test.startChat('First');
    const { version } = (await call(`GET /conversations/${id}`, { token })).json;
    await test.desk.as(visitor).answer({ conversation: id, body: { format: 'text', text: 'Second' } });
    const { json } = await refused(
      `POST /conversations/${id}/messages`,
      { token, json: { kind: 'reply', body: 'To the first', seen: version } },
      { status: 409, code: 'conversation-changed' },
    );
    expect(json.happened).toMatchObject([{ type: 'message-added', kind: 'inbound' }]);
  });

  it('keeps members out of what is not theirs, with the same answer as for what is not there', async () => {
    const { test, call, refused } = await story();
    const { id } = await test.startChat('For Billing only');
    const mara = await test.tokenOf(test.mara);
    const team = await test.desk.addTeam(test.workspace.id, { name: 'Billing', handle: 'billing' });
    await call(`PUT /conversations/${id}/assignee`, { token: mara, json: { team: team.id } });
    const token = await test.tokenOf(test.jonas);
    const hidden = await refused(`GET /conversations/${id}`, { token }, { status: 404, code: 'not-found' });
    const absent = await refused(
      `GET /conversations/cnv_01970000-0000-7000-8000-000000000000`,
      { token },
      { status: 404, code: 'not-found' },
    );
    expect(hidden.text).toBe(absent.text);
  });

  it('takes an API key within its scopes', async () => {
    const { test, call, refused } = await story();
    const token = await test.apiKey();
    await test.startChat('For a program');
    expect((await call('GET /conversations', { token })).json.items).toHaveLength(1);
    await refused('GET /teammates', { token }, { status: 403, code: 'forbidden' });
  });
}
