import type { Attachment } from '@deskkit/core';
import { fileTypeFromBuffer } from 'file-type';
import { cleanFileName } from '../clean-label.ts';
import { keepBeginning } from './keep-beginning.ts';
import type { KeptBlobs } from './kept-blobs.ts';

/** Enough of a file to tell its type, also of most office documents. */
const headLength = 16_384;

/** Stores a file of a mail as it comes. What it is, its bytes say; the sender is believed about text only. */
export async function keepAttachment(
  kept: KeptBlobs,
  file: { readonly name: string; readonly type: string; readonly bytes: AsyncIterable<Uint8Array> },
): Promise<Attachment> {
  const head = keepBeginning(file.bytes, headLength);
  const { id, size } = await kept.put(head.bytes);
  const type = (await typeByBytes(head.read())) ?? claimedText(file.type) ?? 'application/octet-stream';
  return { id, name: cleanFileName(file.name, 'attachment'), type, size };
}

async function typeByBytes(head: Uint8Array): Promise<string | undefined> {
  try {
    return (await fileTypeFromBuffer(head))?.mime;
  } catch {
    // Cut off or broken inside: then its type is unknown.
    return undefined;
  }
}

function claimedText(claimed: string): string | undefined {
  return /^text\/[a-z0-9.+-]{1,60}$/i.test(claimed) ? claimed.toLowerCase() : undefined;
}
