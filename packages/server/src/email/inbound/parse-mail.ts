import { pipeline } from 'node:stream';
import type { Attachment } from '@deskkit/core';
import { type AttachmentStream, type HeaderLines, type Headers, MailParser, type MessageText } from 'mailparser';
import { keepAttachment } from './keep-attachment.ts';
import type { KeptBlobs } from './kept-blobs.ts';
import { repairLineEnds } from './repair-line-ends.ts';
import { htmlLimit } from './text-from-html.ts';

export interface ParsedMail {
  readonly lines: HeaderLines;
  readonly decoded: Headers;
  readonly files: readonly Attachment[];
  /** How many files there were beyond `maxFiles`. */
  readonly filesLeftOut: number;
  /** `undefined` when the mail is not in a form that can be read. */
  readonly text: MessageText | undefined;
}

const maxFiles = 50;

/**
 * Takes a mail apart within bounds: headers of 1 MB, 200 parts. Its files go into the blob store as they come.
 * Rejects only when reading or storing failed; a mail that breaks the bounds or the format gives what there was.
 */
export async function parseMail(raw: AsyncIterable<Uint8Array>, kept: KeptBlobs): Promise<ParsedMail> {
  const parser = createParser();
  const files: Attachment[] = [];
  let lines: HeaderLines = [];
  let decoded: Headers = new Map();
  let filesLeftOut = 0;
  let text: MessageText | undefined;

  let reading: AttachmentStream['content'] | undefined;
  let unreadable: unknown;
  /** Not the mail's doing: it could not be read from where it lies, or a file of it not be stored. */
  let trouble: unknown;
  parser.on('headerLines', (found: HeaderLines) => {
    lines = found;
  });
  parser.on('headers', (found: Headers) => {
    decoded = found;
    parser.options.skipHtmlToText = contentTypeOf(found) === 'text/html';
  });
  parser.on('error', (error: unknown) => {
    unreadable ??= error;
    // The file under way gets no more bytes, and would be waited for.
    reading?.destroy(error instanceof Error ? error : undefined);
  });
  async function* source() {
    try {
      yield* repairLineEnds(raw);
    } catch (error) {
      trouble = error;
      throw error;
    }
  }
  async function keep({ content, contentType, filename }: AttachmentStream): Promise<Attachment> {
    reading = content;
    try {
      const name = filename || (contentType === 'message/rfc822' ? 'message.eml' : '');
      return await keepAttachment(kept, { name, type: contentType, bytes: content });
    } catch (error) {
      if (!unreadable) trouble ??= error;
      throw error;
    } finally {
      reading = undefined;
    }
  }
  // What it has to say of errors, the loop below hears as well.
  pipeline(source(), parser, () => undefined);

  try {
    for await (const part of parser as AsyncIterable<AttachmentStream | MessageText>) {
      if (part.type === 'text') {
        text = part;
        continue;
      }
      // Who stores it may not be listening yet, and an error that nobody hears ends the process.
      part.content.on('error', () => undefined);
      if (files.length < maxFiles) {
        files.push(await keep(part));
        part.release?.();
      } else {
        filesLeftOut += 1;
        part.content.resume();
        part.release?.();
      }
    }
  } catch (error) {
    if (trouble || !unreadable) throw trouble ?? error;
    text = undefined;
  }
  return { lines, decoded, files, filesLeftOut, text };
}

function createParser(): MailParser {
  return new MailParser({
    skipImageLinks: true,
    skipTextLinks: true,
    skipTextToHtml: true,
    // Words in HTML beside words in plain text are wanted; mail that is all HTML is converted elsewhere.
    skipHtmlToText: false,
    maxHtmlLengthToParse: htmlLimit,
    keepDeliveryStatus: true,
    ignoreEmbedded: true,
    checksumAlgo: false,
    maxHeadSize: 1_048_576,
    maxChildNodes: 200,
  });
}

function contentTypeOf(headers: Headers): string | undefined {
  const type = headers.get('content-type');
  return typeof type === 'object' && 'params' in type && typeof type.value === 'string' ? type.value : undefined;
}
