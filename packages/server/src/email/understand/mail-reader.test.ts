import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMailReader, type MailReader, type MailReaderOptions, type MailReading } from './mail-reader.ts';
import { bytesOf, filePart, htmlMail, inPieces, mailOfParts, textMail } from './testing/mails.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskkit-reader-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function mailIn(reading: MailReading) {
  if (reading.kind !== 'read') throw new Error(`The mail is unreadable: ${reading.reason}`);
  return reading.mail;
}

describe('a mail that is read in a thread', () => {
  let reader: MailReader;
  let place: string;
  beforeAll(async () => {
    place = await mkdtemp(join(tmpdir(), 'deskkit-reader-'));
    let made = 0;
    reader = createMailReader({ newAttachmentId: () => `att_${++made}`, folder: place });
  });
  afterAll(async () => {
    await reader.stop();
    await rm(place, { recursive: true, force: true });
  });

  it('is understood as it is without one', async () => {
    const mail = mailIn(
      await reader.read(inPieces(htmlMail('<p>Yes.<script>1</script></p><div class="gmail_quote">Now?</div>')), ''),
    );
    expect(mail).toMatchObject({
      class: { kind: 'notice', rule: 'null-sender' },
      asAnswer: { visible: { text: 'Yes.', html: '<p>Yes.</p>' }, hidden: { text: 'Now?' }, rule: 'gmail-quote' },
      asFirst: { visible: { text: 'Yes.\n\nNow?' } },
    });
    expect(mail.decoded.get('subject')).toBe('The door');
  });

  it('hands its files over, from memory and from disk, until it is discarded', async () => {
    const [small, large] = [Buffer.alloc(1000, 'a'), Buffer.alloc(3_000_000, 'b')];
    const reading = await reader.read(inPieces(mailOfParts([filePart('a', small), filePart('b', large)]), 700_000));
    const { files } = mailIn(reading);
    if (reading.kind !== 'read') return;
    expect(new Set(files.map(({ id }) => id)).size).toBe(2);
    for (const [at, content] of [small, large].entries()) {
      const file = files[at];
      expect(file && (await bytesOf(reading.open(file))).equals(content)).toBe(true);
    }
    expect(await readdir(place)).toHaveLength(1);
    await reading.discard();
    expect(await readdir(place)).toEqual([]);
  });

  it('is told to be unreadable with its head, and the next is read', async () => {
    const deep = Array.from(
      { length: 30 },
      (_, at) => `Content-Type: multipart/x; boundary=b${at}\r\n\r\n--b${at}\r\n`,
    ).join('');
    const reading = await reader.read(inPieces(`Subject: Deep\r\n${deep}${'x'.repeat(3_000_000)}`));
    expect(reading).toMatchObject({ kind: 'unreadable', reason: 'too-deep' });
    expect(reading.kind === 'unreadable' && reading.head.decoded.get('subject')).toBe('Deep');
    expect(mailIn(await reader.read(inPieces(textMail('Hi')))).asFirst.visible.text).toBe('Hi');
  });

  it('leaves no files behind where it is unreadable', async () => {
    const parts = [filePart('a', Buffer.alloc(3_000_000)), [`X: ${'y'.repeat(300_000)}`, ''] as const];
    const reading = await reader.read(inPieces(mailOfParts(parts), 100_000));
    expect(reading).toMatchObject({ kind: 'unreadable', reason: 'header-too-long' });
    expect(await readdir(place)).toEqual([]);
  });

  it('rejects where its bytes cannot be had, and the next is read', async () => {
    async function* raw(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(textMail('Hi'));
      throw new Error('The disk is gone.');
    }
    await expect(reader.read(raw())).rejects.toThrow('The disk is gone.');
    expect(mailIn(await reader.read(inPieces(textMail('Hi')))).asFirst.visible.text).toBe('Hi');
    expect(await readdir(place)).toEqual([]);
  });

  it('waits for the one before it', async () => {
    const texts = ['a', 'b', 'c', 'd'];
    const readings = await Promise.all(texts.map((text) => reader.read(inPieces(textMail(text), 5))));
    expect(readings.map((reading) => mailIn(reading).asFirst.visible.text)).toEqual(texts);
  });
});

