import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { can } from '../access/can.ts';
import { inScope, scope } from '../access/scope.ts';
import { frameViews } from '../api/events.ts';
import { conversationViews } from '../api/views.ts';
import { cellKey, tabOf } from '../conversation/cells.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { evolve } from '../conversation/evolve.ts';
import { type Folder, isInFolder } from '../conversation/folder.ts';
import { applyFrame, emptyInboxState, type InboxState, putCells, putConversations } from '../inbox/inbox-state.ts';
import { isConversationEvent } from '../log/log-event.ts';
import type { Actor, TeammateActor } from '../people/actor.ts';
import { newId } from '../shared/id.ts';
import { sortKey } from '../storage/conversation-query.ts';
import { acts, openRandomDesk, type RandomDesk, type Step } from '../testing/random-desk.ts';
import { meOf } from './read-conversations.ts';

const number = fc.nat(59);
const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom(...acts),
  actor: number,
  conversation: number,
  who: number,
  team: number,
  after: number,
});
// Two conversations to begin with: most steps need one.
const begin: Step = { act: 'mail', actor: 0, conversation: 0, who: 0, team: 0, after: 0 };
const story = fc.array(step, { maxLength: 20 }).map((steps) => [begin, { ...begin, act: 'chat' as const }, ...steps]);
const runs = { numRuns: 200 };
const tabs = [undefined, 'open', 'snoozed', 'closed'] as const;

describe('after every step of a random story', () => {
  it('the log gives the rows, without a gap in seqs or versions', async () => {
    await everyStep(story, async (random) => {
      const { desk, workspace } = random;
      const events = await desk.parts.storage.listEvents(workspace, { limit: 10_000 });
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
      const replayed = new Map<string, Conversation>();
      for (const event of events.filter(isConversationEvent)) {
        const before = replayed.get(event.conversation);
        expect(event.version).toBe((before?.version ?? 0) + 1);
        replayed.set(event.conversation, evolve(before, event));
      }
      const stored = await random.conversations();
      expect(stored.map(withoutWords)).toEqual(stored.map(({ id }) => replayed.get(id)).map(withoutWords));
      for (const row of stored)
        expect(row.number).toBe(events.find(({ conversation }) => conversation === row.id)?.seq);
    });
  });

  it('every folder of every actor counts what lies in it, and every conversation is in one tab', async () => {
    await everyStep(story, async (random) => {
      const stored = await random.conversations();
      for (const row of stored) expect(tabOf(row)).toBe(row.spam ? 'spam' : row.state.status);
      for (const actor of readersOf(random)) {
        const counted = await random.desk.as(actor).countFolders();
        for (const { folder, counts } of counted.folders) {
          const rows = stored.filter((row) => inScope(scope(actor), row) && isInFolder(row, folder, meOf(actor)));
          const recount = { open: 0, snoozed: 0, closed: 0, spam: 0 };
          for (const row of rows) recount[tabOf(row) ?? 'spam'] += 1;
          expect([folder, counts]).toEqual([folder, recount]);
        }
      }
    });
  });

  it('a list is everything that its reader can read, in its order', async () => {
    // One tab and one order in turn: all of them after each step would take minutes.
    let turn = 0;
    await everyStep(story, async (random) => {
      const stored = await random.conversations();
      for (const actor of [...readersOf(random), random.visitor]) {
        const readable = stored.filter((row) => can(actor, 'read', row));
        for (const folder of foldersFor(random, actor)) {
          turn += 1;
          const sort = (['newest', 'oldest', 'waiting'] as const)[turn % 3] ?? 'newest';
          const tab = folder.kind === 'spam' ? undefined : tabs[turn % tabs.length];
          const rows = readable.filter((row) => isInFolder(row, folder, meOf(actor)) && (!tab || tabOf(row) === tab));
          const { items } = await random.desk
            .as(actor)
            .listConversations({ folder, sort, limit: 100, ...(tab && { tab }) });
          const sign = sort === 'newest' ? -1 : 1;
          const expected = rows.toSorted((one, other) => sign * (sortKey(one, sort) - sortKey(other, sort)));
          expect(items.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
        }
      }
    });
  });
});

describe('who follows the log', () => {
  it('holds at every look what a fresh load would give', async () => {
    const looks = fc.array(fc.boolean(), { minLength: 40, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(story, looks, fc.integer({ min: 1, max: 7 }), async (steps, whenToLook, limit) => {
        const random = await openRandomDesk();
        const readers = [random.admin, random.ana, random.cem].map((actor) => ({
          actor,
          state: emptyInboxState,
          after: 0,
        }));
        for (const [index, one] of steps.entries()) {
          await random.take(one);
          for (const [place, reader] of readers.entries()) {
            if (!whenToLook[(index + place) % whenToLook.length] && index < steps.length - 1) continue;
            const { state, position } = await follow(random, reader, limit);
            Object.assign(reader, { state, after: position });
            const fresh = await load(random, reader.actor);
            expect(sorted(state.conversations)).toEqual(sorted(fresh.conversations));
            expect(valuesOf(state)).toEqual(valuesOf(fresh));
          }
        }
      }),
      runs,
    );
  });
});

async function everyStep(of: typeof story, check: (random: RandomDesk) => Promise<void>): Promise<void> {
  await fc.assert(
    fc.asyncProperty(of, async (steps) => {
      const random = await openRandomDesk();
      for (const one of steps) {
        await random.take(one);
        await check(random);
      }
    }),
    runs,
  );
}

async function follow({ desk }: RandomDesk, from: { actor: Actor; state: InboxState; after: number }, limit: number) {
  let { state, after: position } = from;
  for (let more = true; more; ) {
    const page = await desk.as(from.actor).readLog({ after: position, limit });
    for (const frame of await frameViews(desk, from.actor, page.frames)) {
      state = applyFrame(state, frame);
      expect(applyFrame(state, frame)).toEqual(state);
    }
    ({ position, more } = page);
  }
  return { state, position };
}

async function load(random: RandomDesk, actor: TeammateActor): Promise<InboxState> {
  const readable = (await random.conversations()).filter((row) => can(actor, 'read', row));
  const rows = await conversationViews(random.desk, actor, readable);
  const { cells } = await random.desk.as(actor).countFolders();
  return putCells(putConversations(emptyInboxState, rows), cells);
}

function valuesOf({ cells }: InboxState): readonly unknown[] {
  return [...cells.values()]
    .filter(({ value }) => value !== 0)
    .map(({ cell, value }) => [cellKey(cell), value] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

function sorted<Row extends { readonly id: string }>(rows: ReadonlyMap<string, Row>): readonly Row[] {
  return [...rows.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}

function withoutWords(row: Conversation | undefined) {
  return row && { ...row, subject: '', preview: '' };
}

function readersOf({ people, workspace }: RandomDesk): readonly Actor[] {
  const integrator: Actor = { kind: 'integrator', workspace, id: newId('api-key'), scopes: ['conversations:read'] };
  return [...people, integrator];
}

function foldersFor({ teams, people }: RandomDesk, actor: Actor): readonly Folder[] {
  if (actor.kind === 'visitor') return [{ kind: 'all' }, { kind: 'spam' }];
  return [
    ...(['unassigned', 'me', 'shared', 'all', 'spam'] as const).map((kind) => ({ kind })),
    ...Object.values(teams).map(({ id }) => ({ kind: 'team', team: id }) as const),
    ...people.map(({ id }) => ({ kind: 'teammate', teammate: id }) as const),
  ];
}
