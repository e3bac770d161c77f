import { describe, expect, it } from 'vitest';
import { cellDelta, cellKey } from '../conversation/cells.ts';
import type { Actor, VisitorActor } from '../people/actor.ts';
import { type ConversationId, newId } from '../shared/id.ts';
import { plus } from '../shared/instant.ts';
import { emptyChange } from '../storage/change.ts';
import { createFakeChannel } from '../testing/fake-channel.ts';
import { noFaults, withFaults } from '../testing/faulty-storage.ts';
import { openTestDesk, streamOf } from '../testing/test-desk.ts';

const text = (words: string) => ({ format: 'text', text: words }) as const;

async function open() {
  const faults = noFaults();
  const channel = { ...createFakeChannel(), capabilities: { sends: true, undo: true } };
  const meanwhile: (() => Promise<unknown>)[] = [];
  const test = await openTestDesk({
    channels: [channel],
    wrap: (storage) => ({
      ...withFaults(storage, faults),
      async find(...ask) {
        const rows = await storage.find(...ask);
        if (ask[1] === 'conversation') await meanwhile.shift()?.();
        return rows;
      },
    }),
  });
  const { desk, owner, workspace } = test;
  const { storage } = desk.parts;
  const mail = async (overrides: Parameters<typeof test.inbound>[0] = {}) =>
    (await desk.receiver.receive(test.inbound(overrides))).conversation;
  const row = (id: ConversationId) => desk.as(owner).findConversation(id);
  return {
    ...test,
    faults,
    meanwhile,
    channel,
    mail,
    row,
    merge: (conversation: ConversationId, into: ConversationId, actor: Actor = owner) =>
      desk.attempt(actor).merge({ conversation, into }),
    /** A chat of the contact who writes the mails. */
    async chat(contact: ConversationId, words = 'Hi'): Promise<{ id: ConversationId; person: VisitorActor }> {
      const person = await test.visitor();
      const { conversation } = await desk.as(person).startChat({ body: text(words) });
      const joined = { ...conversation, contact: (await row(contact)).contact };
      await storage.commit({ ...emptyChange(workspace), put: [{ kind: 'conversation', row: joined }] });
      return { id: conversation.id, person };
    },
    said: async (actor: Actor, conversation: ConversationId) =>
      (await desk.as(actor).readTimeline({ conversation, limit: 100 })).items
        .flatMap(({ event, message }) => (event.type === 'message-added' && message ? [message.body.text] : []))
        .reverse(),
  };
}

