import { once } from 'node:events';
import { newId, StorageError } from '@deskkit/core';
import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replyAddressOf } from '../reply-address.ts';
import { openTestChannel, type TestChannel } from '../testing/open-test-channel.ts';
import { deliver, mailOf, openDialogue } from '../testing/smtp-dialogue.ts';

const plain = mailOf(['From: Ada <ada@example.net>', 'Subject: Chair', 'Message-ID: <1@example.net>']);

describe('SMTP in', () => {
  let desk: TestChannel;
  let port: number;
  beforeEach(async () => {
    desk = await openTestChannel();
    port = desk.channel.port ?? 0;
  });
  afterEach(() => desk.close());

  it('takes what a mail program sends', async () => {
    const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
    await transport.sendMail({
      from: 'Ada Byron <ada@example.net>',
      to: 'support@example.com',
      subject: 'Chair',
      text: 'It squeaks.',
      attachments: [{ filename: 'noise.txt', content: 'squeak' }],
    });
    const [mail] = desk.received;
    expect(mail).toMatchObject({
      workspace: desk.workspace.id,
      channel: 'email',
      match: null,
      from: { name: 'Ada Byron', address: 'ada@example.net' },
      verdict: 'none',
      subject: 'Chair',
      body: { format: 'text', text: 'It squeaks.' },
      automatic: false,
      attachments: [{ name: 'noise.txt', type: 'text/plain', size: 6 }],
    });
    expect(new Set(await desk.files())).toEqual(new Set([mail?.attachments[0]?.id, mail?.email?.original]));
  });

  it('announces its limit, and neither login nor STARTTLS', async () => {
    const dialogue = await openDialogue(port);
    const extensions = await dialogue.say('EHLO again.example.net');
    dialogue.close();
    expect(extensions).toContain('SIZE 50000000');
    expect(extensions).not.toMatch(/AUTH|STARTTLS/);
  });

  it('routes mail that was forwarded automatically by its envelope, whatever To says', async () => {
    const mail = mailOf([
      'Delivered-To: support@example.com',
      'X-Forwarded-To: support@example.com',
      'X-Forwarded-For: hello@shop.example support@example.com',
      'From: ada@example.net',
      'To: hello@shop.example',
      'Message-ID: <forwarded@example.net>',
    ]);
    expect(await deliver(port, mail)).toMatch(/^250/);
    expect(desk.received).toMatchObject([{ workspace: desk.workspace.id, externalId: '<forwarded@example.net>' }]);
  });

  it('takes an answer at a signed reply address', async () => {
    const conversation = newId('conversation');
    const to = [replyAddressOf(desk.signer, desk.workspace, conversation)];
    expect(await deliver(port, plain, { to })).toMatch(/^250/);
    expect(desk.received).toMatchObject([{ workspace: desk.workspace.id, match: { conversation, by: 'signed' } }]);
  });

  it('takes a reply address whose letters were made large on the way', async () => {
    const conversation = newId('conversation');
    const to = [replyAddressOf(desk.signer, desk.workspace, conversation).toUpperCase()];
    expect(await deliver(port, plain, { to })).toMatch(/^250/);
    expect(desk.received).toMatchObject([{ match: { conversation } }]);
  });

  it('refuses unknown addresses, and reply addresses that it did not sign for this workspace', async () => {
    const conversation = newId('conversation');
    const address = replyAddressOf(desk.signer, desk.workspace, conversation);
    const last = address.charAt(address.indexOf('@') - 1);
    const changed = address.replace(`${last}@`, `${last === 'a' ? 'b' : 'a'}@`);
    const moved = address.replace('@in.example.com', '@second.example.com');
    for (const to of ['nobody@example.com', 'reply+x@in.example.com', changed, moved]) {
      expect(await deliver(port, plain, { to: [to] })).toMatch(/^550/);
    }
    expect(desk.received).toEqual([]);
  });

  it('hands a mail to two recipients of one workspace in once', async () => {
    const to = ['support@example.com', replyAddressOf(desk.signer, desk.workspace, newId('conversation'))];
    expect(await deliver(port, plain, { to })).toMatch(/^250/);
    expect(desk.logged).toEqual(['Took in a mail.']);
  });

  it('hands a mail to two workspaces in to each, with files of its own', async () => {
    expect(await deliver(port, plain, { to: ['support@example.com', 'billing@second.example.com'] })).toMatch(/^250/);
    expect(desk.received.map(({ workspace }) => workspace).sort()).toEqual([desk.workspace.id, desk.other.id].sort());
    expect(new Set(desk.received.map(({ email }) => email?.original)).size).toBe(2);
    expect(await desk.files()).toHaveLength(2);
  });

  it('keeps a mail that comes twice once, and no files of the second', async () => {
    expect(await deliver(port, plain)).toMatch(/^250/);
    expect(await deliver(port, plain)).toMatch(/^250/);
    expect(desk.received).toHaveLength(1);
    expect(await desk.files()).toEqual([desk.received[0]?.email?.original]);
  });

  it('asks the sender to try again while storage is away', async () => {
    const away = new StorageError({ code: 'unavailable', detail: 'it is away.' });
    desk.fail({ receive: away });
    expect(await deliver(port, plain)).toMatch(/^451/);
    desk.fail({ find: away });
    expect(await deliver(port, plain)).toMatch(/^451/);
    desk.fail({});
    expect(await deliver(port, plain)).toMatch(/^250/);
    expect(desk.received).toHaveLength(1);
  });

  it('leaves no file of a mail that was certainly not kept', async () => {
    desk.fail({ receive: new StorageError({ code: 'lease-lost', work: 'any' }) });
    expect(await deliver(port, plain)).toMatch(/^451/);
    expect(await desk.files()).toEqual([]);
  });

  it('goes on with the next mail on the same connection after a refusal', async () => {
    desk.fail({ receive: new StorageError({ code: 'unavailable', detail: 'it is away.' }) });
    const dialogue = await openDialogue(port);
    const send = async () => {
      await dialogue.say('MAIL FROM:<ada@example.net>');
      await dialogue.say('RCPT TO:<support@example.com>');
      return dialogue.data(plain);
    };
    expect(await send()).toMatch(/^451/);
    desk.fail({});
    expect(await send()).toMatch(/^250/);
    dialogue.close();
  });

  it('leaves nothing of a mail whose sender hangs up in the middle', async () => {
    const dialogue = await openDialogue(port);
    await dialogue.say('MAIL FROM:<ada@example.net>');
    await dialogue.say('RCPT TO:<support@example.com>');
    await dialogue.say('DATA');
    dialogue.socket.write(`Subject: cut off\r\n\r\n${'words '.repeat(50_000)}`);
    await expect.poll(async () => (await desk.files()).length).toBe(1);
    dialogue.close();
    await expect.poll(desk.files).toEqual([]);
    expect(desk.received).toEqual([]);
  });

  it('finishes the mail under way before it stops, and takes no other', async () => {
    const dialogue = await openDialogue(port);
    await dialogue.say('MAIL FROM:<ada@example.net>');
    await dialogue.say('RCPT TO:<support@example.com>');
    await dialogue.say('DATA');
    dialogue.socket.write(plain);
    await expect.poll(async () => (await desk.files()).length).toBe(1);
    const stopped = desk.channel.stop?.();
    const late = await openDialogue(port).catch(() => undefined);
    expect(await late?.say('MAIL FROM:<ada@example.net>')).not.toMatch(/^250/);
    late?.close();
    expect(await dialogue.say('\r\n.')).toMatch(/^250/);
    await stopped;
    expect(desk.received).toHaveLength(1);
    if (!dialogue.socket.destroyed) await once(dialogue.socket, 'close');
  });
});

