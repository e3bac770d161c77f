import { describe, expect, it } from 'vitest';
import { newId } from '../shared/id.ts';
import { noFaults, withFaults } from '../testing/faulty-storage.ts';
import { openTestDesk, streamOf } from '../testing/test-desk.ts';

const text = (words: string) => ({ format: 'text', text: words }) as const;
const notFound = { ok: false, refusal: { code: 'not-found' } };

async function open(words = 'A note') {
  const faults = noFaults();
  const test = await openTestDesk({ wrap: (storage) => withFaults(storage, faults) });
  const { desk, ana, workspace } = test;
  const { conversation } = await desk.receiver.receive(test.inbound());
  const bytes = streamOf(new Uint8Array(3));
  const file = await desk.as(ana).handInAttachment({ name: 'a.png', type: 'image/png', bytes });
  const { message } = await desk.as(ana).note({ conversation, body: text(words), attachments: [file.id] });
  const on = { conversation, message: message.id };
  const { storage, blobs } = desk.parts;
  return {
    ...test,
    faults,
    conversation,
    on,
    file,
    message,
    row: async () => (await storage.find(workspace, 'message', [message.id]))[0],
    blob: () => blobs.get(file.id),
    told: async () =>
      (await storage.list(workspace, 'notification', { limit: 100 })).flatMap((row) =>
        row.message === message.id ? [row.teammate] : [],
      ),
    events: async () =>
      (await storage.listEvents(workspace, { conversations: [conversation], limit: 100 })).map(({ type }) => type),
    finds: async (word: string) => {
      const query = { scope: { kind: 'everything' }, terms: [{ word, prefix: false }], limit: 10 } as const;
      return (await storage.search(workspace, query)).length;
    },
  };
}

describe('an edited note', () => {
  it('has its new words, in lists and in the search too, and says when', async () => {
    const { desk, ana, on, row, clock, finds } = await open('Ask the harbour');
    clock.pass(60_000);
    const { message, conversation } = await desk.as(ana).editNote({ ...on, body: text('Ask the airport') });
    expect(message).toMatchObject({ body: text('Ask the airport'), version: 2, editedAt: clock.now(), gone: null });
    expect(message.attachments).toHaveLength(1);
    expect(await row()).toEqual(message);
    expect(conversation.preview).toBe('Ask the airport');
    expect([await finds('harbour'), await finds('airport')]).toEqual([0, 1]);
  });

  it('that is not the newest message leaves the preview alone', async () => {
    const { desk, ana, on } = await open();
    await desk.as(ana).note({ conversation: on.conversation, body: text('Later') });
    const { conversation } = await desk.as(ana).editNote({ ...on, body: text('Earlier') });
    expect(conversation.preview).toBe('Later');
  });

  it('tells and shares with whom it mentions newly, and nobody twice, however often it is edited', async () => {
    const { desk, ana, ben, cem, on, told } = await open('@ben look');
    const edit = (words: string) => desk.as(ana).editNote({ ...on, body: text(words) });
    expect(await told()).toEqual([ben.id]);
    expect((await edit('@ben and @cem look')).conversation.sharedWith).toMatchObject([
      { teammate: ben.id },
      { teammate: cem.id },
    ]);
    expect(await told()).toEqual([ben.id, cem.id]);
    await edit('Never mind');
    await edit('@cem after all, @ben');
    expect(await told()).toEqual([ben.id, cem.id]);
  });

  it('brings nobody back who took it out of Shared with me', async () => {
    const { desk, ana, ben, on } = await open('@ben look');
    await desk.as(ben).unshare({ conversation: on.conversation, teammate: ben.id });
    const { conversation } = await desk.as(ana).editNote({ ...on, body: text('@ben look again') });
    expect(conversation.sharedWith).toEqual([]);
  });

  it('comes with its words to who follows the log', async () => {
    const { desk, ana, ben, on } = await open();
    const after = await desk.parts.storage.position(ana.workspace);
    await desk.as(ana).editNote({ ...on, body: text('Other words') });
    const { frames } = await desk.as(ben).readLog({ after, limit: 10 });
    expect(frames.filter(({ kind }) => kind === 'happened')).toMatchObject([
      { kind: 'happened', entry: { event: { type: 'message-edited' }, message: { body: text('Other words') } } },
    ]);
  });

  it('keeps what was said last when two edits race', async () => {
    const { desk, ana, on, faults, row } = await open();
    let first = true;
    faults.before = async () => {
      if (!first) return;
      first = false;
      await desk.as(ana).editNote({ ...on, body: text('Quick') });
    };
    await desk.as(ana).editNote({ ...on, body: text('Slow') });
    expect(await row()).toMatchObject({ body: text('Slow'), version: 3 });
  });

  it('needs words or a file, and not too many words', async () => {
    const { desk, ana, on } = await open();
    expect(await desk.attempt(ana).editNote({ ...on, body: text('x'.repeat(100_001)) })).toEqual({
      ok: false,
      refusal: { code: 'body-too-long', path: 'body' },
    });
    expect(await desk.attempt(ana).editNote({ ...on, body: text('') })).toMatchObject({ ok: true });
    const { message } = await desk.as(ana).note({ conversation: on.conversation, body: text('Bare') });
    expect(await desk.attempt(ana).editNote({ ...on, message: message.id, body: text(' ') })).toEqual({
      ok: false,
      refusal: { code: 'body-empty', path: 'body' },
    });
  });
});

