import { previewLength } from '../conversation/conversation.ts';
import { type Body, previewOf } from '../message/body.ts';
import type { Message } from '../message/message.ts';
import { type Actor, refOf } from '../people/actor.ts';
import type { AttachmentId } from '../shared/id.ts';
import type { Instant } from '../shared/instant.ts';
import { ok, type Result } from '../shared/result.ts';
import type { Change, Work } from '../storage/change.ts';
import { findAdded } from './added-messages.ts';
import { type AlterationRefusal, tryToChange } from './change-conversation.ts';
import { expectFound, type FoundMessage, findMessage, type OnMessage } from './find-message.ts';
import { wordsOf } from './index-messages.ts';
import { loadMentioned } from './load-facts.ts';
import { loadMessageFacts } from './load-message-facts.ts';
import type { Parts } from './parts.ts';
import { type BodyRefusal, refuseBody } from './refuse-body.ts';
import { retrying } from './retrying.ts';
import type { Written } from './write-message.ts';

/** Rewrites one's own note. Whom it mentions now and did not before is told, and gets the conversation. */
export function editNote(
  parts: Parts,
  actor: Actor,
  input: OnMessage & { readonly body: Body; readonly seen?: number | undefined },
): Promise<Result<Written, AlterationRefusal | BodyRefusal>> {
  return retrying(async () => {
    const found = await findMessage(parts, actor, 'write', input, 'note');
    if (!found.ok) return found;
    const { message } = found.value;
    const refused = refuseBody(
      input.body,
      message.attachments.map(({ id }) => id),
    );
    if (refused) return refused;
    const { workspace } = actor;
    const edited = { ...message, version: message.version + 1, body: input.body, editedAt: parts.clock.now() };
    const added = await findAdded(parts, workspace, found.value.conversation, message.id);
    return change(parts, actor, found.value, {
      type: 'edit-note',
      seen: input.seen,
      row: edited,
      mentioned: await loadMentioned(parts, workspace, input.body.text),
      beside: added
        ? {
            index: [
              { message: message.id, conversation: input.conversation, seq: added.seq, words: wordsOf(edited, '') },
            ],
          }
        : {},
    });
  });
}

/** Takes the words and files out of one's own note; its place stays. */
export function deleteNote(
  parts: Parts,
  actor: Actor,
  input: OnMessage & { readonly seen?: number | undefined },
): Promise<Result<Written, AlterationRefusal>> {
  return retrying(async () => {
    const found = await findMessage(parts, actor, 'write', input, 'note');
    if (!found.ok) return found;
    const { message } = found.value;
    const files = message.attachments.map(({ id }) => id);
    return change(parts, actor, found.value, {
      type: 'delete-note',
      seen: input.seen,
      row: {
        ...message,
        version: message.version + 1,
        body: { ...message.body, text: '' },
        attachments: [],
        gone: 'deleted',
      },
      mentioned: [],
      beside: {
        unindex: [message.id],
        remove: files.map((id) => ({ kind: 'attachment', id }) as const),
        schedule: files.map((id) => forgetFile(id, parts.clock.now())),
      },
    });
  });
}

/** Work to delete a file's bytes: these are no part of a commit. */
function forgetFile(id: AttachmentId, dueAt: Instant): Work {
  return { id: `expire/${id}`, kind: 'expire', dueAt, subject: { kind: 'attachment', id }, attempts: 0 };
}

interface NoteChange {
  readonly type: 'edit-note' | 'delete-note';
  readonly seen: number | undefined;
  readonly row: Message;
  readonly mentioned: Awaited<ReturnType<typeof loadMentioned>>;
  readonly beside: Partial<Change>;
}

async function change(
  parts: Parts,
  actor: Actor,
  found: FoundMessage,
  { type, seen, row, mentioned, beside }: NoteChange,
): Promise<Result<Written, AlterationRefusal>> {
  const isLast = found.conversation.last.id === row.id;
  const changed = await tryToChange(parts, actor, {
    conversation: found.conversation.id,
    seen,
    action: 'write',
    command: { type, by: refOf(actor), message: row.id },
    facts: async () => ({ mentioned, message: await loadMessageFacts(parts, actor.workspace, found) }),
    ...(isLast ? { words: { preview: previewOf(row.body.text, previewLength) } } : {}),
    beside: () => ({ ...beside, expect: expectFound(found), put: [{ kind: 'message', row }] }),
  });
  return changed.ok ? ok({ message: row, conversation: changed.value }) : changed;
}
