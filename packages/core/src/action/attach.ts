import type { Attachment } from '../message/message.ts';
import { type Actor, refOf, sameActor } from '../people/actor.ts';
import type { AttachmentId, ConversationId } from '../shared/id.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import type { Change } from '../storage/change.ts';
import type { AttachmentRow } from '../storage/row.ts';
import type { Parts } from './parts.ts';

export type AttachmentUnknown = { readonly code: 'attachment-unknown'; readonly path: 'attachments' };

/** Handed-in files, and the change that gives them to a conversation: each to one message only. */
export async function takeAttachments(
  parts: Parts,
  actor: Actor,
  given: readonly AttachmentId[],
  to: { readonly conversation: ConversationId; readonly internal: boolean },
): Promise<Result<{ attachments: readonly Attachment[]; change: Pick<Change, 'expect' | 'put'> }, AttachmentUnknown>> {
  const ids = [...new Set(given)];
  const rows = await parts.storage.find(actor.workspace, 'attachment', ids);
  const own = rows.filter((row) => row?.conversation === null && sameActor(row.by, refOf(actor))) as AttachmentRow[];
  if (own.length < ids.length) return refuse({ code: 'attachment-unknown', path: 'attachments' });
  return ok({
    attachments: own.map(({ id, name, type, size }) => ({ id, name, type, size })),
    change: {
      expect: own.map(({ id, version }) => ({ kind: 'attachment', id, version })),
      put: own.map((row) => ({ kind: 'attachment', row: { ...row, ...to, version: row.version + 1 } })),
    },
  });
}