describe('two conversations that become one', () => {
  it('have one timeline, one place in lists, and the newest words there', async () => {
    const { desk, owner, mail, row, merge, said } = await open();
    const [from, into] = [await mail({ body: text('One') }), await mail({ body: text('Two') })];
    await desk.as(owner).note({ conversation: into, body: text('Three') });
    const { message } = await desk.as(owner).note({ conversation: from, body: text('Four') });
    const merged = await merge(from, into);
    expect(merged).toEqual({ ok: true, value: await row(into) });
    expect(await said(owner, into)).toEqual(['One', 'Two', 'Three', 'Four']);
    expect(await row(into)).toMatchObject({
      preview: 'Four',
      last: { id: message.id },
      mergedFrom: [{ conversation: from }],
    });
    expect(await row(from)).toMatchObject({ mergedInto: into });
    const { items } = await desk.as(owner).listConversations({ folder: { kind: 'all' }, sort: 'newest', limit: 9 });
    expect(items.map(({ id }) => id)).toEqual([into]);
    // By number, hence the first of both waits longest.
    expect((await row(into)).waiting).toEqual((await row(from)).waiting);
  });

  it('pages its timeline by time over both', async () => {
    const { desk, owner, mail, merge } = await open();
    const [from, into] = [await mail(), await mail()];
    for (const [index, conversation] of [from, into, from, into].entries()) {
      await desk.as(owner).note({ conversation, body: text(String(index)) });
    }
    await merge(from, into);
    const seqs: number[] = [];
    for (let before: number | undefined, page = 0; page < 20; page++) {
      const { items, next } = await desk.as(owner).readTimeline({ conversation: into, limit: 3, before });
      seqs.push(...items.map(({ event }) => event.seq));
      if (next === undefined) break;
      before = next;
    }
    expect(seqs).toEqual(seqs.toSorted((one, other) => other - one));
    expect(seqs).toHaveLength(new Set(seqs).size);
    expect(seqs).toHaveLength(10);
  });

  it('count as one in every folder, and its readers are those of both', async () => {
    const { desk, owner, ana, ben, mail, merge, row, teams, workspace } = await open();
    const [from, into] = [await mail(), await mail()];
    await desk.as(owner).assign({ conversation: from, team: teams.billing.id });
    await desk.as(owner).assign({ conversation: into, team: teams.sales.id });
    await desk.as(owner).share({ conversation: from, teammate: ana.id });
    await merge(from, into);
    expect(await row(into)).toMatchObject({ assignee: { team: teams.sales.id }, sharedWith: [{ teammate: ana.id }] });
    expect(await desk.attempt(ana).findConversation(into)).toMatchObject({ ok: true });
    expect(await desk.attempt(ben).findConversation(into)).toMatchObject({ ok: true });
    const counted = new Map(
      (await desk.parts.storage.readCells(workspace)).map((one) => [cellKey(one.cell), one.value]),
    );
    const recount = new Map<string, number>();
    for (const one of await desk.parts.storage.list(workspace, 'conversation', { limit: 9 })) {
      for (const { cell, by } of cellDelta(undefined, one)) recount.set(cellKey(cell), by);
    }
    expect(counted).toEqual(recount);
  });

  it('are found by the words of both where they are now', async () => {
    const { desk, owner, mail, merge } = await open();
    const [from, into] = [await mail({ body: text('harbour') }), await mail({ body: text('airport') })];
    await merge(from, into);
    const found = await desk.as(owner).searchMessages({ q: 'harbour', sort: 'newest', limit: 9 });
    expect(found.items.map(({ conversation }) => conversation.id)).toEqual([into]);
  });

  it('wake once: the alarm of the one that went is off', async () => {
    const { desk, owner, clock, mail, merge, row } = await open();
    const [from, into] = [await mail(), await mail()];
    await desk.as(owner).snooze({ conversation: from, until: plus(clock.now(), 1_000) });
    await merge(from, into);
    clock.pass(1_000);
    expect(await desk.doWork()).toBe(0);
    expect((await row(into)).state).toEqual({ status: 'open' });
  });

  it.each(['found', 'written'])('are merged as they stand: who writes once they are %s is not lost', async (when) => {
    const test = await open();
    const { desk, owner, mail, merge, row, faults, meanwhile, said } = test;
    const [from, into] = [await mail({ body: text('One') }), await mail({ body: text('Two') })];
    let isFirst = true;
    const write = async () => {
      if (!isFirst) return;
      isFirst = false;
      await desk.receiver.receive(test.inbound({ match: { conversation: from, by: 'signed' }, body: text('Three') }));
      await desk.as(owner).claim({ conversation: into });
    };
    if (when === 'found') meanwhile.push(write);
    else faults.before = write;
    await merge(from, into);
    expect(await said(owner, into)).toEqual(['One', 'Two', 'Three']);
    expect(await row(into)).toMatchObject({ preview: 'Three', assignee: { teammate: owner.id } });
  });
});

it('mail that was matched just before the merge goes where its conversation went', async () => {
  const test = await open();
  const { desk, owner, mail, merge, meanwhile, said, row } = test;
  const [from, into] = [await mail({ body: text('One') }), await mail({ body: text('Two') })];
  meanwhile.push(() => merge(from, into));
  await desk.receiver.receive(test.inbound({ match: { conversation: from, by: 'signed' }, body: text('Three') }));
  expect(await said(owner, into)).toEqual(['One', 'Two', 'Three']);
  expect((await row(into)).preview).toBe('Three');
});

