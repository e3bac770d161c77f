import { cellDelta } from '../conversation/cells.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { ConversationFact } from '../conversation/event.ts';
import { evolve } from '../conversation/evolve.ts';
import type { ConversationLogEvent, LogEvent, WorkspaceFact } from '../log/log-event.ts';
import type { ActorRef } from '../people/actor.ts';
import type { ConversationId, TeammateId, WorkspaceId } from '../shared/id.ts';
import type { Instant } from '../shared/instant.ts';
import { pendingSeq } from '../shared/seq.ts';
import { type Change, emptyChange, type Work } from '../storage/change.ts';

/** What happened to one conversation, ready to be written. */
export interface Happened {
  readonly workspace: WorkspaceId;
  readonly id: ConversationId;
  /** Absent for a conversation that begins. */
  readonly before: Conversation | undefined;
  readonly facts: readonly ConversationFact[];
  /** What the desk does by itself upon it. */
  readonly followed?: readonly ConversationFact[];
  readonly actor: ActorRef;
  readonly at: Instant;
  /** The words of a message that came with it; events have none. */
  readonly words?: Partial<Pick<Conversation, 'subject' | 'attributes' | 'preview'>>;
}

/** The change that writes it: the row as it then stands, its events, its counters and its alarm clock. */
export function buildChange({
  workspace,
  id,
  before,
  facts,
  followed = [],
  actor,
  at,
  words,
}: Happened): Change & { readonly after: Conversation } {
  let after = before;
  const events: LogEvent[] = [...facts, ...followed].map((fact, index) => {
    const version = (after?.version ?? 0) + 1;
    const event = {
      ...fact,
      seq: pendingSeq(index),
      v: 1,
      conversation: id,
      version,
      actor: index < facts.length ? actor : system,
      at,
    } as const;
    const previous = after;
    after = evolve(previous, event);
    return {
      ...event,
      audience: { before: previous ? sideOf(previous, removedBy(fact)) : null, after: sideOf(after, addedBy(fact)) },
    };
  });
  if (!after) throw new Error('A conversation begins with an event');
  after = { ...after, ...words };
  return {
    ...emptyChange(workspace),
    expect: [{ kind: 'conversation', id, version: before?.version ?? 'absent' }],
    put: [{ kind: 'conversation', row: after }],
    events,
    cells: cellDelta(before, after),
    ...alarm(before, after),
    after,
  };
}

const system: ActorRef = { kind: 'system' };

/** Log entries about people and settings, behind `offset` others of the same change. */
export function workspaceEvents(facts: readonly WorkspaceFact[], actor: ActorRef, at: Instant, offset = 0): LogEvent[] {
  return facts.map((fact, index) => ({
    ...fact,
    seq: pendingSeq(offset + index),
    v: 1,
    conversation: null,
    version: null,
    actor,
    at,
    audience: audienceOf(fact),
  }));
}

/** What names a teammate's own things is that teammate's to hear alone. */
function audienceOf(fact: WorkspaceFact): 'workspace' | { readonly teammate: TeammateId } {
  switch (fact.type) {
    case 'access-changed':
      return fact.teammate === null ? 'workspace' : { teammate: fact.teammate };
    case 'read-changed':
    case 'draft-changed':
    case 'notified':
    case 'notifications-changed':
      return { teammate: fact.teammate };
    default:
      return 'workspace';
  }
}

function sideOf({ assignee }: Conversation, shares: readonly TeammateId[]): ConversationLogEvent['audience']['after'] {
  return { ...assignee, shares };
}

function addedBy(fact: ConversationFact): readonly TeammateId[] {
  return fact.type === 'shared' ? [fact.teammate] : [];
}

function removedBy(fact: ConversationFact): readonly TeammateId[] {
  return fact.type === 'unshared' ? [fact.teammate] : [];
}

/** A snooze with a time has one work item, which moves with it and goes with it. */
function alarm(before: Conversation | undefined, after: Conversation): Pick<Change, 'schedule' | 'cancel'> {
  const was = wakeAt(before);
  const is = wakeAt(after);
  if (was === is) return { schedule: [], cancel: [] };
  const id = `wake/${after.id}`;
  if (!is) return { schedule: [], cancel: [id] };
  const work: Work = { id, kind: 'wake', dueAt: is, subject: { kind: 'conversation', id: after.id }, attempts: 0 };
  return { schedule: [work], cancel: [] };
}

function wakeAt(conversation: Conversation | undefined): Instant | undefined {
  const state = conversation?.state;
  return state?.status === 'snoozed' && state.until !== 'next-reply' ? state.until : undefined;
}
