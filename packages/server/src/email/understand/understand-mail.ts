import { pipeline } from 'node:stream';
import type { AttachmentStream, HeaderLines, Headers, MessageText } from 'mailparser';
import { classifyMail } from '../classify/classify-mail.ts';
import { cleanFileName } from '../clean-label.ts';
import { keepBeginning } from '../inbound/keep-beginning.ts';
import { repairLineEnds } from '../inbound/repair-line-ends.ts';
import { textFromHtml } from '../inbound/text-from-html.ts';
import { BoundedParser } from './bounded-parser.ts';
import { type FilePlace, keepFile } from './keep-file.ts';
import { liftPictures } from './lift-pictures.ts';
import type { MailBounds } from './mail-bounds.ts';
import { showBody } from './show-body.ts';
import type { MailFile, UnderstoodMail } from './understood-mail.ts';

export interface UnderstandOptions {
  /** Of the envelope; empty where nothing may be sent back. */
  readonly sender: string | undefined;
  readonly bounds: MailBounds;
  /** For the files, in their order; as many as may be kept. */
  readonly ids: readonly string[];
  /** Where large files go; made when the first needs it. */
  readonly folder: string;
}

/** Enough of a mail to tell who wrote it. */
const beginningLength = 1_048_576;
const mostInMemory = 4_194_304;
const kept = ['from', 'to', 'cc', 'reply-to', 'sender', 'subject', 'date'];

/**
 * Takes a mail apart, tells who wrote it, divides its body and makes that safe to show. Rejects when the mail breaks a bound or
 * the format; `reasonOf` says which.
 */
export async function understandMail(
  raw: AsyncIterable<Uint8Array>,
  options: UnderstandOptions,
): Promise<UnderstoodMail> {
  const { bounds } = options;
  const beginning = keepBeginning(raw, beginningLength);
  const files = createFiles(options);
  const { lines, decoded, text } = await parse(beginning.bytes, bounds, files);
  const { html, pictures } = liftPictures(text.html ?? '');
  for (const { reference, type, bytes } of pictures) {
    await files.add({
      name: `picture.${type.slice('image/'.length)}`,
      type,
      references: [reference],
      bytes: once(bytes),
    });
  }
  const isHtmlShown = html.length <= bounds.html;
  const words = text.text?.trim() ? text.text : isHtmlShown ? '' : textFromHtml(html);
  if (!isHtmlShown)
    await files.add({ name: 'message.html', type: 'text/html', references: [], bytes: once(Buffer.from(html)) });
  if (words.length > bounds.text) {
    await files.add({ name: 'message.txt', type: 'text/plain', references: [], bytes: once(Buffer.from(words)) });
  }
  const subject = decoded.get('subject');
  const shown = showBody(
    { subject: typeof subject === 'string' ? subject : '', text: words, html: isHtmlShown ? html : '' },
    { attachmentOf: files.find, longestText: bounds.text },
  );
  return {
    lines: lines.map(({ key, line }) => ({ key, line })),
    decoded: new Map([...decoded].filter(([key]) => kept.includes(key))),
    class: classifyMail(beginning.read(), { sender: options.sender }),
    asFirst: shown.asFirst,
    asAnswer: shown.asAnswer,
    files: files.list().map((file) => ({ ...file, inline: shown.attachments.has(file.id) })),
    filesLeftOut: files.leftOut(),
  };
}

interface NewFile {
  readonly name: string;
  readonly type: string;
  /** By which the HTML may mean it. */
  readonly references: readonly string[];
  readonly bytes: AsyncIterable<Uint8Array>;
}

interface Files {
  /** Takes all of the bytes, also of a file beyond the bound. */
  add(file: NewFile): Promise<void>;
  find(reference: string): string | undefined;
  list(): readonly Omit<MailFile, 'inline'>[];
  leftOut(): number;
}

function createFiles({ ids, folder, bounds }: UnderstandOptions): Files {
  const place: FilePlace = { folder, memory: mostInMemory };
  const found = new Map<string, string>();
  const list: Omit<MailFile, 'inline'>[] = [];
  let leftOut = 0;
  return {
    async add({ name, type, references, bytes }) {
      const id = list.length < bounds.attachments ? ids[list.length] : undefined;
      if (id === undefined) {
        leftOut += 1;
        for await (const _ of bytes);
        return;
      }
      for (const reference of references) {
        if (!found.has(reference.toLowerCase())) found.set(reference.toLowerCase(), id);
      }
      list.push({ id, name: cleanFileName(name, 'attachment'), type, ...(await keepFile(bytes, id, place)) });
    },
    find: (reference) => found.get(reference.toLowerCase()),
    list: () => list,
    leftOut: () => leftOut,
  };
}

async function parse(
  raw: AsyncIterable<Uint8Array>,
  bounds: MailBounds,
  files: Files,
): Promise<{ readonly lines: HeaderLines; readonly decoded: Headers; readonly text: MessageText }> {
  const parser = new BoundedParser(bounds);
  let lines: HeaderLines = [];
  let decoded: Headers = new Map();
  let text: MessageText = { type: 'text' };
  let reading: AttachmentStream['content'] | undefined;
  parser.on('headerLines', (found: HeaderLines) => {
    lines = found;
  });
  parser.on('headers', (found: Headers) => {
    decoded = found;
    parser.options.skipHtmlToText = contentTypeOf(found) === 'text/html';
  });
  parser.on('error', (error: Error) => {
    // The file under way gets no more bytes, and would be waited for.
    reading?.destroy(error);
  });
  // What it has to say of errors, the loop below hears as well.
  pipeline(repairLineEnds(raw), parser, () => undefined);
  for await (const part of parser as AsyncIterable<AttachmentStream | MessageText>) {
    if (part.type === 'text') {
      text = part;
      continue;
    }
    const { content, contentType, filename } = part;
    // Who stores it may not be listening yet, and an error that nobody hears ends the process.
    content.on('error', () => undefined);
    reading = content;
    await files.add({
      name: filename || (contentType === 'message/rfc822' ? 'message.eml' : ''),
      type: contentType,
      references: referencesOf(part),
      bytes: content,
    });
    reading = undefined;
    part.release?.();
  }
  return { lines, decoded, text };
}

function referencesOf({ cid, headers }: AttachmentStream): readonly string[] {
  return [cid, headers.get('content-location')].flatMap((each) =>
    typeof each === 'string' && each !== '' ? [each] : [],
  );
}

function contentTypeOf(headers: Headers): string | undefined {
  const type = headers.get('content-type');
  return typeof type === 'object' && 'params' in type && typeof type.value === 'string' ? type.value : undefined;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