describe('a thread that reads mails', () => {
  let reader: MailReader | undefined;
  let started = 0;
  beforeEach(() => {
    started = 0;
  });
  afterEach(() => reader?.stop());

  /** Does `code` when a mail begins; `answer` gives one. */
  function open(
    code: string,
    { onStart, ...options }: Partial<MailReaderOptions> & { onStart?: (worker: Worker) => void } = {},
  ): MailReader {
    const program = `
      const { parentPort } = require('node:worker_threads');
      const answer = (reason = 'malformed') => parentPort.postMessage({ type: 'unreadable', reason });
      let mails = 0;
      parentPort.on('message', (message) => {
        if (message.type === 'bytes') parentPort.postMessage({ type: 'taken' });
        if (message.type === 'start') mails += 1;
        if (message.type === 'start') { ${code} }
      });
      parentPort.postMessage({ type: 'ready' });`;
    reader = createMailReader({
      newAttachmentId: () => 'att_1',
      folder,
      ...options,
      startWorker(megabytes) {
        started += 1;
        const resourceLimits = { maxOldGenerationSizeMb: megabytes };
        const worker = new Worker(program, { eval: true, resourceLimits, stderr: true });
        onStart?.(worker);
        return worker;
      },
    });
    return reader;
  }
  const reasonOf = async (reading: Promise<MailReading>) => {
    const read = await reading;
    return read.kind === 'unreadable' ? read.reason : 'read';
  };
  const read = (mail = textMail('Hi')) => reasonOf((reader ?? open('')).read(inPieces(mail)));

  it('is started once it is needed, and then used again', async () => {
    open('answer()');
    expect(started).toBe(0);
    expect([await read(), await read(), await read()]).toEqual(['malformed', 'malformed', 'malformed']);
    expect(started).toBe(1);
  });

  it('is one for each of two mails at a time, where two are wanted', async () => {
    open('setTimeout(answer, 20)', { size: 2 });
    await Promise.all([read(), read(), read(), read()]);
    expect(started).toBe(2);
  });

  it.each([
    ['takes too long', 'setInterval(() => 0, 1000)', { milliseconds: 50 }, 'time-out'],
    ['is busy for too long', 'for (;;);', { milliseconds: 50 }, 'time-out'],
    [
      'needs too much memory',
      'const held = []; for (;;) held.push(new Array(100_000).fill(held.length))',
      { megabytes: 16 },
      'out-of-memory',
    ],
    ['breaks', 'throw new Error("broken")', {}, 'crashed'],
    ['breaks later', 'setTimeout(() => { throw new Error("broken"); }, 5)', {}, 'crashed'],
    ['ends', 'process.exit(0)', {}, 'crashed'],
  ] as const)('is replaced when it %s', async (_, code, options, reason) => {
    open(`if (!/First/.test(message.sender)) answer(); else { ${code} }`, options);
    const first = reasonOf((reader ?? open('')).read(inPieces(textMail('Hi')), 'First'));
    const second = reasonOf((reader ?? open('')).read(inPieces(textMail('Hi')), 'Second'));
    expect([await first, await second]).toEqual([reason, 'malformed']);
    expect(started).toBe(2);
    expect(await readdir(folder)).toEqual([]);
  });

  it('is replaced when it ended while it had nothing to read', async () => {
    let ended: Promise<unknown> | undefined;
    open('answer(); setTimeout(() => process.exit(0), 1)', { onStart: (worker) => (ended ??= once(worker, 'exit')) });
    expect(await read()).toBe('malformed');
    await ended;
    expect(await read()).toBe('malformed');
    expect(started).toBe(2);
  });

  it('is ended when a mail never comes to its end', async () => {
    open('', { milliseconds: 50 });
    async function* raw(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('Subject: Slow\r\n\r\n');
      await new Promise(() => undefined);
    }
    const reading = await reader?.read(raw());
    expect(reading).toMatchObject({ kind: 'unreadable', reason: 'time-out' });
    expect(reading?.kind === 'unreadable' && reading.head.decoded.get('subject')).toBe('Slow');
  });

  it('is given no more of a mail than it takes', async () => {
    let given = 0;
    async function* raw(): AsyncGenerator<Uint8Array> {
      for (; given < 100; given++) yield Buffer.alloc(262_144);
    }
    open('parentPort.removeAllListeners("message"); setTimeout(answer, 50)');
    await reader?.read(raw());
    expect(given).toBeLessThan(6);
  });

  it('gives no answer of a mail to the next, whose bytes are its own', async () => {
    open('answer(mails === 1 ? "too-deep" : "malformed")');
    expect(await read(textMail('x'.repeat(2_000_000)))).toBe('too-deep');
    expect(await read()).toBe('malformed');
  });

  it('that cannot be started refuses the mail, so that it comes again', async () => {
    reader = createMailReader({
      newAttachmentId: () => 'att_1',
      startWorker: () => new Worker(new URL('./no-such-file.mjs', import.meta.url)),
    });
    await expect(reader.read(inPieces(textMail('Hi')))).rejects.toThrow('No thread to read mails could be started');
  });

  it('refuses what it was reading and all that comes when it is stopped', async () => {
    open('');
    const reading = reader?.read(inPieces(textMail('Hi')));
    const waiting = reader?.read(inPieces(textMail('Hi')));
    const refused = [expect(reading).rejects.toThrow('stopped'), expect(waiting).rejects.toThrow('stopped')];
    await reader?.stop();
    await Promise.all(refused);
    await expect(reader?.read(inPieces(textMail('Hi')))).rejects.toThrow('stopped');
  });
});