describe('a deleted note', () => {
  it('keeps its place and loses its words, in lists and in the search too', async () => {
    const { desk, ana, on, row, events, finds } = await open('A secret harbour');
    const { message, conversation } = await desk.as(ana).deleteNote(on);
    expect(message).toMatchObject({ body: text(''), attachments: [], gone: 'deleted', version: 2 });
    expect(await row()).toEqual(message);
    expect(conversation).toMatchObject({ preview: '', last: { id: on.message } });
    expect(await finds('harbour')).toBe(0);
    expect(await events()).toEqual(['conversation-started', 'message-added', 'message-added', 'message-deleted']);
    const everything = await desk.parts.storage.find(ana.workspace, 'conversation', [on.conversation]);
    expect(JSON.stringify([everything, await row()])).not.toContain('harbour');
  });

  it('takes its files away at once, and their bytes soon', async () => {
    const { desk, ana, on, file, blob } = await open();
    await desk.as(ana).deleteNote(on);
    expect(await desk.attempt(ana).findAttachment(file.id)).toEqual(notFound);
    expect(await blob()).toBeDefined();
    expect([await desk.doWork(), await desk.doWork()]).toEqual([1, 0]);
    expect(await blob()).toBeUndefined();
  });

  it('is gone for whoever wants to change it', async () => {
    const { desk, ana, on } = await open();
    await desk.as(ana).deleteNote(on);
    expect(await desk.attempt(ana).deleteNote(on)).toEqual(notFound);
    expect(await desk.attempt(ana).editNote({ ...on, body: text('Back') })).toEqual(notFound);
  });
});

describe('somebody else’s note, and what is none', () => {
  it('is nobody else’s to change, not even an owner’s, and not there for who cannot see it', async () => {
    const { desk, owner, ana, ben, on, conversation, teams, row, message } = await open();
    await desk.as(owner).assign({ conversation, team: teams.billing.id });
    for (const [actor, code] of [
      [owner, 'not-author'],
      [ben, 'not-found'],
    ] as const) {
      const refused = { ok: false, refusal: { code } };
      expect(await desk.attempt(actor).editNote({ ...on, body: text('Mine') })).toEqual(refused);
      expect(await desk.attempt(actor).deleteNote(on)).toEqual(refused);
    }
    expect(await row()).toEqual(message);
    expect(await desk.attempt(ana).deleteNote(on)).toMatchObject({ ok: true });
  });

  it('is not found under another conversation, nor where it is a reply', async () => {
    const test = await open();
    const { desk, ana, on } = test;
    const other = await desk.receiver.receive(test.inbound());
    expect(await desk.attempt(ana).deleteNote({ ...on, conversation: other.conversation })).toEqual(notFound);
    expect(await desk.attempt(ana).deleteNote({ ...on, message: newId('message') })).toEqual(notFound);
    const { message } = await desk.as(ana).reply({ conversation: on.conversation, body: text('Hello') });
    expect(await desk.attempt(ana).deleteNote({ ...on, message: message.id })).toEqual(notFound);
  });
});
