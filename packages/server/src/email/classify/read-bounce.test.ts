import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostRecipients } from './bounce.ts';
import { readBounce } from './read-bounce.ts';
import { automaticMails } from './testing/automatic-mails.ts';
import { reports, textNotices } from './testing/bounce-notices.ts';
import { humanMails } from './testing/human-mails.ts';
import { mailOf, multipartOf, originalPart, reportOf } from './testing/mail-of.ts';

const failed = 'Final-Recipient: rfc822; bob@other.example\nAction: failed\nStatus: 5.1.1';

describe('a notice without fields', () => {
  it.each(textNotices)('is read: %s', (_about, raw, told) => {
    expect(readBounce(raw)).toMatchObject({
      ...told,
      recipients: ['bob@other.example'],
      messageId: '<sent-1@desk.example>',
    });
  });

  it('is read from HTML where it has no other text', () => {
    const html = '<p>The mail to <b>bob&#64;other.example</b> failed.<br>Error: 550&nbsp;5.1.1 unknown</p>';
    const raw = mailOf('From: mailer-daemon@mx.example\nContent-Type: text/html', html);
    expect(readBounce(raw)).toMatchObject({ statusClass: 5, status: '5.1.1' });
  });

  it('does not take codes from the mail that came back', () => {
    const text = 'bob@other.example\nSorry.\n\n--- Original message ---\n\nSubject: 450 4.1.1 things';
    expect(readBounce(mailOf('From: mailer-daemon@mx.example', text))).toMatchObject({
      statusClass: 5,
      status: undefined,
    });
  });

  it('names the recipients of its header', () => {
    const raw = mailOf(
      'From: mailer-daemon@mx.example\nX-Failed-Recipients: a@other.example,\n b@other.example',
      'No.',
    );
    expect(readBounce(raw)?.recipients).toEqual(['a@other.example', 'b@other.example']);
  });
});

describe('a report', () => {
  it.each(reports)('is read: %s', (_about, raw, stated) => {
    expect(readBounce(raw)).toMatchObject({ messageId: '<sent-1@desk.example>', ...stated });
  });

  it('is completed from the text where it states nothing', () => {
    const raw = multipartOf(
      'multipart/report; report-type=delivery-status',
      [],
      [
        'Content-Type: text/plain\n\nbob@other.example: 550 5.7.1 refused',
        'Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example',
      ],
    );
    expect(readBounce(raw)).toMatchObject({ statusClass: 5, status: '5.7.1', rule: 'text-status' });
  });

  it('names at most a hundred recipients, each once', () => {
    const one = (index: number) =>
      `Final-Recipient: rfc822; r${Math.floor(index / 2)}@other.example\nAction: failed\nStatus: 5.1.1`;
    const many = Array.from({ length: 300 }, (_, index) => one(index)).join('\n\n');
    const recipients = readBounce(reportOf(many))?.recipients ?? [];
    expect(recipients).toHaveLength(mostRecipients);
    expect(new Set(recipients).size).toBe(mostRecipients);
  });

  it('gives its reason on one line of at most 500 characters', () => {
    const long = `550 ${'no\u0007 '.repeat(400)}`;
    const reason = readBounce(reportOf(`${failed}\nDiagnostic-Code: smtp; ${long}`))?.reason ?? '';
    expect(reason.length).toBeGreaterThan(400);
    expect(reason.length).toBeLessThanOrEqual(500);
    expect(reason).not.toMatch(/\p{Cc}/u);
  });
});