describe('merging is refused', () => {
  it('into itself, another contact’s, one that went already, and one that is not there or not seen', async () => {
    const { desk, owner, ana, mail, merge, teams } = await open();
    const [from, into, third] = [await mail(), await mail(), await mail()];
    const foreign = await mail({ from: { name: 'Lee', address: 'lee@example.org' } });
    const refused = (code: string, path = 'into') => ({ ok: false, refusal: { code, path } });
    expect(await merge(from, from)).toEqual(refused('merge-into-itself'));
    expect(await merge(from, foreign)).toEqual(refused('different-contact'));
    expect(await merge(from, newId('conversation'))).toEqual(refused('conversation-unknown'));
    await desk.as(owner).assign({ conversation: into, team: teams.sales.id });
    expect(await merge(from, into, ana)).toEqual(refused('conversation-unknown'));
    expect(await merge(into, from, ana)).toEqual({ ok: false, refusal: { code: 'not-found' } });
    await merge(into, third);
    expect(await merge(from, into)).toEqual({ ok: false, refusal: { code: 'conversation-merged', into: third } });
    expect(await merge(into, from)).toEqual({ ok: false, refusal: { code: 'conversation-merged', into: third } });
  });
});

it('what was merged refuses every command with where it went', async () => {
  const { desk, owner, mail, merge } = await open();
  const [conversation, into] = [await mail(), await mail()];
  const { message } = await desk.as(owner).note({ conversation, body: text('Note') });
  const sent = await desk.as(owner).reply({ conversation, body: text('Reply') });
  await merge(conversation, into);
  const on = { conversation };
  const body = text('Hello');
  const acts = desk.attempt(owner);
  const draft = { body, attachments: [], cc: [], bcc: [], revision: 0 };
  const refused = await Promise.all([
    acts.reply({ ...on, body }),
    acts.note({ ...on, body }),
    acts.editNote({ ...on, message: message.id, body }),
    acts.deleteNote({ ...on, message: message.id }),
    acts.retract({ ...on, message: sent.message.id }),
    acts.retry({ ...on, message: sent.message.id }),
    acts.assign({ ...on, teammate: owner.id }),
    acts.claim(on),
    acts.close(on),
    acts.open(on),
    acts.snooze({ ...on, until: 'next-reply' }),
    acts.unsnooze(on),
    acts.share({ ...on, teammate: owner.id }),
    acts.unshare({ ...on, teammate: owner.id }),
    acts.markSpam(on),
    acts.unmarkSpam(on),
    acts.changeDetails({ ...on, priority: 'low' }),
    acts.merge({ ...on, into }),
    acts.markRead({ ...on, message: message.id }),
    acts.saveDraft({ ...on, kind: 'reply', ...draft }),
  ]);
  for (const answer of refused) expect(answer).toEqual({ ok: false, refusal: { code: 'conversation-merged', into } });
  expect(await acts.changeMany({ ids: [conversation], command: { type: 'close' } })).toMatchObject({
    value: [{ result: { refusal: { code: 'conversation-merged', into } } }],
  });
  expect(await acts.findConversation(conversation)).toMatchObject({ ok: true, value: { mergedInto: into } });
});

