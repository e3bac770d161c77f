import { ok, type Result, refuse } from '../shared/result.ts';
import type { ConversationCommand, DetailsGiven } from './command.ts';
import type { Conversation, Origin } from './conversation.ts';
import type { ConversationFact, DetailField } from './event.ts';
import type { ConversationRefusal } from './refusal.ts';

type Decision = Result<readonly ConversationFact[], ConversationRefusal>;

/** What is changed of a conversation's details: only what differs is said. */
export function changeDetails(conversation: Conversation, asked: DetailsGiven): Decision {
  const given: DetailsGiven = asked.tags ? { ...asked, tags: [...new Set(asked.tags)] } : asked;
  const fields = (['subject', 'priority', 'tags', 'attributes'] satisfies DetailField[]).filter(
    (field) => given[field] !== undefined && !isSame(given[field], conversation[field]),
  );
  if (fields.length === 0) return ok([]);
  const { priority, tags } = given;
  return ok([
    {
      type: 'details-changed',
      fields,
      ...(fields.includes('priority') && priority ? { priority } : {}),
      ...(fields.includes('tags') && tags ? { tags } : {}),
    },
  ]);
}

/** Whether both are alike; attributes in whatever order. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));
}

function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
}

/** Two conversations of one contact become one: what `from` decides. */
export function mergeInto(from: Conversation, { into }: ConversationCommand & { type: 'merge' }): Decision {
  if (into.id === from.id) return refuse({ code: 'merge-into-itself', path: 'into' });
  if (into.contact !== from.contact) return refuse({ code: 'different-contact', path: 'into' });
  if (into.mergedInto) return refuse({ code: 'conversation-merged', into: into.mergedInto });
  return ok([{ type: 'conversation-merged', from: from.id, into: into.id }]);
}

/** What the conversation that stays takes from the other: its place in the list, its readers, its origins. */
export function absorb(into: Conversation, { from }: ConversationCommand & { type: 'absorb' }): Decision {
  const reads = { conversation: into.id, version: into.version + 1 };
  const mergedFrom: readonly Origin[] = [
    ...from.mergedFrom.map((origin) => ({ ...origin, reads: [...origin.reads, reads] })),
    { conversation: from.id, holder: from.holder, reads: [reads] },
  ];
  const { last, waiting } = from;
  const newReaders = from.sharedWith.filter(
    ({ teammate }) => !into.sharedWith.some((share) => share.teammate === teammate),
  );
  return ok([
    { type: 'conversation-merged', from: from.id, into: into.id, brought: { last, waiting, mergedFrom } },
    ...newReaders.map(({ teammate }) => ({ type: 'shared', teammate, because: 'merged' }) as const),
  ]);
}
