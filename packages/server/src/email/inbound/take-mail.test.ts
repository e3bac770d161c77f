import {
  type Attachment,
  type Inbound,
  maxBodyLength,
  newId,
  type Received,
  type Result,
  refuse,
  StorageError,
} from '@deskkit/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { messageIdOf, threadIdOf } from '../message-id.ts';
import { replyAddressOf } from '../reply-address.ts';
import { openTestChannel, type TestChannel } from '../testing/open-test-channel.ts';
import { mailOf } from '../testing/smtp-dialogue.ts';

const from = 'From: Ada <ada@example.net>';
const id = 'Message-ID: <1@example.net>';

describe('a mail that is taken in', () => {
  let desk: TestChannel;
  beforeEach(async () => {
    desk = await openTestChannel();
  });
  afterEach(() => desk.close());

  async function tryToAccept(mail: string | Uint8Array): Promise<Result<Received>> {
    async function* raw() {
      yield Buffer.from(mail);
    }
    if (!desk.channel.accept) throw new Error('The channel accepts nothing.');
    return desk.channel.accept(raw(), desk.receiver, desk.workspace.id);
  }
  async function accept(mail: string | Uint8Array): Promise<Received> {
    const result = await tryToAccept(mail);
    if (!result.ok) throw new Error(`The mail was refused: ${result.refusal.code}`);
    return result.value;
  }
  async function take(mail: string | Uint8Array): Promise<Inbound> {
    await accept(mail);
    const inbound = desk.received.at(-1);
    if (!inbound) throw new Error('Nothing was taken in.');
    return inbound;
  }
  async function bytesOf(file: Pick<Attachment, 'id'> | undefined): Promise<string> {
    const chunks = [];
    for await (const chunk of (await desk.blobs.get(file?.id ?? 'att_none')) ?? []) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  }

  it('keeps its original to the byte', async () => {
    const mail = mailOf([from, id, 'X-Odd:  two  spaces '], 'Words\n\n');
    const { email } = await take(mail);
    expect(await bytesOf(email?.original ? { id: email.original } : undefined)).toBe(mail);
  });

  it('joins by a signed reply address in any header where a forwarder leaves it', async () => {
    const conversation = newId('conversation');
    const address = replyAddressOf(desk.signer, desk.workspace, conversation);
    for (const header of ['To', 'Cc', 'Delivered-To', 'X-Original-To', 'X-Forwarded-To']) {
      const mail = await take(mailOf([from, `${header}: "Desk" <${address}>`, `Message-ID: <${header}@example.net>`]));
      expect(mail.match).toEqual({ conversation, by: 'signed' });
    }
  });

  it('joins by our own id in In-Reply-To or References alone', async () => {
    const conversation = newId('conversation');
    const sent = messageIdOf(desk.signer, desk.workspace, conversation, newId('message'));
    const thread = threadIdOf(desk.signer, desk.workspace, conversation);
    for (const header of [
      `In-Reply-To: ${sent}`,
      `References: <root@example.net>\r\n ${sent}`,
      `References: ${thread}`,
    ]) {
      const mail = await take(mailOf([from, header, `Message-ID: <${newId('message')}@example.net>`]));
      expect(mail.match).toEqual({ conversation, by: 'signed' });
    }
  });

  it('joins by an id that it has seen, and says that anybody may know it', async () => {
    const { conversation } = await accept(mailOf([from, id]));
    const mail = await take(mailOf([from, 'Message-ID: <2@example.net>', 'In-Reply-To: <1@example.net>']));
    expect(mail.match).toEqual({ conversation, by: 'known-id' });
  });

  it('ignores a forged token and notes it', async () => {
    const address = replyAddressOf(desk.signer, desk.other, newId('conversation'));
    const mail = await take(mailOf([from, id, `To: ${address}`]));
    expect(mail.match).toBeNull();
    expect(desk.logged.join()).toContain('only looks like ours');
  });

  it('drops our own mail that comes back, and says what it is', async () => {
    const [conversation, message] = [newId('conversation'), newId('message')];
    const own = `Message-ID: ${messageIdOf(desk.signer, desk.workspace, conversation, message)}`;
    expect(await accept(mailOf([from, own]))).toEqual({ conversation, message, duplicate: true });
    expect(desk.received).toEqual([]);
    expect(await desk.files()).toEqual([]);
    expect(desk.logged.join()).toContain('came back');
  });

  it("takes another workspace's mail although we sent it", async () => {
    const own = messageIdOf(desk.signer, desk.other, newId('conversation'), newId('message'));
    expect((await take(mailOf([from, `Message-ID: ${own}`]))).externalId).toBe(own);
  });

  it('refuses a mail that has been going round, and keeps nothing of it', async () => {
    const hops = Array.from({ length: 51 }, (_, hop) => `Received: from a${hop}.example by b.example; now`);
    expect(await tryToAccept(mailOf([...hops, from, id]))).toEqual(refuse({ code: 'mail-loop' }));
    expect(await desk.files()).toEqual([]);
    expect((await take(mailOf([...hops.slice(1), from, id]))).externalId).toBe('<1@example.net>');
  });

  it('refuses what is over the limit, and keeps nothing of it', async () => {
    await desk.close();
    desk = await openTestChannel({ limits: { maxBytes: 1000 } });
    expect(await tryToAccept(mailOf([from, id], 'x'.repeat(1000)))).toEqual(refuse({ code: 'too-large' }));
    expect(await desk.files()).toEqual([]);
  });

  it('gives a mail without Message-ID the same id both times, whichever way it came', async () => {
    const rest = [from, 'Subject: From a scanner'];
    const first = await take(mailOf(['Received: from one.example; now', ...rest]));
    expect(first.externalId).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(first.email?.messageId).toBe('');
    const again = await accept(
      mailOf(['Received: from two.example\r\n by here; later', 'Delivered-To: support@example.com', ...rest]),
    );
    expect(again.duplicate).toBe(true);
    expect((await accept(mailOf(rest, 'Other words.'))).duplicate).toBe(false);
  });

  it('stands in for a sender who is missing or is no address', async () => {
    expect((await take(mailOf(['Subject: x', id]))).from).toEqual({ name: '', address: 'unknown@sender.invalid' });
    expect((await take(mailOf(['From: Just a name', 'Message-ID: <2@example.net>']))).from.address).toBe(
      'unknown@sender.invalid',
    );
  });

  it('takes a mail without words and an empty one', async () => {
    expect((await take(mailOf([from, id], ''))).body.text).toBe('');
    expect((await take('')).body.text).toBe('');
  });

  it('keeps a mail with too many parts, and says that it could not be read', async () => {
    const part = '--b\r\nContent-Type: text/plain\r\n\r\nx\r\n';
    const mail = await take(
      mailOf([from, id, 'Subject: Many', 'Content-Type: multipart/mixed; boundary=b'], '') + part.repeat(300),
    );
    expect(mail).toMatchObject({ subject: 'Many', from: { address: 'ada@example.net' } });
    expect(mail.body.text).toBe('This mail could not be read; it is kept as it came and can be downloaded.');
    expect(mail.email?.original).toBeTruthy();
  });

  it('keeps a mail in which a file is still being stored when the parts become too many', async () => {
    const { put } = desk.blobs;
    desk.blobs.put = async (id, bytes) => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      return put(id, bytes);
    };
    const file = `--b\r\nContent-Type: application/pdf\r\n\r\n${'%PDF-1.7\r\n'.repeat(20_000)}`;
    const mail = await take(
      mailOf([from, id, 'Content-Type: multipart/mixed; boundary=b'], '') + file + '--b\r\n\r\nx\r\n'.repeat(300),
    );
    expect(mail.body.text).toMatch(/^This mail could not be read/);
    expect(mail.attachments).toEqual([]);
    expect(await desk.files()).toEqual([mail.email?.original]);
  });

  it('keeps a mail whose file is followed by headers without end', async () => {
    const file = '--b\r\nContent-Type: application/pdf; name=a.pdf\r\n\r\n%PDF-1.7\r\n';
    const mail = await take(
      `${mailOf([from, id, 'Content-Type: multipart/mixed; boundary=b'], '')}${file}--b\r\nX: ${'y'.repeat(1_200_000)}`,
    );
    expect(mail.body.text).toMatch(/^This mail could not be read/);
  });

  it('reads subjects, names and words in old charsets', async () => {
    const japanese = Buffer.concat([
      Buffer.from(
        mailOf(
          [
            'From: =?ISO-2022-JP?B?GyRCOzNFRBsoQg==?= <yamada@example.jp>',
            'Subject: =?ISO-2022-JP?B?GyRCMFg7UhsoQg==?=',
            'Content-Type: text/plain; charset=iso-2022-jp',
            'Message-ID: <jp@example.jp>',
          ],
          '',
        ),
      ),
      Buffer.from([0x1b, 0x24, 0x42, 0x30, 0x58, 0x3b, 0x52, 0x1b, 0x28, 0x42]),
    ]);
    expect(await take(japanese)).toMatchObject({ from: { name: '山田' }, subject: '椅子', body: { text: '椅子' } });
    const western = Buffer.concat([
      Buffer.from(
        mailOf(
          [from, id, 'Subject: =?windows-1252?Q?=93Caf=E9=94_=80?=', 'Content-Type: text/plain; charset=windows-1252'],
          '',
        ),
      ),
      Buffer.from([0x93, 0x43, 0x61, 0x66, 0xe9, 0x94, 0x20, 0x80]),
    ]);
    expect(await take(western)).toMatchObject({ subject: '“Café” €', body: { text: '“Café” €' } });
  });

  it('reads a mail whose lines end in lone CRs', async () => {
    const mail = await take([from, id, 'Subject: Old device', '', 'One', 'Two'].join('\r'));
    expect(mail).toMatchObject({ subject: 'Old device', body: { text: 'One\nTwo' } });
  });

  it('lets no header into a subject or a name', async () => {
    const mail = await take(
      mailOf([
        'From: =?utf-8?B?QWRhDQpCY2M6IGFsbEBleGFtcGxlLm5ldA==?= <ada@example.net>',
        'Subject: =?utf-8?Q?Hi=0D=0ABcc:_all@example.net=00?=',
        id,
      ]),
    );
    expect(mail.subject).toBe('Hi Bcc: all@example.net');
    expect(mail.from.name).toBe('Ada Bcc: all@example.net');
  });

  it('reads HTML where there are no plain words, and keeps HTML words beside plain ones', async () => {
    const html = await take(
      mailOf([from, id, 'Content-Type: text/html'], '<p>Hello &amp; <b>bye</b></p><script>x</script>'),
    );
    expect(html.body.text).toBe('Hello & bye');
    const both = await take(
      mailOf(
        [from, 'Message-ID: <2@example.net>', 'Content-Type: multipart/mixed; boundary=b'],
        '--b\nContent-Type: text/html\n\n<p>The words</p>\n--b\nContent-Type: text/plain\n\nThe footer\n--b--\n',
      ),
    );
    expect(both.body.text).toMatch(/The words[\s\S]*The footer/);
  });

  it('cuts a body that is too long and keeps all of it as a file', async () => {
    const words = `${'x'.repeat(maxBodyLength - 1)}😀 and more`;
    const mail = await take(mailOf([from, id, 'Content-Type: text/plain; charset=utf-8'], words));
    expect(mail.body.text).toBe('x'.repeat(maxBodyLength - 1));
    expect(mail.attachments).toMatchObject([{ name: 'message.txt', type: 'text/plain' }]);
    expect(await bytesOf(mail.attachments[0])).toBe(words);
  });

  it('names a file without its path and without what turns text round, and looks at its bytes', async () => {
    const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
    const file = (name: string, type: string) =>
      `--b\nContent-Type: ${type}\nContent-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: base64\n\n${png}\n`;
    const mail = await take(
      mailOf(
        [from, id, 'Content-Type: multipart/mixed; boundary=b'],
        `${file('../../etc/passwd', 'text/html')}${file('C:\\\\temp\\\\=?utf-8?Q?a=E2=80=AEgnp.exe?=', 'application/x-msdownload')}--b--\n`,
      ),
    );
    expect(mail.attachments).toMatchObject([
      { name: 'passwd', type: 'image/png' },
      { name: 'a gnp.exe', type: 'image/png' },
    ]);
  });

  it('keeps an attached mail as a file, and its words out of the body', async () => {
    const mail = await take(
      mailOf(
        [from, id, 'Content-Type: multipart/mixed; boundary=b'],
        '--b\n\nSee below.\n--b\nContent-Type: message/rfc822\nContent-Disposition: inline\n\nSubject: inner\n\nSecret words\n--b--\n',
      ),
    );
    expect(mail.body.text).toBe('See below.');
    expect(mail.attachments.map(({ name }) => name)).toEqual(['message.eml']);
  });

  it('keeps 50 files at most, and says so in the log', async () => {
    const file = '--b\nContent-Type: application/pdf\n\n%PDF-1.7\n';
    const mail = await take(
      mailOf([from, id, 'Content-Type: multipart/mixed; boundary=b'], `${file.repeat(60)}--b--\n`),
    );
    expect(mail.attachments).toHaveLength(50);
    expect(desk.logged.join()).toContain('too many files');
  });

  it('keeps nothing of a mail one of whose files cannot be stored, and fails', async () => {
    const { put } = desk.blobs;
    let calls = 0;
    desk.blobs.put = async (blob, bytes) => {
      calls += 1;
      if (calls === 3) throw new StorageError({ code: 'unavailable', detail: 'the disk is full.' });
      return put(blob, bytes);
    };
    const file = '--b\nContent-Type: application/pdf\n\n%PDF-1.7\n';
    const mail = mailOf([from, id, 'Content-Type: multipart/mixed; boundary=b'], `${file.repeat(3)}--b--\n`);
    await expect(accept(mail)).rejects.toMatchObject({ code: 'unavailable' });
    expect(desk.received).toEqual([]);
    expect(await desk.files()).toEqual([]);
  });

  it('believes no verdict that comes with a mail', async () => {
    const mail = await take(mailOf(['Authentication-Results: mx.example.com; dmarc=pass', from, id]));
    expect(mail.verdict).toBe('none');
  });
});
