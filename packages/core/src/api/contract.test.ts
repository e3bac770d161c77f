import { describe, expect, it } from 'vitest';
import type { Channel } from '../channel/channel.ts';
import type { Actor } from '../people/actor.ts';
import { ok } from '../shared/result.ts';
import { callContactOperations } from '../testing/contract-steps/contact-steps.ts';
import { callPeopleOperations } from '../testing/contract-steps/people-steps.ts';
import { callSettingsOperations } from '../testing/contract-steps/settings-steps.ts';
import { callWordsOperations } from '../testing/contract-steps/words-steps.ts';
import { createFakeChannel } from '../testing/fake-channel.ts';
import { fakeTokens, tokenOf } from '../testing/fake-tokens.ts';
import { openTestDesk } from '../testing/test-desk.ts';
import { contract } from './contract.ts';
import type { AnyOperation } from './operation.ts';
import { type OperationName, routes } from './routes.ts';
import { createSigner } from './signer.ts';
import { toFetchHandler } from './to-fetch-handler.ts';

const email: Channel = {
  ...createFakeChannel(),
  accept: async (_raw, receiver, workspace) => {
    const received = await receiver.receive({
      workspace,
      channel: 'email',
      externalId: '<1@example.net>',
      match: null,
      from: { name: '', address: 'lee@example.net' },
      verdict: 'none',
      subject: 'Raw',
      body: { format: 'text', text: 'Raw' },
      attachments: [],
      automatic: false,
      email: {
        from: { name: '', address: 'lee@example.net' },
        to: [],
        cc: [],
        subject: 'Raw',
        messageId: '<1@example.net>',
        verdict: 'none',
        original: null,
      },
    });
    return ok(received);
  },
};

async function open() {
  const test = await openTestDesk({ channels: [email] });
  const handle = toFetchHandler(
    { desk: test.desk, tokens: fakeTokens, signer: createSigner('secret') },
    { prefix: '/desk' },
  );
  const done = new Set<OperationName>();

  /** Calls an operation, and checks that its answer is what the contract says, to the last field. */
  async function call(name: OperationName, actor: Actor | null, input: Record<string, unknown> = {}, raw?: string) {
    const operation: AnyOperation = contract[name];
    const [method = '', pattern = ''] = routes[name].split(' ');
    const rest = { ...input };
    const path = pattern.replace(/:(\w+)/g, (_, key: string) => {
      const value = String(rest[key]);
      delete rest[key];
      return value;
    });
    const isQuery = method === 'GET' || operation.takes === 'raw';
    const query = isQuery ? `?${new URLSearchParams(rest as Record<string, string>)}` : '';
    const response = await handle(
      new Request(`http://desk.example/desk/v1${path}${query}`, {
        method,
        headers: {
          ...(actor ? { authorization: `Bearer ${tokenOf(actor)}` } : {}),
          ...(actor?.kind === 'host' ? { 'deskkit-workspace': actor.workspace } : {}),
          'content-type': name === 'handInMail' ? 'message/rfc822' : 'application/json',
        },
        ...(isQuery ? (raw === undefined ? {} : { body: raw }) : { body: JSON.stringify(rest) }),
      }),
    );
    const answer = JSON.parse(await response.text());
    expect([name, response.status, answer]).toEqual([name, operation.status ?? 200, expect.anything()]);
    expect(operation.output.parse(answer)).toEqual(answer);
    done.add(name);
    return answer;
  }
  return { ...test, handle, call, done };
}