describe('after the merge', () => {
  it('mail and the visitor go on where it went, each by its own channel, and the reply by the last', async () => {
    const test = await open();
    const { desk, owner, clock, channel, mail, chat, merge, row, said } = test;
    const email = await mail({ body: text('By mail') });
    const { id: from, person } = await chat(email, 'By chat');
    await merge(from, email);
    const answered = await desk.as(person).answer({ conversation: from, body: text('Still me') });
    expect(answered).toMatchObject({ message: { channel: 'chat', conversation: email }, conversation: { id: email } });
    const inChat = await desk.as(owner).reply({ conversation: email, body: text('In the chat') });
    expect(inChat.message.channel).toBe('chat');
    await desk.receiver.receive(
      test.inbound({ match: { conversation: from, by: 'signed' }, body: text('Me by mail') }),
    );
    const byMail = await desk.as(owner).reply({ conversation: email, body: text('By mail again') });
    expect(byMail.message.channel).toBe('email');
    clock.pass(10_000);
    await desk.doWork();
    expect(channel.sent.map(({ message, earlier }) => [message.body.text, earlier.length])).toEqual([
      ['By mail again', 5],
    ]);
    expect((await row(email)).waiting).toBeNull();
    expect(await said(owner, email)).toEqual([
      ...['By mail', 'By chat', 'Still me', 'In the chat', 'Me by mail', 'By mail again'],
    ]);
  });

  it('a visitor’s answer that was under way arrives, once, however often it comes', async () => {
    const test = await open();
    const { desk, owner, mail, chat, merge, meanwhile, said, row } = test;
    const email = await mail({ body: text('One') });
    const { id: from, person } = await chat(email, 'Two');
    await desk.as(owner).close({ conversation: email });
    const input = { id: newId('message'), conversation: from, body: text('Three') };
    meanwhile.push(() => merge(from, email));
    const first = await desk.as(person).answer(input);
    expect(await desk.as(person).answer(input)).toEqual(first);
    expect(await said(owner, email)).toEqual(['One', 'Two', 'Three']);
    expect((await row(email)).state).toEqual({ status: 'open' });
  });

  it('what was said before the merge is recognised when it comes again', async () => {
    const { desk, owner, mail, chat, merge } = await open();
    const email = await mail();
    const { id: from, person } = await chat(email);
    const input = { id: newId('message'), conversation: from, body: text('Once') };
    const { message } = await desk.as(person).answer(input);
    const note = { id: newId('message'), conversation: from, body: text('Among us') };
    await desk.as(owner).note(note);
    await merge(from, email);
    expect((await desk.as(person).answer(input)).message).toEqual(message);
    expect(await desk.attempt(owner).note(note)).toMatchObject({
      ok: true,
      value: { message: { conversation: from } },
    });
  });

  it('a reply that waits is sent, heard of and taken back where it went', async () => {
    const { desk, owner, clock, channel, mail, merge } = await open();
    const [from, into] = [await mail(), await mail()];
    const first = await desk.as(owner).reply({ conversation: from, body: text('First') });
    await desk.as(owner).close({ conversation: from });
    const second = await desk.as(owner).reply({ conversation: from, body: text('Second') });
    const before = await merge(from, into);
    const retracted = await desk.as(owner).retract({ conversation: into, message: second.message.id });
    expect(retracted).toMatchObject({ message: { gone: 'retracted' }, draft: { conversation: into } });
    expect(before.ok && retracted.conversation.state).toEqual(before.ok && before.value.state);
    clock.pass(10_000);
    await desk.doWork();
    expect(channel.sent.map(({ message }) => message.id)).toEqual([first.message.id]);
    const { items } = await desk.as(owner).readTimeline({ conversation: into, limit: 1 });
    expect(items[0]?.event).toMatchObject({ type: 'delivery-changed', conversation: into, state: 'sent' });
  });

  it('a note of before is its author’s to change there', async () => {
    const { desk, owner, mail, merge } = await open();
    const [from, into] = [await mail(), await mail()];
    const { message } = await desk.as(owner).note({ conversation: from, body: text('Old') });
    await merge(from, into);
    const { message: edited } = await desk
      .as(owner)
      .editNote({ conversation: into, message: message.id, body: text('New') });
    expect(edited).toMatchObject({ conversation: from, body: text('New') });
    const found = await desk.as(owner).searchMessages({ q: 'New', sort: 'newest', limit: 9 });
    expect(found.items.map(({ conversation }) => conversation.id)).toEqual([into]);
  });

  it('files stay with who reads what their conversation went into, and knows their message', async () => {
    const { desk, owner, ben, mail, chat, merge, teams } = await open();
    const email = await mail();
    const { id: from, person } = await chat(email);
    const stranger = await chat(email);
    const send = async (conversation: ConversationId, kind: 'reply' | 'note' = 'reply') => {
      const bytes = streamOf(new Uint8Array(3));
      const file = await desk.as(owner).handInAttachment({ name: 'a.png', type: 'image/png', bytes });
      await desk.as(owner)[kind]({ conversation, body: text('See'), attachments: [file.id] });
      return file.id;
    };
    const files = [await send(from), await send(from, 'note'), await send(stranger.id)];
    await desk.as(owner).assign({ conversation: from, team: teams.billing.id });
    await desk.as(owner).assign({ conversation: stranger.id, team: teams.sales.id });
    await merge(from, stranger.id);
    files.push(await send(stranger.id), await send(stranger.id, 'note'));
    const found = async (actor: Actor) =>
      Promise.all(files.map(async (id) => (await desk.attempt(actor).findAttachment(id)).ok));
    expect(await found(owner)).toEqual([true, true, true, true, true]);
    expect(await found(ben)).toEqual([true, true, true, true, true]);
    expect(await found(person)).toEqual([true, false, false, true, false]);
    expect(await found(stranger.person)).toEqual([false, false, true, true, false]);
  });
});