describe('the mail that came back', () => {
  const id = '<sent-1@desk.example>';
  const header = `Subject: Your door\nMessage-ID:\n ${id}`;

  it.each([
    ['as a mail', `Content-Type: message/rfc822\n\n${header}\n\nHi.`],
    ['as its header', `Content-Type: text/rfc822-headers\n\n${header}`],
    [
      'as a mail in base64',
      `Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n${Buffer.from(header).toString('base64')}`,
    ],
    [
      'as a header in quoted-printable',
      `Content-Type: text/rfc822-headers\nContent-Transfer-Encoding: quoted-printable\n\nMessage-ID: <sent-1=40desk.ex=\nample>`,
    ],
    ['as text', `Content-Type: text/plain\n\nOriginal message headers:\n\n    Message-Id: ${id}`],
    ['quoted', `Content-Type: text/plain\n\n> Message-ID: ${id}`],
    ['in HTML', 'Content-Type: text/html\n\n<pre>Message-ID: &lt;sent-1@desk.example&gt;</pre>'],
    ['without a type', `${header}\n\nHi.`],
  ])('is known by its id %s', (_how, part) => {
    expect(readBounce(reportOf(failed, { original: part }))?.messageId).toBe(id);
  });

  it('is known by what the notice answers where nothing else says it', () => {
    const raw = mailOf(
      `From: mailer-daemon@mx.example\nReferences: <root@desk.example> ${id}`,
      'bob@other.example failed',
    );
    expect(readBounce(raw)?.messageId).toBe(id);
  });

  it('is never the notice itself', () => {
    const raw = mailOf('From: mailer-daemon@mx.example\nMessage-ID: <own@mx.example>', 'Message-ID: <own@mx.example>');
    expect(readBounce(raw)).toMatchObject({ messageId: undefined });
  });
});

describe('a notice in JSON', () => {
  const bounce = (type: string, status: string) =>
    `{"notificationType":"Bounce","bounce":{"bounceType":"${type}","bouncedRecipients":[{"emailAddress":"bob@other.example"${status}}]},"mail":{"headers":[{"name":"Message-ID","value":"<sent-1@desk.example>"}]}}`;
  const from = 'From: no-reply@notices.example';

  it('is read', () => {
    expect(readBounce(mailOf(from, bounce('Permanent', ',"status":"5.1.1","diagnosticCode":"smtp; 550 no"')))).toEqual({
      statusClass: 5,
      status: '5.1.1',
      action: 'failed',
      reason: 'smtp; 550 no',
      recipients: ['bob@other.example'],
      messageId: '<sent-1@desk.example>',
      rule: 'json-report',
    });
  });

  it('is read where it is wrapped in another, and where it names no status', () => {
    const wrapped = JSON.stringify({ Type: 'Notification', Message: bounce('Transient', '') });
    expect(readBounce(mailOf(from, wrapped))).toMatchObject({ statusClass: 4, recipients: ['bob@other.example'] });
  });
});

describe('a complaint', () => {
  it('is told with its kind and the mail it is about', () => {
    const raw = multipartOf(
      'multipart/report; report-type=feedback-report',
      [],
      [
        'Content-Type: text/plain\n\nSee.',
        'Content-Type: message/feedback-report\n\nFeedback-Type: abuse\nOriginal-Rcpt-To: <bob@other.example>',
        originalPart,
      ],
    );
    expect(readBounce(raw)).toEqual({
      statusClass: undefined,
      status: undefined,
      action: 'complained',
      reason: 'abuse',
      recipients: ['bob@other.example'],
      messageId: '<sent-1@desk.example>',
      rule: 'report-feedback',
    });
  });
});

describe('other mail', () => {
  it.each(humanMails)('is no notice: %s', (_title, raw) => expect(readBounce(raw)).toBeUndefined());

  it('is no notice where a program answers', () => {
    const others = automaticMails.filter(([kind]) => !['bounce', 'complaint', 'receipt'].includes(kind));
    expect(others.length).toBeGreaterThan(20);
    for (const [, , about, raw] of others) expect(readBounce(raw), about).toBeUndefined();
  });

  it('never throws', () => {
    const piece = fc.constantFrom(
      '\n',
      '\n\n',
      '--edge',
      '--edge--',
      'Status: 5.1.1',
      'Action:',
      'Message-ID: <',
      '=?utf-8?b?',
      '<',
      '{"',
      '\r',
      '550 ',
      'a@b',
      'Content-Type: message/delivery-status',
      'Content-Transfer-Encoding: base64',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 60 }), (pieces) => {
        const start =
          'From: mailer-daemon@x\nContent-Type: multipart/report; report-type=delivery-status; boundary=edge\n\n--edge\n';
        expect(readBounce(Buffer.from(start + pieces.join('')))).toBeDefined();
      }),
    );
  });
});
