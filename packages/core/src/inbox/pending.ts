import type { ConversationView, EntryView } from '../api/views.ts';
import type { ConversationCommand } from '../conversation/command.ts';
import { decide } from '../conversation/decide.ts';
import { evolve } from '../conversation/evolve.ts';
import { plainFacts } from '../conversation/facts.ts';
import type { Message } from '../message/message.ts';
import type { ConversationId } from '../shared/id.ts';
import type { Instant } from '../shared/instant.ts';

/** Something that was done here and that the desk has not answered yet. */
export interface Pending {
  readonly id: number;
  readonly conversation: ConversationId;
  readonly command: ConversationCommand;
  readonly at: Instant;
  /** The words, where the command is a reply or a note. */
  readonly message?: Message;
  /** The desk has agreed, and the row has it already. */
  readonly answered?: true;
}

/** A conversation as it will be when the desk agrees: by the same rules, without waiting. */
export function anticipate(conversation: ConversationView, pending: readonly Pending[]): ConversationView {
  let row = conversation;
  for (const { command, at, message, answered } of pending) {
    if (answered || (message && row.last.id === message.id)) continue;
    const decision = decide(row, command, plainFacts, at);
    if (!decision.ok) continue;
    for (const fact of decision.value) {
      // The place in a list is the desk's to say: until then the last known seq keeps the row where it is.
      const event = {
        ...fact,
        seq: row.last.seq,
        v: 1,
        conversation: row.id,
        version: row.version,
        actor: command.by,
        at,
      } as const;
      const { mergedFrom, ...evolved } = evolve(row, event);
      row = { ...row, ...evolved, holder: null };
    }
  }
  return row;
}

/** A message that is on its way, as an entry at the end of the timeline. */
export function pendingEntry({ conversation, command, at, message }: Pending): EntryView | undefined {
  if (!message || message.kind === 'inbound') return undefined;
  const { id, kind } = message;
  const place = {
    seq: Number.MAX_SAFE_INTEGER,
    v: 1,
    conversation,
    version: Number.MAX_SAFE_INTEGER,
    actor: command.by,
    at,
  } as const;
  return { event: { type: 'message-added', message: id, kind, automatic: false, ...place }, message, delivery: null };
}
