import { describe, expect, it } from 'vitest';
import type { Inbound } from '../channel/channel.ts';
import { createFakeChannel } from '../testing/fake-channel.ts';
import { openTestDesk, type TestDesk } from '../testing/test-desk.ts';

const day = 86_400_000;

async function open() {
  const test = await openTestDesk({ channels: [createFakeChannel()] });
  const { conversation } = await test.desk.receiver.receive(test.inbound());
  return { ...test, conversation };
}

async function messageOf({ desk, workspace }: TestDesk, inbound: Inbound) {
  const received = await desk.receiver.receive(inbound);
  const [message] = await desk.parts.storage.find(workspace, 'message', [received.message]);
  const [conversation] = await desk.parts.storage.find(workspace, 'conversation', [received.conversation]);
  return { received, message, conversation };
}

describe('an external id', () => {
  it('that comes twice at once is one message, and one of them is told so', async () => {
    const test = await open();
    const { desk, workspace, conversation } = test;
    for (const match of [null, { conversation, by: 'signed' } as const]) {
      const inbound = test.inbound({ match, from: { name: '', address: `${match?.by}@example.org` } });
      const answers = await Promise.all([1, 2, 3].map(() => desk.receiver.receive(inbound)));
      expect(new Set(answers.map(({ message }) => message)).size).toBe(1);
      expect(answers.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
      expect(await desk.receiver.findByExternalId(workspace, 'email', inbound.externalId)).toBe(
        answers[0]?.conversation,
      );
    }
    expect(await desk.parts.storage.list(workspace, 'message', { limit: 9 })).toHaveLength(3);
    expect(await desk.parts.storage.list(workspace, 'conversation', { limit: 9 })).toHaveLength(2);
  });

  it('of another channel is another message', async () => {
    const test = await open();
    const inbound = test.inbound();
    const [one, other] = [
      await test.desk.receiver.receive(inbound),
      await test.desk.receiver.receive({ ...inbound, channel: 'sms' }),
    ];
    expect(other.message).not.toBe(one.message);
    expect(other.duplicate).toBe(false);
  });
});

/** How a mail that names a conversation is known, what its address proved, whose it is; and where it ends. */
const participants = [
  ['signed', 'pass', 'known', 'contact'],
  ['signed', 'none', 'known', 'contact'],
  ['signed', 'fail', 'known', 'outsider'],
  ['signed', 'pass', 'unknown', 'outsider'],
  ['signed', 'none', 'unknown', 'outsider'],
  ['signed', 'fail', 'unknown', 'outsider'],
  ['known-id', 'pass', 'known', 'contact'],
  ['known-id', 'none', 'known', 'new'],
  ['known-id', 'fail', 'known', 'new'],
  ['known-id', 'pass', 'unknown', 'new'],
  ['known-id', 'none', 'unknown', 'new'],
  ['known-id', 'fail', 'unknown', 'new'],
] as const;

describe('a mail that names a conversation', () => {
  it.each(participants)('%s, %s, from an address that is %s: %s', async (by, verdict, address, expected) => {
    const test = await open();
    const { conversation: id, desk, owner } = test;
    await desk.as(owner).close({ conversation: id });
    const from = { name: '', address: address === 'known' ? ' KIM@example.ORG ' : 'eve@example.net' };
    const { message, conversation } = await messageOf(
      test,
      test.inbound({ match: { conversation: id, by }, verdict, from }),
    );
    const [first] = await desk.parts.storage.find(test.workspace, 'conversation', [id]);
    if (expected === 'new') {
      expect(conversation?.id).not.toBe(id);
      expect(conversation?.contact).not.toBe(first?.contact);
      expect(first?.state.status).toBe('closed');
      return;
    }
    expect(conversation).toMatchObject({ id, state: { status: 'open' }, contact: first?.contact });
    expect(message?.author).toEqual(
      expected === 'outsider' ? { kind: 'outsider' } : { kind: 'contact', id: first?.contact },
    );
  });

  it.each([
    ['shorter than', 90 * day, true],
    ['longer than', 90 * day + 1, false],
  ] as const)('closed for %s the limit: in it is %s', async (_, pause, joins) => {
    const test = await open();
    const { conversation: id, desk, owner, clock } = test;
    await desk.as(owner).close({ conversation: id });
    clock.pass(pause);
    const { conversation } = await messageOf(test, test.inbound({ match: { conversation: id, by: 'signed' } }));
    expect(conversation?.id === id).toBe(joins);
    const { items } = await desk.as(owner).readTimeline({ conversation: conversation?.id ?? id, limit: 50 });
    expect(items.at(-1)?.event).toMatchObject({ type: 'conversation-started', continues: joins ? null : id });
  });

  it('that is not there begins a new one', async () => {
    const test = await open();
    const match = { conversation: test.desk.parts.newId('conversation'), by: 'signed' } as const;
    const { received } = await messageOf(test, test.inbound({ match }));
    expect(received.duplicate).toBe(false);
    expect(received.conversation).not.toBe(match.conversation);
  });
});

describe('a sender', () => {
  it('with proof and one without are two contacts, each always the same', async () => {
    const test = await open();
    const contactOf = async (verdict: Inbound['verdict']) =>
      (await messageOf(test, test.inbound({ verdict }))).conversation?.contact;
    const proven = [await contactOf('pass'), await contactOf('pass')];
    const claimed = [await contactOf('none'), await contactOf('fail'), await contactOf('none')];
    expect(new Set(proven).size).toBe(1);
    expect(new Set(claimed).size).toBe(1);
    expect(proven[0]).not.toBe(claimed[0]);
  });
});

describe('automatic mail', () => {
  it.each(['close', 'snooze'] as const)('after %s neither opens nor moves the conversation', async (command) => {
    const test = await open();
    const { desk, owner, clock, conversation: id } = test;
    const before = await desk.as(owner)[command]({ conversation: id, until: 'next-reply' });
    clock.pass(1_000);
    const inbound = test.inbound({
      automatic: true,
      match: { conversation: id, by: 'signed' },
      body: { format: 'text', text: 'I am away' },
    });
    const { conversation, message } = await messageOf(test, inbound);
    expect(conversation).toEqual({ ...before, version: before.version + 1 });
    expect(message).toMatchObject({ automatic: true, conversation: id });
  });

  it('that comes first begins a conversation that nobody waits in', async () => {
    const test = await open();
    const { conversation, message } = await messageOf(test, test.inbound({ automatic: true }));
    expect(conversation).toMatchObject({ waiting: null, last: { id: message?.id } });
  });
});
