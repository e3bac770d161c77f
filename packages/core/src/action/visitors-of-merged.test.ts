import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VisitorActor } from '../people/actor.ts';
import type { ConversationId } from '../shared/id.ts';
import { emptyChange } from '../storage/change.ts';
import { openTestDesk } from '../testing/test-desk.ts';

const text = (words: string) => ({ format: 'text', text: words }) as const;

interface Chat {
  readonly id: ConversationId;
  readonly person: VisitorActor;
}

/** Chats of one contact, each begun by a session of its own, or by the session `by`. */
async function open(count: number) {
  const test = await openTestDesk();
  const { desk, owner, workspace } = test;
  const chats: Chat[] = [];
  const begin = async (words: string, by?: VisitorActor): Promise<Chat> => {
    const person = by ?? (await test.visitor());
    const { conversation } = await desk.as(person).startChat({ body: text(words) });
    const [first] = chats;
    const contact = first ? (await desk.as(owner).findConversation(first.id)).contact : conversation.contact;
    const row = { ...conversation, contact };
    await desk.parts.storage.commit({ ...emptyChange(workspace), put: [{ kind: 'conversation', row }] });
    chats.push({ id: conversation.id, person });
    return { id: conversation.id, person };
  };
  for (let index = 0; index < count; index++) await begin(`begin ${index}`);
  const wordsOf = (messages: readonly ({ readonly body: { readonly text: string } } | null)[]) =>
    messages.flatMap((message) => (message ? [message.body.text] : []));
  return {
    ...test,
    chats,
    begin,
    merge: (from: Chat, into: Chat) => desk.attempt(owner).merge({ conversation: from.id, into: into.id }),
    reply: (to: Chat, words: string) => desk.as(owner).reply({ conversation: to.id, body: text(words) }),
    note: (to: Chat, words: string) => desk.as(owner).note({ conversation: to.id, body: text(words) }),
    reads: async ({ person, id }: Chat) => {
      const { items } = await desk.as(person).readTimeline({ conversation: id, limit: 200 });
      return wordsOf(items.map(({ message }) => message)).reverse();
    },
    hears: async ({ person }: Chat) => {
      const { frames } = await desk.as(person).readLog({ after: 0, limit: 1_000 });
      return wordsOf(frames.map((frame) => (frame.kind === 'happened' ? frame.entry.message : null)));
    },
    lists: async ({ person }: Chat) =>
      (await desk.as(person).listConversations({ folder: { kind: 'all' }, sort: 'newest', limit: 9 })).items.map(
        ({ id }) => id,
      ),
  };
}

