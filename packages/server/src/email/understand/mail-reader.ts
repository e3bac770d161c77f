import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { keepBeginning } from '../inbound/keep-beginning.ts';
import { type MailBounds, usualBounds } from './mail-bounds.ts';
import { type MailThread, openThread } from './mail-thread.ts';
import { readHead } from './read-head.ts';
import { startWorker } from './start-worker.ts';
import type { MailFile, MailHead, UnderstoodMail, UnreadableReason } from './understood-mail.ts';

export type MailReading =
  | {
      readonly kind: 'read';
      readonly mail: UnderstoodMail;
      open(file: MailFile): AsyncIterable<Uint8Array>;
      /** Removes the files that lie on disk. */
      discard(): Promise<void>;
    }
  /** The mail goes into its conversation as it came, as an attachment. */
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason; readonly head: MailHead };

export interface MailReaderOptions {
  newAttachmentId(): string;
  /** How many mails are read at the same time; 1 where nothing is said. */
  readonly size?: 1 | 2;
  readonly bounds?: Partial<MailBounds>;
  /** For one mail; 20 seconds where nothing is said. */
  readonly milliseconds?: number;
  /** Of the heap in which one mail is read; 256 where nothing is said. */
  readonly megabytes?: number;
  /** Where large files lie until they are kept; the system's folder for such files where nothing is said. */
  readonly folder?: string;
  /** Another thread, for tests. */
  startWorker?(megabytes: number): Worker;
}

/** Reads mails in threads of their own: each is started when it is needed, and replaced when a mail was too much for it. */
export interface MailReader {
  /**
   * Takes a mail apart, tells who wrote it and makes it safe to show. `sender` is that of the envelope. Rejects only when `raw`
   * does, when no thread can be started, and when the reader is stopped.
   */
  read(raw: AsyncIterable<Uint8Array>, sender?: string): Promise<MailReading>;
  stop(): Promise<void>;
}

/** Enough for the head of a mail. */
const beginningLength = 262_144;

export function createMailReader(options: MailReaderOptions): MailReader {
  const { size = 1, milliseconds = 20_000, megabytes = 256, folder = tmpdir() } = options;
  const bounds = { ...usualBounds, ...options.bounds };
  const threads = createThreads(size, () => openThread((options.startWorker ?? startWorker)(megabytes)));

  return {
    async read(raw, sender) {
      const own = join(folder, `deskkit-mail-${randomUUID()}`);
      const discard = () => rm(own, { recursive: true, force: true });
      const beginning = keepBeginning(raw, beginningLength);
      const ids = Array.from({ length: bounds.attachments }, () => options.newAttachmentId());
      try {
        const answer = await threads.use((thread) =>
          thread.ask({ type: 'start', sender, bounds, ids, folder: own }, beginning.bytes, milliseconds),
        );
        if (answer.type === 'read')
          return { kind: 'read', mail: answer.mail, open, discard: discardOf(answer.mail, discard) };
        await discard();
        return { kind: 'unreadable', reason: answer.reason, head: readHead(beginning.read()) };
      } catch (error) {
        await discard();
        throw error;
      }
    },
    stop: threads.stop,
  };
}

/** At most `size` threads, each used by one at a time. */
function createThreads(size: number, start: () => MailThread) {
  const all = new Set<MailThread>();
  const idle: MailThread[] = [];
  const waiting: (() => void)[] = [];
  let free = size;
  let isStopped = false;
  return {
    async use<T>(use: (thread: MailThread) => Promise<T>): Promise<T> {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      try {
        if (isStopped) throw new Error('The reader of mails is stopped.');
        let thread = idle.pop();
        while (thread && !thread.isAlive) thread = idle.pop();
        thread ??= start();
        all.add(thread);
        try {
          return await use(thread);
        } finally {
          if (thread.isAlive) idle.push(thread);
          else all.delete(thread);
        }
      } finally {
        const next = waiting.shift();
        if (next) next();
        else free += 1;
      }
    },
    async stop(): Promise<void> {
      isStopped = true;
      await Promise.all([...all].map((thread) => thread.end()));
    },
  };
}

/** Most mails have nothing on disk. */
function discardOf({ files }: UnderstoodMail, remove: () => Promise<void>): () => Promise<void> {
  return files.every(({ bytes }) => bytes instanceof Uint8Array) ? async () => undefined : remove;
}

function open({ bytes }: MailFile): AsyncIterable<Uint8Array> {
  return bytes instanceof Uint8Array ? once(bytes) : createReadStream(bytes.path);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
