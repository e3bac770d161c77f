import type { Conversation } from '../conversation/conversation.ts';
import { moveMarker, type Place, type ReadMarker, readMarkerId } from '../message/read-marker.ts';
import { type Actor, refOf } from '../people/actor.ts';
import type { MessageId, WorkspaceId } from '../shared/id.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { emptyChange } from '../storage/change.ts';
import { addedMessages } from './added-messages.ts';
import { workspaceEvents } from './build-change.ts';
import { commit } from './commit.ts';
import type { OnMessage } from './find-message.ts';
import { type BesideRefusal, gateBeside } from './gate-personal.ts';
import type { Parts } from './parts.ts';
import { retrying } from './retrying.ts';

export type MarkReadRefusal = BesideRefusal | { readonly code: 'message-unknown'; readonly path: 'message' };

/** A conversation and how far its reader has read it. */
export interface MarkedRead {
  readonly conversation: Conversation;
  /** Absent while the reader has read nothing. */
  readonly marker: ReadMarker | undefined;
}

/**
 * Keeps that a teammate has read a conversation up to a message, or with `unread`, up to the one before it. Only the
 * teammate hears of it.
 */
export function markRead(
  parts: Parts,
  actor: Actor,
  input: OnMessage & { readonly unread?: boolean | undefined },
): Promise<Result<MarkedRead, MarkReadRefusal>> {
  return retrying(async () => {
    const passed = await gateBeside(parts, actor, input.conversation);
    if (!passed.ok) return passed;
    const { conversation, reader } = passed.value;
    const { workspace, id: teammate } = reader;
    const places = await findPlaces(parts, workspace, conversation, input.message);
    if (!places) return refuse({ code: 'message-unknown', path: 'message' });
    const id = readMarkerId(teammate, conversation.id);
    const [stored] = await parts.storage.find(workspace, 'read-marker', [id]);
    const moved = moveMarker(stored, { ...places, unread: input.unread ?? false });
    if (!moved) return ok({ conversation, marker: stored });

    const version = (stored?.version ?? 0) + 1;
    const marker: ReadMarker = { id, version, teammate, conversation: conversation.id, ...moved };
    const fact = { type: 'read-changed', teammate, about: conversation.id } as const;
    await commit(parts, {
      ...emptyChange(workspace),
      expect: [{ kind: 'read-marker', id, version: stored?.version ?? 'absent' }],
      put: [{ kind: 'read-marker', row: marker }],
      events: workspaceEvents([fact], refOf(reader), parts.clock.now()),
    });
    return ok({ conversation, marker });
  });
}

/** Where the message stands, and where the one before it. */
async function findPlaces(
  parts: Parts,
  workspace: WorkspaceId,
  conversation: Conversation,
  message: MessageId,
): Promise<{ readonly at: Place; readonly below: Place } | undefined> {
  let at: Place | undefined;
  for await (const event of addedMessages(parts, workspace, conversation)) {
    const place = { message: event.message, seq: event.seq };
    if (at) return { at, below: place };
    if (event.message === message) at = place;
  }
  return at && { at, below: { message: null, seq: 0 } };
}
