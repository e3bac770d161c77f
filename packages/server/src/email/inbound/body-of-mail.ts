import { type Attachment, type Body, maxBodyLength } from '@deskkit/core';
import type { MessageText } from 'mailparser';
import { keepAttachment } from './keep-attachment.ts';
import type { KeptBlobs } from './kept-blobs.ts';
import { htmlLimit, textFromHtml } from './text-from-html.ts';

const unreadableText = 'This mail could not be read; it is kept as it came and can be downloaded.';

/** The words of a mail, and the files that hold those which are too many for a body. */
export async function bodyOfMail(
  text: MessageText | undefined,
  kept: KeptBlobs,
): Promise<{ readonly body: Body; readonly files: readonly Attachment[] }> {
  if (!text) return { body: { format: 'text', text: unreadableText }, files: [] };
  const words = wordsOf(text);
  const html = text.html ?? '';
  const files: Attachment[] = [];
  if (text.textConversionError || (html.length > htmlLimit && !text.text?.trim())) {
    files.push(await keepAttachment(kept, { name: 'message.html', type: 'text/html', bytes: once(html) }));
  }
  if (words.length > maxBodyLength) {
    files.push(await keepAttachment(kept, { name: 'message.txt', type: 'text/plain', bytes: once(words) }));
  }
  return { body: { format: 'text', text: cut(words) }, files };
}

function wordsOf({ text = '', html = '' }: MessageText): string {
  const words = text.trim() ? text : textFromHtml(html);
  return words
    .replaceAll('\0', '')
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd();
}

/** Never between the halves of a character outside Unicode's first plane. */
function cut(words: string): string {
  const last = words.charCodeAt(maxBodyLength - 1);
  const isHalf = words.length > maxBodyLength && last >= 0xd800 && last <= 0xdbff;
  return words.slice(0, maxBodyLength - (isHalf ? 1 : 0));
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
