import { describe, expect, it } from 'vitest';
import { conversationViews } from '../api/views.ts';
import type { Actor } from '../people/actor.ts';
import type { MessageId } from '../shared/id.ts';
import { newId } from '../shared/id.ts';
import { openTestDesk } from '../testing/test-desk.ts';

const text = (words: string) => ({ format: 'text', text: words }) as const;
const unknown = { ok: false, refusal: { code: 'message-unknown', path: 'message' } };
const notFound = { ok: false, refusal: { code: 'not-found' } };

async function open() {
  const test = await openTestDesk();
  const { desk, owner } = test;
  const visitor = await test.visitor();
  const begun = await desk.as(visitor).startChat({ body: text('One') });
  const conversation = begun.conversation.id;
  const second = await desk.as(visitor).answer({ conversation, body: text('Two') });
  const third = await desk.as(owner).reply({ conversation, body: text('Three') });
  const row = () => desk.as(owner).findConversation(conversation);
  return {
    ...test,
    person: visitor,
    conversation,
    messages: [begun, second, third].map(({ message }) => message.id) as [MessageId, MessageId, MessageId],
    row,
    unread: async (actor: Actor) => (await conversationViews(desk, actor, [await row()]))[0]?.unread,
  };
}

describe('what a teammate has read', () => {
  it('is its own: others go on having it unread, and the conversation stays as it is', async () => {
    const { desk, owner, ana, conversation, messages, row, unread } = await open();
    const before = await row();
    expect([await unread(owner), await unread(ana)]).toEqual([true, true]);
    const { marker } = await desk.as(owner).markRead({ conversation, message: messages[2] });
    expect(marker).toMatchObject({ teammate: owner.id, message: messages[2], version: 1 });
    expect([await unread(owner), await unread(ana)]).toEqual([false, true]);
    expect(await row()).toEqual(before);
  });

  it('never goes back by itself, and goes below a message that is to be unread', async () => {
    const { desk, owner, conversation, messages } = await open();
    const [one, two, three] = messages;
    const mark = async (message: MessageId, unread?: boolean) =>
      (await desk.as(owner).markRead({ conversation, message, unread })).marker;
    expect(await mark(two)).toMatchObject({ message: two });
    expect(await mark(one)).toMatchObject({ message: two, version: 1 });
    expect(await mark(three)).toMatchObject({ message: three, version: 2 });
    expect(await mark(two, true)).toMatchObject({ message: one });
    expect(await mark(three, true)).toMatchObject({ message: one, version: 3 });
    expect(await mark(one, true)).toMatchObject({ message: null, seq: 0 });
  });

  it('is heard of by its owner alone, once for each move', async () => {
    const { desk, owner, admin, conversation, messages, workspace } = await open();
    const after = await desk.parts.storage.position(workspace);
    await desk.as(owner).markRead({ conversation, message: messages[1] });
    await desk.as(owner).markRead({ conversation, message: messages[0] });
    const heard = async (actor: Actor) => (await desk.as(actor).readLog({ after, limit: 10 })).frames;
    expect(await heard(owner)).toMatchObject([
      { kind: 'personal', event: { type: 'read-changed', about: conversation }, row: { message: messages[1] } },
    ]);
    expect(await heard(admin)).toEqual([]);
  });

  it('ends where it is moved to, however many move it at once', async () => {
    const { desk, owner, conversation, messages } = await open();
    await Promise.all(
      [0, 2, 1].map((at) => desk.as(owner).markRead({ conversation, message: messages[at] ?? messages[0] })),
    );
    const { marker } = await desk.as(owner).markRead({ conversation, message: messages[0] });
    expect(marker).toMatchObject({ message: messages[2] });
  });

  it('comes again with the next message, and not with an automatic one', async () => {
    const test = await open();
    const { desk, owner, conversation, messages, person, unread } = test;
    await desk.as(owner).markRead({ conversation, message: messages[2] });
    await desk.receiver.receive(test.inbound({ automatic: true, match: { conversation, by: 'signed' } }));
    expect(await unread(owner)).toBe(false);
    await desk.as(person).answer({ conversation, body: text('Four') });
    expect(await unread(owner)).toBe(true);
  });

  it('is of messages of the conversation, and of conversations that one sees', async () => {
    const test = await open();
    const { desk, owner, ben, conversation, messages, teams, workspace } = test;
    expect(await desk.attempt(owner).markRead({ conversation, message: newId('message') })).toEqual(unknown);
    const other = await desk.receiver.receive(test.inbound());
    expect(await desk.attempt(owner).markRead({ conversation, message: other.message })).toEqual(unknown);
    await desk.as(owner).assign({ conversation, team: teams.billing.id });
    expect(await desk.attempt(ben).markRead({ conversation, message: messages[0] })).toEqual(notFound);
    const scopes = ['conversations:read', 'conversations:write'] as const;
    const integrator: Actor = { kind: 'integrator', workspace, id: newId('api-key'), scopes };
    const forbidden = { ok: false, refusal: { code: 'forbidden' } };
    expect(await desk.attempt(integrator).markRead({ conversation, message: messages[0] })).toEqual(forbidden);
    expect(await test.unread(integrator)).toBe(false);
  });
});

describe('what the contact has read', () => {
  it('is heard by all who read the conversation, and never goes back', async () => {
    const { desk, ana, person, conversation, messages, row, workspace } = await open();
    const [one, , three] = messages;
    const after = await desk.parts.storage.position(workspace);
    await desk.as(person).markReadByContact({ conversation, message: three });
    expect(await row()).toMatchObject({ contactRead: three });
    await desk.as(person).markReadByContact({ conversation, message: one });
    await desk.as(person).markReadByContact({ conversation, message: three });
    expect(await row()).toMatchObject({ contactRead: three });
    const { frames } = await desk.as(ana).readLog({ after, limit: 10 });
    expect(frames.filter(({ kind }) => kind === 'happened')).toMatchObject([
      { entry: { event: { type: 'contact-read', message: three, actor: { kind: 'contact' } } } },
    ]);
  });

  it('is no note, nothing that is not there, and nobody else’s', async () => {
    const test = await open();
    const { desk, owner, person, conversation, messages } = test;
    const { message: note } = await desk.as(owner).note({ conversation, body: text('Secret') });
    for (const message of [note.id, newId('message')]) {
      expect(await desk.attempt(person).markReadByContact({ conversation, message })).toEqual(unknown);
    }
    const stranger = await test.visitor();
    expect(await desk.attempt(stranger).markReadByContact({ conversation, message: messages[2] })).toEqual(notFound);
  });
});
