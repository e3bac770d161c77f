import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mailboxesOf } from '../inbound/mailboxes.ts';
import { reasonOf } from './bounded-parser.ts';
import { type MailBounds, usualBounds } from './mail-bounds.ts';
import { filePart, htmlMail, inPieces, mailOfParts, textMail } from './testing/mails.ts';
import { understandMail } from './understand-mail.ts';

describe('a mail', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'deskkit-understand-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  function understand(mail: string | Uint8Array, bounds: Partial<MailBounds> = {}, sender?: string) {
    const ids = Array.from({ length: 200 }, (_, at) => `att_${at + 1}`);
    const own = join(folder, 'mail');
    return understandMail(inPieces(mail), { sender, bounds: { ...usualBounds, ...bounds }, ids, folder: own });
  }
  async function failure(mail: string, bounds: Partial<MailBounds> = {}) {
    return understand(mail, bounds).then(
      () => 'read',
      (error: unknown) => reasonOf(error),
    );
  }

  it('has its people, its subject and all lines of its header', async () => {
    const { decoded, lines } = await understand(
      textMail('Hi', ['X-Odd: =?utf-8?q?=C3=A9?=', 'Cc: =?utf-8?q?=C3=89va?= <e@b.example>']),
    );
    expect(mailboxesOf(decoded.get('from'))).toEqual([{ name: 'Ada', address: 'ada@sender.example' }]);
    expect(mailboxesOf(decoded.get('cc'))).toEqual([{ name: 'Éva', address: 'e@b.example' }]);
    expect(decoded.get('subject')).toBe('The door');
    expect(lines.map(({ key }) => key)).toEqual(['from', 'to', 'subject', 'message-id', 'x-odd', 'cc']);
  });

  it('is told by whom it was written, by the envelope, too', async () => {
    expect((await understand(textMail('Hi'))).class).toEqual({ kind: 'human', rule: 'none' });
    expect((await understand(textMail('Hi'), {}, '')).class).toEqual({ kind: 'notice', rule: 'null-sender' });
  });

  it('has a body as a first mail and as an answer, safe to show', async () => {
    const html =
      '<p onclick=x>Yes.<img src="https://t.example/a.png"></p><div class="gmail_quote">Now?<script>1</script></div>';
    const { asFirst, asAnswer } = await understand(htmlMail(html));
    expect(asAnswer).toEqual({
      visible: { text: 'Yes.', html: '<p>Yes.<img data-remote-src="https://t.example/a.png" /></p>' },
      hidden: { text: 'Now?', html: '<div>Now?</div>' },
      rule: 'gmail-quote',
      dropped: [
        { what: 'event-handler', count: 1 },
        { what: 'script', count: 1 },
      ],
      remoteImages: 1,
    });
    expect(asFirst).toMatchObject({ visible: { text: 'Yes.\n\nNow?' }, hidden: { text: '', html: '' }, rule: 'none' });
  });

  it('stays whole where its subject says that it is passed on', async () => {
    const mail = htmlMail('<p>Yes.</p><div class="gmail_quote">Now?</div>').replace('The door', 'Fwd: The door');
    expect((await understand(mail)).asAnswer.rule).toBe('none');
  });

  it('shows words between its HTML as well', async () => {
    const parts = [
      ['Content-Type: text/plain', 'a <b> & c'],
      ['Content-Type: text/html', '<p>In <b>HTML</b></p>'],
    ] as const;
    const { asFirst } = await understand(mailOfParts(parts));
    expect(asFirst.visible.html).toContain('a &lt;b&gt; &amp; c');
    expect(asFirst.visible.html).toContain('<b>HTML</b>');
    expect(asFirst.visible.text).toMatch(/a <b> & c[\s\S]*In HTML/);
  });

  it('has its files, those that are shown in their place told apart', async () => {
    const parts = [
      ['Content-Type: text/html', '<img src="cid:Pic%40mail"><img src="logo.png">'],
      filePart('pic.png', 'picture', '\nContent-ID: <pic@MAIL>'),
      filePart('logo.png', 'logo', '\nContent-Location: logo.png'),
      filePart('../../etc/passwd', 'secret', '\nContent-ID: <unused@mail>'),
      ['Content-Type: message/rfc822', 'From: eve@evil.example\n\nAttached words'],
    ] as const;
    const { files, asFirst, filesLeftOut } = await understand(mailOfParts(parts, 'related'));
    expect(files.map(({ id, name, inline, size }) => [id, name, inline, size])).toEqual([
      ['att_1', 'pic.png', true, 7],
      ['att_2', 'logo.png', true, 4],
      ['att_3', 'passwd', false, 6],
      ['att_4', 'message.eml', false, expect.any(Number)],
    ]);
    expect(asFirst.visible.html).toContain('data-attachment="att_1"');
    expect(asFirst.visible.html).toContain('data-attachment="att_2"');
    expect(asFirst.visible.text).not.toContain('Attached words');
    expect(filesLeftOut).toBe(0);
  });

  it('has small files in memory, and large ones in a folder that only they need', async () => {
    const [small, large] = [Buffer.alloc(200_000, 'a'), Buffer.alloc(300_000, 'b')];
    const first = await understand(mailOfParts([filePart('a', small)]));
    expect(first.files[0]?.bytes).toEqual(new Uint8Array(small));
    expect(await readdir(folder)).toEqual([]);
    const { files } = await understand(mailOfParts([filePart('a', small), filePart('b', large)]));
    const path = join(folder, 'mail', 'att_2');
    expect(files[1]).toMatchObject({ size: 300_000, bytes: { path } });
    expect((await readFile(path)).equals(large)).toBe(true);
  });

  it('keeps no more than a few megabytes in memory', async () => {
    const parts = Array.from({ length: 25 }, (_, at) => filePart(`${at}`, Buffer.alloc(200_000, 'a')));
    const { files } = await understand(mailOfParts(parts));
    expect(files.filter(({ bytes }) => bytes instanceof Uint8Array)).toHaveLength(20);
    expect(files.every(({ size }) => size === 200_000)).toBe(true);
  });

  it('loses the files beyond the bound, and says how many', async () => {
    const parts = Array.from({ length: 5 }, (_, at) => filePart(`${at}`, `${at}`));
    const { files, filesLeftOut } = await understand(mailOfParts([...parts, ['Content-Type: text/plain', 'After']]), {
      attachments: 2,
    });
    expect(files.map(({ name }) => name)).toEqual(['0', '1']);
    expect(filesLeftOut).toBe(3);
  });

  it('has the pictures written into its HTML as files', async () => {
    const picture = Buffer.alloc(3000, 7);
    const { asFirst, files } = await understand(
      htmlMail(`<img alt="A" src="data:image/jpg;base64,${picture.toString('base64')}">`),
    );
    expect(asFirst.visible.html).toMatch(/^<img alt="A" data-attachment="att_1" [^>]*>$/);
    expect(files).toMatchObject([{ id: 'att_1', name: 'picture.jpeg', type: 'image/jpeg', inline: true }]);
    expect(files[0]?.bytes).toEqual(new Uint8Array(picture));
  });

  it('shows the beginning of words that are too many, with all of them as a file', async () => {
    const words = `${'a'.repeat(99)}😀${'b '.repeat(2_000_000)}`;
    const { asFirst, asAnswer, files } = await understand(textMail(words), { text: 100 });
    for (const { visible } of [asFirst, asAnswer]) expect(visible.text).toBe('a'.repeat(99));
    expect(files).toMatchObject([{ name: 'message.txt', type: 'text/plain', inline: false }]);
    expect(files[0]?.size).toBe(Buffer.byteLength(words));
  });

  it('shows HTML that is too long as words, with the HTML as a file', async () => {
    const html = `<p>Hello</p>${'<p>x</p>'.repeat(20)}`;
    const { asFirst, files } = await understand(htmlMail(html), { html: 100 });
    expect(asFirst.visible).toMatchObject({ html: '', text: expect.stringMatching(/^Hello\n/) });
    expect(files).toMatchObject([{ name: 'message.html', type: 'text/html', size: html.length }]);
  });

  it('is read within its bounds, and given up beyond them', async () => {
    const nested = (depth: number) => {
      const open = (at: number) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`;
      return `${Array.from({ length: depth }, (_, at) => open(at)).join('')}\r\nHi`;
    };
    const parts = (count: number) => mailOfParts(Array.from({ length: count }, () => ['X: y', 'Hi'] as const));
    expect(await failure(nested(20))).toBe('read');
    expect(await failure(nested(21))).toBe('too-deep');
    expect(await failure(parts(9), { parts: 10 })).toBe('read');
    expect(await failure(parts(12), { parts: 10 })).toBe('too-many-parts');
    expect(await failure(textMail('Hi', [`X: ${'y'.repeat(250_000)}`]))).toBe('read');
    expect(await failure(textMail('Hi', [`X: ${'y'.repeat(260_000)}`]))).toBe('header-too-long');
    const part = [`Content-Type: text/plain\nX: ${'y'.repeat(260_000)}`, 'Hi'] as const;
    expect(await failure(mailOfParts([filePart('a', 'b'), part]))).toBe('header-too-long');
  });

  it('is malformed where it cannot be had to the end', async () => {
    async function* raw(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(mailOfParts([filePart('a', 'x'.repeat(5000))]).slice(0, 900));
      throw new Error('The disk is gone.');
    }
    const reading = understandMail(raw(), { sender: undefined, bounds: usualBounds, ids: ['att_1'], folder });
    expect(await reading.catch(reasonOf)).toBe('malformed');
  });

  it('is understood whatever its bytes, in lines that end in any way', async () => {
    const start = mailOfParts([['Content-Type: text/html', '<p>Hi']]);
    for (const form of [start.replaceAll('\r\n', '\r'), start.replaceAll('\r\n', '\n')]) {
      expect((await understand(form)).asFirst.visible).toEqual({ text: 'Hi', html: '<p>Hi\n</p>'.replace('\n', '') });
    }
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), fc.nat(start.length), async (bytes, at) => {
        const mail = Buffer.concat([Buffer.from(start.slice(0, at)), bytes, Buffer.from(start.slice(at))]);
        const understood = await understand(mail).catch(reasonOf);
        expect(typeof understood === 'string' || typeof understood.asFirst.visible.text === 'string').toBe(true);
      }),
    );
  });
});
