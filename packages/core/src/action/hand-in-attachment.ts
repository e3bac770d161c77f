import { can } from '../access/can.ts';
import type { Attachment } from '../message/message.ts';
import { type Actor, refOf } from '../people/actor.ts';
import type { AttachmentId } from '../shared/id.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { emptyChange } from '../storage/change.ts';
import { commit } from './commit.ts';
import type { Forbidden } from './gate.ts';
import type { Parts } from './parts.ts';

/** The largest file, in bytes: what most mail servers still take. */
const maxAttachmentBytes = 25_000_000;

/** Keeps a file until a message takes it. A name is a label only: it never becomes a path. */
export async function handInAttachment(
  parts: Parts,
  actor: Actor,
  file: { readonly name: string; readonly type: string; readonly bytes: AsyncIterable<Uint8Array> },
): Promise<Result<Attachment, Forbidden | { readonly code: 'too-large' }>> {
  if (!can(actor, 'start')) return refuse({ code: 'forbidden' });
  const id = parts.newId('attachment');
  const size = await keepBytes(parts, id, file.bytes);
  if (size === 'too-large') return refuse({ code: 'too-large' });
  const attachment = { id, name: file.name, type: file.type, size };
  await commit(parts, {
    ...emptyChange(actor.workspace),
    expect: [{ kind: 'attachment', id, version: 'absent' }],
    put: [
      { kind: 'attachment', row: { ...attachment, version: 1, conversation: null, by: refOf(actor), internal: false } },
    ],
  });
  return ok(attachment);
}

async function keepBytes(
  parts: Parts,
  id: AttachmentId,
  bytes: AsyncIterable<Uint8Array>,
): Promise<number | 'too-large'> {
  let length = 0;
  async function* limited(): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      length += chunk.length;
      if (length > maxAttachmentBytes) throw new Error('The file is too large');
      yield chunk;
    }
  }
  try {
    return await parts.blobs.put(id, limited());
  } catch (error) {
    if (length > maxAttachmentBytes) return 'too-large';
    throw error;
  }
}
