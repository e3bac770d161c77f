import type { MessageFacts } from '../conversation/facts.ts';
import { restoredBy } from '../conversation/restore.ts';
import { isConversationEvent } from '../log/log-event.ts';
import type { TeamId, TeammateId, WorkspaceId } from '../shared/id.ts';
import { withOrigins } from './added-messages.ts';
import type { FoundMessage } from './find-message.ts';
import { loadMentioned, loadUnseen } from './load-facts.ts';
import type { Parts } from './parts.ts';

/** What a rule must know of a message that is to be changed. */
export async function loadMessageFacts(
  parts: Parts,
  workspace: WorkspaceId,
  found: FoundMessage,
): Promise<MessageFacts> {
  const { conversation, message, delivery } = found;
  const state = delivery?.state ?? null;
  const isOwn = message.conversation === conversation.id;
  const since = await loadUnseen(parts, workspace, conversation, isOwn ? message.stoodBefore?.upTo : undefined);
  return {
    author: message.author,
    kind: message.kind,
    isGone: message.gone !== null,
    delivery: state === 'cancelled' ? null : state,
    canUndo: parts.channels.get(message.channel ?? '')?.capabilities.undo ?? false,
    restores: isOwn ? restoredBy(conversation, message, since) : {},
    mentioned: message.kind === 'note' ? await loadHeard(parts, workspace, found) : [],
  };
}

/** So far back is read who was told of a note; what it mentioned last stands in it. */
const maxEvents = 1000;

/** Whom a note mentions as it reads, and whom it mentioned before it was edited. */
async function loadHeard(
  parts: Parts,
  workspace: WorkspaceId,
  { conversation, message }: FoundMessage,
): Promise<readonly (TeammateId | TeamId)[]> {
  const query = { conversations: withOrigins(conversation), order: 'newest', limit: maxEvents } as const;
  const events = await parts.storage.listEvents(workspace, query);
  const told = events.flatMap((event) =>
    isConversationEvent(event) && event.type === 'mentioned' && event.message === message.id
      ? ['team' in event ? event.team : event.teammate]
      : [],
  );
  const named = await loadMentioned(parts, workspace, message.body.text);
  return [...told, ...named.map((one) => ('team' in one ? one.team : one.teammate))];
}