describe('every JSON operation', () => {
  it('answers what the contract says', async () => {
    const test = await open();
    const { call, done, desk, owner, admin, workspace, teams } = test;
    const integrator: Actor = {
      kind: 'integrator',
      workspace,
      id: desk.parts.newId('api-key'),
      scopes: ['mail:write'],
    };
    await call('getMe', owner);
    await call('getMe', integrator);
    await call('listTeammates', owner);
    await call('listTeams', owner);

    const mail = await call('handInMail', integrator, {}, 'Subject: Raw');
    const started = await call('startConversation', owner, {
      to: { address: 'kim@example.org' },
      subject: 'Hi',
      body: 'Hello',
    });
    const on = { conversation: started.conversation.id };
    await call('getContact', owner, { contact: started.conversation.contact });
    const file = await call('addAttachment', owner, { name: 'a.txt' }, 'bytes');
    await call('addMessage', owner, { ...on, kind: 'reply', body: 'Here', attachments: [file.id] });
    await call('getAttachment', owner, { attachment: file.id });
    await call('addMessage', admin, { ...on, kind: 'note', body: '@ana and @billing' });
    await call('assignConversation', owner, { ...on, team: teams.billing.id });
    await call('claimConversation', owner, on);
    await call('shareConversation', owner, { ...on, teammate: admin.id });
    await call('unshareConversation', owner, { ...on, teammate: admin.id });
    await call('snoozeConversation', owner, { ...on, until: 'next-reply' });
    await call('unsnoozeConversation', owner, on);
    await call('closeConversation', owner, on);
    await call('openConversation', owner, on);
    await call('markSpam', owner, on);
    await call('unmarkSpam', owner, on);
    await desk.doWork();

    const { token } = await call('openWidgetSession', null, {
      key: 'widget',
      identity: tokenOf({ id: 'u1', name: 'Kim', email: null }),
    });
    const visitor = JSON.parse(decodeURIComponent(token)) as Actor;
    await call('getWidgetConfig', null, { key: 'widget' });
    const chat = await call('startWidgetConversation', visitor, { body: 'Hi' });
    await call('addMessage', owner, { conversation: chat.conversation.id, kind: 'reply', body: 'Hello' });
    await call('addMessage', owner, { conversation: chat.conversation.id, kind: 'note', body: 'Hm' });
    await call('addWidgetMessage', visitor, { conversation: chat.conversation.id, body: 'Thanks' });
    await call('listWidgetConversations', visitor);
    const seen = await call('readWidgetMessages', visitor, { conversation: chat.conversation.id, limit: '2' });
    await call('readWidgetMessages', visitor, {
      conversation: chat.conversation.id,
      limit: '2',
      cursor: seen.nextCursor,
    });

    await call('getConversation', owner, { conversation: mail.conversation });
    const first = await call('listConversations', owner, { limit: '2' });
    await call('listConversations', owner, { limit: '2', cursor: first.nextCursor });
    const page = await call('readTimeline', owner, { ...on, limit: '3' });
    await call('readTimeline', owner, { ...on, limit: '3', cursor: page.nextCursor });
    await call('readTimeline', owner, { conversation: chat.conversation.id });
    await call('listFolders', owner);
    await call('readEvents', owner, { after: '0', limit: '200' });

    await callPeopleOperations(call, test);
    await callWordsOperations(call, test);
    await callContactOperations(call, test);
    await callSettingsOperations(call, test);
    const json = (Object.keys(routes) as OperationName[]).filter((name) => {
      const { gives, refusals }: AnyOperation = contract[name];
      return !gives && !refusals.includes('not-available');
    });
    expect([...done].sort()).toEqual(json.sort());
  });
});

describe('a visitor', () => {
  it('gets 404 for what is not its own, the same as for what is not there, and malformed for a made-up cursor', async () => {
    const { handle, desk, visitor } = await open();
    const [mine, theirs] = [await visitor(), await visitor()];
    const { conversation } = await desk.as(theirs).startChat({ body: { format: 'text', text: 'Hi' } });
    const own = await desk.as(mine).startChat({ body: { format: 'text', text: 'Hi' } });
    const read = async (id: string, query = '') => {
      const headers = { authorization: `Bearer ${tokenOf(mine)}` };
      const url = `http://desk.example/desk/v1/widget/conversations/${id}/messages${query}`;
      const response = await handle(new Request(url, { headers }));
      return [response.status, await response.text()] as const;
    };
    expect((await read(own.conversation.id))[0]).toBe(200);
    expect((await read(conversation.id))[0]).toBe(404);
    expect(await read(conversation.id)).toEqual(await read(desk.parts.newId('conversation')));
    for (const cursor of ['A', 'x', '%C3%A9', 'A'.repeat(19)]) {
      expect((await read(own.conversation.id, `?cursor=${cursor}`))[0]).toBe(400);
    }
  });
});

describe('an integrator without the scope', () => {
  it('is told the same of what is there and of what is not', async () => {
    const { desk, workspace, inbound } = await open();
    const { conversation } = await desk.receiver.receive(inbound());
    const integrator: Actor = {
      kind: 'integrator',
      workspace,
      id: desk.parts.newId('api-key'),
      scopes: ['mail:write'],
    };
    const refused = { ok: false, refusal: { code: 'forbidden' } };
    for (const id of [conversation, desk.parts.newId('conversation')]) {
      expect(await desk.attempt(integrator).close({ conversation: id })).toEqual(refused);
      expect(await desk.attempt(integrator).findConversation(id)).toEqual(refused);
    }
  });
});