describe('a visitor of a merged conversation', () => {
  it('reads what it knew and what came after, along the whole chain, and never a note', async () => {
    const { chats, merge, reply, note, reads, hears, lists } = await open(3);
    const [a, b, c] = chats as [Chat, Chat, Chat];
    await reply(a, 'a before');
    await reply(b, 'b before');
    await merge(a, b);
    await reply(b, 'a and b');
    await note(b, 'secret');
    await reply(c, 'c before');
    await merge(b, c);
    await reply(c, 'all');
    const expected = new Map([
      [a, ['begin 0', 'a before', 'a and b', 'all']],
      [b, ['begin 1', 'b before', 'a and b', 'all']],
      [c, ['begin 2', 'c before', 'all']],
    ]);
    for (const [chat, words] of expected) {
      expect(await reads(chat)).toEqual(words);
      expect((await hears(chat)).toSorted()).toEqual(words.toSorted());
      expect(await lists(chat)).toEqual([c.id]);
    }
  });

  it('who holds both reads all of both', async () => {
    const { chats, begin, merge, reply, reads } = await open(1);
    const [a] = chats as [Chat];
    const b = await begin('begin again', a.person);
    await reply(a, 'in a');
    await reply(b, 'in b');
    await merge(a, b);
    expect(await reads(a)).toEqual(['begin 0', 'begin again', 'in a', 'in b']);
    expect(await reads(b)).toEqual(await reads(a));
  });

  it('who holds neither sees nothing, by no way', async () => {
    const test = await open(2);
    const { desk, chats, merge, lists, hears } = test;
    const [a, b] = chats as [Chat, Chat];
    await merge(a, b);
    const stranger = await test.visitor();
    const notFound = { ok: false, refusal: { code: 'not-found' } };
    for (const { id } of chats) {
      expect(await desk.attempt(stranger).findConversation(id)).toEqual(notFound);
      expect(await desk.attempt(stranger).readTimeline({ conversation: id, limit: 9 })).toEqual(notFound);
      expect(await desk.attempt(stranger).answer({ conversation: id, body: text('Me too') })).toEqual(notFound);
      expect(await desk.attempt(stranger).rate({ conversation: id, score: 5 })).toEqual(notFound);
    }
    expect(await lists({ id: a.id, person: stranger })).toEqual([]);
    expect(await hears({ id: a.id, person: stranger })).toEqual([]);
  });

  it('asks for the old one and gets the one it went into; who began the other finds no way to the old one', async () => {
    const { desk, chats, merge } = await open(2);
    const [a, b] = chats as [Chat, Chat];
    await merge(a, b);
    expect(await desk.as(a.person).findConversation(a.id)).toMatchObject({ id: b.id });
    expect(await desk.attempt(b.person).findConversation(a.id)).toEqual({ ok: false, refusal: { code: 'not-found' } });
  });

  it('reads up to here, and rates, where it went', async () => {
    const { desk, owner, chats, merge, reply } = await open(2);
    const [a, b] = chats as [Chat, Chat];
    const before = await reply(b, 'b before');
    await merge(a, b);
    const { message } = await reply(b, 'for both');
    await desk.as(a.person).markReadByContact({ conversation: a.id, message: message.id });
    expect(await desk.as(owner).findConversation(b.id)).toMatchObject({ contactRead: message.id });
    expect(
      await desk.attempt(a.person).markReadByContact({ conversation: a.id, message: before.message.id }),
    ).toMatchObject({ refusal: { code: 'message-unknown' } });
    await desk.as(owner).close({ conversation: b.id });
    expect(await desk.as(a.person).rate({ conversation: a.id, score: 4 })).toMatchObject({ id: b.id, rating: 4 });
  });
});

it('whatever is merged into what, each holder reads its own origin and what was said in its company', async () => {
  const step = fc.record({ act: fc.constantFrom('say', 'answer', 'merge', 'note'), one: fc.nat(3), other: fc.nat(3) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      const { desk, chats, merge, reply, note, reads, hears } = await open(4);
      /** Where each chat stands now, and what each holder has come to know, by a model without versions. */
      let rootOf = chats.map((_, index) => index);
      const known = chats.map((_, index) => [`begin ${index}`]);
      for (const [index, { act, one, other }] of steps.entries()) {
        const [root, target] = [rootOf[one] ?? 0, rootOf[other] ?? 0];
        const [from, into] = [chats[root], chats[target]];
        if (!from || !into) continue;
        if (act === 'merge') {
          const merged = await merge(from, into);
          expect(merged.ok).toBe(root !== target);
          if (merged.ok) rootOf = rootOf.map((at) => (at === root ? target : at));
          continue;
        }
        if (act === 'note') await note(from, 'secret');
        else {
          const words = `step ${index}`;
          const asked = chats[one];
          if (act === 'say') await reply(from, words);
          else if (asked) await desk.as(asked.person).answer({ conversation: asked.id, body: text(words) });
          for (const [chat, at] of rootOf.entries()) if (at === root) known[chat]?.push(words);
        }
      }
      for (const [index, chat] of chats.entries()) {
        expect(await reads(chat)).toEqual(known[index]);
        expect((await hears(chat)).toSorted()).toEqual(known[index]?.toSorted());
      }
    }),
    { numRuns: 200 },
  );
});