describe('SMTP in with small limits', () => {
  it('refuses a mail that says it is too large before it comes', async () => {
    const desk = await openTestChannel();
    const dialogue = await openDialogue(desk.channel.port ?? 0);
    expect(await dialogue.say('MAIL FROM:<ada@example.net> SIZE=60000000')).toMatch(/^552/);
    dialogue.close();
    await desk.close();
  });

  it('refuses 60 MB that did not say so, and keeps none of them', async () => {
    const desk = await openTestChannel();
    const body = Buffer.alloc(60_000_000, `${'x'.repeat(70)}\r\n`);
    const mail = Buffer.concat([Buffer.from('From: ada@example.net\r\n\r\n'), body]);
    expect(await deliver(desk.channel.port ?? 0, mail)).toMatch(/^552/);
    expect(await desk.files()).toEqual([]);
    expect(desk.received).toEqual([]);
    await desk.close();
  });

  it('gives up on a client that stays silent in the middle, and leaves nothing', async () => {
    const desk = await openTestChannel({ limits: { idleMilliseconds: 200 } });
    const dialogue = await openDialogue(desk.channel.port ?? 0);
    await dialogue.say('MAIL FROM:<ada@example.net>');
    await dialogue.say('RCPT TO:<support@example.com>');
    await dialogue.say('DATA');
    dialogue.socket.write('Subject: and then\r\n\r\nnothing');
    expect(await dialogue.answer()).toMatch(/^421/);
    await expect.poll(desk.files).toEqual([]);
    dialogue.close();
    await desk.close();
  });
});
