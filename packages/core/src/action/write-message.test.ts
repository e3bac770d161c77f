import { describe, expect, it } from 'vitest';
import { newId } from '../shared/id.ts';
import { emptyChange as emptyChangeOf } from '../storage/change.ts';
import { isStorageError } from '../storage/storage-error.ts';
import { createFakeChannel } from '../testing/fake-channel.ts';
import { away, conflict, noFaults, withFaults } from '../testing/faulty-storage.ts';
import { openTestDesk, type TestDeskOptions } from '../testing/test-desk.ts';

const text = (words: string) => ({ format: 'text', text: words }) as const;

async function open(options: TestDeskOptions = {}) {
  const faults = noFaults();
  const test = await openTestDesk({ ...options, wrap: (storage) => withFaults(storage, faults) });
  const { conversation } = await test.desk.receiver.receive(test.inbound());
  faults.commits = 0;
  const messages = () => test.desk.parts.storage.list(test.workspace, 'message', { limit: 100 });
  return { ...test, faults, conversation, messages };
}

describe('a write that loses races', () => {
  it.each([1, 5, 19])('%i times is done once it wins', async (times) => {
    const { desk, owner, conversation, faults, messages } = await open();
    for (let lost = 0; lost < times; lost++) faults.next.push(conflict());
    const { message } = await desk.as(owner).reply({ conversation, body: text('Here') });
    expect(faults.commits).toBe(times + 1);
    expect((await messages()).filter(({ kind }) => kind === 'reply')).toEqual([message]);
  });

  it('for ever is a fault of the storage, and writes nothing', async () => {
    const { desk, owner, conversation, faults, messages } = await open();
    for (let lost = 0; lost < 20; lost++) faults.next.push(conflict());
    await expect(desk.as(owner).reply({ conversation, body: text('Here') })).rejects.toMatchObject({
      code: 'version-conflict',
    });
    expect(await messages()).toHaveLength(1);
  });

  it('decides again on what the faster one left', async () => {
    const { desk, owner, admin, conversation, faults } = await open();
    let first = true;
    faults.before = async () => {
      if (!first) return;
      first = false;
      await desk.as(admin).claim({ conversation });
    };
    expect(await desk.attempt(owner).claim({ conversation })).toEqual({
      ok: false,
      refusal: { code: 'already-assigned', teammate: admin.id },
    });
  });
});

it('a storage that is away says so at once', async () => {
  const { desk, owner, conversation, faults } = await open();
  faults.next.push(away());
  const failed = await desk
    .as(owner)
    .close({ conversation })
    .catch((error: unknown) => error);
  expect(isStorageError(failed) && failed.code).toBe('unavailable');
  expect(faults.commits).toBe(1);
});

