import { newId } from '@deskkit/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { multipartOf, originalPart, reportOf } from '../classify/testing/mail-of.ts';
import { messageIdOf } from '../message-id.ts';
import { openTestChannel, type TestChannel } from '../testing/open-test-channel.ts';
import { deliver, mailOf } from '../testing/smtp-dialogue.ts';

const from = 'From: Ada <ada@example.net>';
const id = 'Message-ID: <1@example.net>';
const failed = 'Final-Recipient: rfc822; bob@other.example\nAction: failed\nStatus: 5.1.1';

describe('whether a mail that is taken in is automatic', () => {
  let desk: TestChannel;
  let noted: object[];
  beforeEach(async () => {
    noted = [];
    const info = (fields: object, message: string) => {
      if (message === 'Took in a mail.') noted.push(fields);
    };
    desk = await openTestChannel({ logger: { info, warn: () => undefined, error: () => undefined } });
  });
  afterEach(() => desk.close());

  async function take(mail: string | Uint8Array, sender = 'ada@example.net') {
    expect(await deliver(desk.channel.port ?? 0, mail, { from: sender })).toMatch(/^250/);
    return { automatic: desk.received.at(-1)?.automatic, noted: noted.at(-1) };
  }

  it('shows in a German subject that answers our mail, so that a closed conversation stays closed', async () => {
    const conversation = newId('conversation');
    const sent = messageIdOf(desk.signer, desk.workspace, conversation, newId('message'));
    const away = mailOf([from, id, 'Subject: Abwesenheitsnotiz: Stuhl', `In-Reply-To: ${sent}`], 'Bis Montag.');
    expect(await take(away)).toMatchObject({
      automatic: true,
      noted: { conversation, kind: 'out-of-office', rule: 'subject-away-with-sign' },
    });
    expect(desk.received).toMatchObject([{ match: { conversation, by: 'signed' } }]);
  });

  it('shows in a report that a mail did not arrive, whoever sent it', async () => {
    expect(await take(reportOf(failed, { headers: [from] }))).toMatchObject({
      automatic: true,
      noted: { kind: 'bounce', rule: 'report-delivery' },
    });
  });

  it('shows in an envelope without sender, whatever the mail says', async () => {
    expect(await take(mailOf([from, id]), '')).toMatchObject({
      automatic: true,
      noted: { kind: 'notice', rule: 'null-sender' },
    });
  });

  it('shows in no old Return-Path where the envelope names a sender', async () => {
    expect((await take(mailOf(['Return-Path: <>', from, id]))).automatic).toBe(false);
  });

  it('does not show where a person passes a report on', async () => {
    const report = `Content-Type: message/rfc822\n\n${reportOf(failed).toString()}`;
    const mail = multipartOf(
      'multipart/mixed',
      [from, 'Subject: Fwd: Undelivered Mail Returned to Sender'],
      ['Content-Type: text/plain\n\nWhat does this mean?', report, originalPart],
    );
    expect(await take(mail)).toMatchObject({ automatic: false, noted: { kind: 'human', rule: 'none' } });
  });

  it('does not show where a list passes on what a person wrote', async () => {
    const list = [
      'List-Id: <people.example.net>',
      'List-Post: <mailto:people@example.net>',
      'List-Unsubscribe: <mailto:out@example.net>',
      'Precedence: list',
    ];
    expect(await take(mailOf([...list, from, id]))).toMatchObject({
      automatic: false,
      noted: { kind: 'human', rule: 'none' },
    });
  });

  it('does not show in mail to many, which somebody may still answer', async () => {
    const bulk = ['List-Unsubscribe: <mailto:out@example.net>', 'Precedence: bulk'];
    expect(await take(mailOf([...bulk, from, id]))).toMatchObject({
      automatic: false,
      noted: { kind: 'list', rule: 'list-bulk' },
    });
  });

  it('shows at the beginning of a mail of many megabytes, and is not looked for behind it', async () => {
    const part = (length: number) => `--b\nContent-Type: application/pdf\n\n${'%PDF-1.7\n'.repeat(length / 9)}\n`;
    const report = `--b\nContent-Type: message/delivery-status\n\n${failed}\n--b--\n`;
    const headers = ['From: postmaster@example.net', 'Content-Type: multipart/mixed; boundary=b'];
    const taken = [
      await take(mailOf([...headers, 'Message-ID: <2@example.net>'], part(900_000) + report + part(3_000_000))),
      await take(mailOf([...headers, 'Message-ID: <3@example.net>'], part(3_000_000) + report)),
    ];
    expect(taken.map(({ automatic }) => automatic)).toEqual([true, false]);
  });
});
