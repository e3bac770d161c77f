import type { Received, Receiver, WorkspaceId } from '@deskkit/core';
import { createKeptBlobs, type KeptBlobs } from './kept-blobs.ts';
import { limited } from './limited.ts';
import { type Envelope, type Taking, takeMail } from './take-mail.ts';

/** Takes one mail for every workspace that it is for, each with files of its own; resolves when all have kept it. */
export async function takeForAll(
  taking: Taking,
  receiver: Receiver,
  raw: AsyncIterable<Uint8Array>,
  [first, ...others]: readonly [WorkspaceId, ...WorkspaceId[]],
  envelope: Envelope | undefined,
): Promise<Received> {
  const kept = createKeptBlobs(taking.blobs, taking.newId);
  const { id: original } = await kept.put(limited(raw, taking.maxBytes));
  try {
    for (const workspace of others) {
      const copies: KeptBlobs = createKeptBlobs(taking.blobs, taking.newId);
      const copy = await copies.put(await kept.get(original));
      await takeMail(taking, receiver, { workspace, original: copy.id, kept: copies, envelope });
    }
  } catch (error) {
    await kept.discard();
    throw error;
  }
  return takeMail(taking, receiver, { workspace: first, original, kept, envelope });
}