describe('a message with an id of its own', () => {
  it.each(['reply', 'note'] as const)('sent twice at once is one %s and one answer', async (kind) => {
    const { desk, ana, conversation, messages } = await open();
    const input = { id: newId('message'), conversation, body: text('Here, @ben') };
    const answers = await Promise.all([1, 2, 3].map(() => desk.as(ana)[kind](input)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await messages()).filter(({ id }) => id === input.id)).toHaveLength(1);
    expect(
      (await desk.as(ana).readTimeline({ conversation, limit: 50 })).items.filter(
        ({ message }) => message?.kind === kind,
      ),
    ).toHaveLength(1);
  });

  it('with other words, of another kind, author or conversation is refused', async () => {
    const test = await open();
    const { desk, owner, admin, conversation } = test;
    const other = await desk.receiver.receive(test.inbound());
    const input = { id: newId('message'), conversation, body: text('Here') };
    await desk.as(owner).reply(input);
    const refused = { ok: false, refusal: { code: 'id-taken', path: 'id' } };
    expect(await desk.attempt(owner).reply({ ...input, body: text('There') })).toEqual(refused);
    expect(await desk.attempt(owner).reply({ ...input, body: { format: 'markdown', text: 'Here' } })).toEqual(refused);
    expect(await desk.attempt(owner).note(input)).toEqual(refused);
    expect(await desk.attempt(admin).reply(input)).toEqual(refused);
    expect(await desk.attempt(owner).reply({ ...input, conversation: other.conversation })).toEqual(refused);
    expect(await desk.attempt(owner).reply(input)).toMatchObject({ ok: true });
  });

  it('begins one conversation, however often it comes, and no second one', async () => {
    const { desk, visitor, conversation: mail, messages } = await open();
    const person = await visitor();
    const input = { id: newId('conversation'), message: newId('message'), body: text('Hi') };
    const answers = await Promise.all([1, 2].map(() => desk.as(person).startChat(input)));
    expect(answers[0]).toEqual(answers[1]);
    expect(await messages()).toHaveLength(2);
    const taken = { ok: false, refusal: { code: 'id-taken' } };
    expect(await desk.attempt(person).startChat({ ...input, body: text('Ho') })).toMatchObject(taken);
    expect(await desk.attempt(person).startChat({ ...input, id: newId('conversation') })).toMatchObject(taken);
    expect(await desk.attempt(person).startChat({ ...input, id: mail })).toMatchObject(taken);
  });
});

describe('what a message needs', () => {
  it('is words or a file, and not too many words', async () => {
    const { desk, owner, conversation } = await open();
    for (const [words, code] of [
      ['', 'body-empty'],
      [' \n\u00a0', 'body-empty'],
      ['x'.repeat(100_001), 'body-too-long'],
    ] as const) {
      expect(await desk.attempt(owner).reply({ conversation, body: text(words) })).toEqual({
        ok: false,
        refusal: { code, path: 'body' },
      });
    }
    expect(await desk.attempt(owner).note({ conversation, body: text('x'.repeat(100_000)) })).toMatchObject({
      ok: true,
    });
  });

  it('is a way to the contact; whoever cannot see the conversation does not learn that there is none', async () => {
    const email = createFakeChannel();
    const test = await open({ channels: [email] });
    const { desk, ana, admin, ben, teams } = test;
    const { conversation } = await desk.as(await test.visitor()).startChat({ body: text('Hi') });
    const { storage } = desk.parts;
    // As a chat would be that goes on by email, of a visitor who left no address.
    await storage.commit({
      ...emptyChangeOf(test.workspace),
      put: [{ kind: 'conversation', row: { ...conversation, channel: 'email' } }],
    });
    await desk.as(admin).assign({ conversation: conversation.id, team: teams.billing.id });
    const input = { conversation: conversation.id, body: text('Hello') };
    expect(await desk.attempt(ana).reply(input)).toEqual({ ok: false, refusal: { code: 'contact-unreachable' } });
    expect(await desk.attempt(ben).reply(input)).toEqual({ ok: false, refusal: { code: 'not-found' } });
    expect(await desk.attempt(ben).note(input)).toEqual({ ok: false, refusal: { code: 'not-found' } });
  });

  it('mentions each of its people once, whatever the spelling, and never the author', async () => {
    const { desk, ana, ben, cem, teams, conversation } = await open();
    await desk.as(ana).note({ conversation, body: text('@ben @BEN @billing @ana `@cem` @nobody') });
    const { items } = await desk.as(ana).readTimeline({ conversation, limit: 50 });
    const told = items
      .toReversed()
      .flatMap(({ event }) => (event.type === 'mentioned' || event.type === 'shared' ? [event] : []));
    expect(told.map((event) => [event.type, 'team' in event ? event.team : event.teammate])).toEqual([
      ['mentioned', ben.id],
      ['mentioned', teams.billing.id],
      ['shared', ben.id],
    ]);
    expect(
      (await desk.as(cem).listConversations({ folder: { kind: 'shared' }, sort: 'newest', limit: 9 })).items,
    ).toEqual([]);
  });
});
