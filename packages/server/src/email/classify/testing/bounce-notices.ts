import type { Bounce } from '../bounce.ts';
import { mailOf, multipartOf, originalPart, reportOf } from './mail-of.ts';

const daemon = 'From: MAILER-DAEMON@mx.example\nSubject: Notice';
const original = 'Received: from desk.example\nMessage-ID: <sent-1@desk.example>\nSubject: Your door';

/** What a notice in plain text has to give: recipients and Message-ID are those of `original`. */
type Told = Pick<Bounce, 'statusClass' | 'status' | 'action' | 'rule'>;
const told = (
  statusClass: 4 | 5,
  status: string | undefined,
  rule: string,
  action: Told['action'] = 'failed',
): Told => ({
  statusClass,
  status,
  action,
  rule,
});

/** Notices without fields, each with the original's header below it. */
export const textNotices: readonly (readonly [about: string, raw: Buffer, told: Told])[] = (
  [
    [
      'a status in angle brackets’ company',
      '<bob@other.example>:\n550-5.1.1 No such person',
      told(5, '5.1.1', 'text-status'),
    ],
    ['a status with a hash', '<bob@other.example>:\nUnable to look it up. (#4.4.3)', told(4, '4.4.3', 'text-status')],
    ['a reply code alone', '<bob@other.example>\nhost mx said: 452 try later', told(4, undefined, 'text-reply-code')],
    ['a reply code in quotes', 'bob@other.example\n"554 no"', told(5, undefined, 'text-reply-code')],
    [
      'numbers that are no codes',
      'bob@other.example\nport 465, 512 bytes, from 5.1.1.9, version 4.1.1.2\nmailbox is full',
      told(5, '5.2.2', 'text-mailbox-full'),
    ],
    ['a full mailbox', 'bob@other.example\nThe user is over quota.', told(5, '5.2.2', 'text-mailbox-full')],
    ['a full mailbox in German', 'bob@other.example\nDas Postfach voll.', told(5, '5.2.2', 'text-mailbox-full')],
    [
      'a full mailbox in Japanese',
      'bob@other.example\nメールボックスが一杯の\nため送信できません',
      told(5, '5.2.2', 'text-mailbox-full'),
    ],
    [
      'a closed mailbox',
      'bob@other.example\nThis account has been disabled.',
      told(5, '5.2.1', 'text-mailbox-inactive'),
    ],
    [
      'an unknown user',
      'bob@other.example\nThe recipient name is not recognized',
      told(5, '5.1.1', 'text-user-unknown'),
    ],
    ['an unknown user in Spanish', 'bob@other.example\nEl usuario no existe.', told(5, '5.1.1', 'text-user-unknown')],
    ['an unknown user in Chinese', 'bob@other.example\n收件人不存在', told(5, '5.1.1', 'text-user-unknown')],
    ['an unknown host', 'bob@other.example\nno MX record for it', told(5, '5.1.2', 'text-host-unknown')],
    ['a move', 'bob@other.example\nThe person has moved to another address', told(5, '5.1.6', 'text-address-moved')],
    ['a large mail', 'bob@other.example\nThe mail was too large', told(5, '5.3.4', 'text-too-large')],
    ['a loop', 'bob@other.example\ntoo many hops', told(5, '5.4.6', 'text-loop')],
    ['a server that gave up', 'bob@other.example\nretry timeout exceeded', told(5, '5.4.7', 'text-expired')],
    [
      'a server that was not there',
      'bob@other.example\nconnection to mx refused',
      told(4, '4.4.1', 'text-unreachable'),
    ],
    ['a refusal', 'bob@other.example\nThe mail was classed as unsolicited', told(5, '5.7.1', 'text-refused')],
    [
      'a server that still tries',
      'bob@other.example\nYour mail will be retried for 2 days',
      told(4, '4.4.7', 'text-delayed', 'delayed'),
    ],
    [
      'a server that still tries and says why',
      'bob@other.example\n421 busy\nIt has not yet been delivered',
      told(4, undefined, 'text-reply-code', 'delayed'),
    ],
    [
      'a code that matters only while it is tried',
      'bob@other.example\n550 5.7.1 no\nwe will keep trying',
      told(4, '4.7.1', 'text-status', 'delayed'),
    ],
    ['nothing', 'bob@other.example\nSorry.', told(5, undefined, 'text-final')],
  ] as const
).map(([about, text, each]) => [about, mailOf(daemon, `${text}\n\n${original}`), each] as const);

const fields = 'Final-Recipient: rfc822; bob@other.example';

/** Reports of RFC 3464 with what they state. */
export const reports: readonly (readonly [about: string, raw: Buffer, stated: Partial<Bounce>])[] = [
  [
    'a failure',
    reportOf(`${fields}\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 no such user`),
    { statusClass: 5, status: '5.1.1', action: 'failed', reason: '550 no such user', rule: 'delivery-status' },
  ],
  [
    'a delay',
    reportOf(`${fields}\nAction: Delayed (for now)\nStatus: 4.4.1`),
    { statusClass: 4, status: '4.4.1', action: 'delayed' },
  ],
  [
    'an arrival',
    reportOf(`${fields}\nAction: relayed\nStatus: 2.1.5`),
    { statusClass: undefined, status: '2.1.5', action: 'relayed' },
  ],
  [
    'an arrival without an action',
    reportOf(`${fields}\nStatus: 2.0.0`),
    { statusClass: undefined, action: 'delivered' },
  ],
  [
    'a diagnosis that says more than the status',
    reportOf(`${fields}\nAction: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 552 5.2.2 full`),
    { status: '5.2.2', rule: 'delivery-status-diagnostic' },
  ],
  ['a status with words', reportOf(`${fields}\nAction: failed\nStatus: 5.2.0 (mailbox)`), { status: '5.2.0' }],
  [
    'no status but a reply code',
    reportOf(`${fields}\nAction: failed\nDiagnostic-Code: smtp; 450 busy`),
    { statusClass: 4, status: undefined },
  ],
  [
    'no status but words',
    reportOf(`${fields}\nAction: failed\nDiagnostic-Code: x; mailbox full`),
    { statusClass: 5, status: '5.2.2', rule: 'mailbox-full' },
  ],
  [
    'a folded diagnosis',
    reportOf(`${fields}\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550\n no such\n\tuser`),
    { reason: '550 no such user' },
  ],
  [
    'a failure among arrivals',
    reportOf(
      `Final-Recipient: rfc822; carl@other.example\nAction: delivered\nStatus: 2.0.0\n\n${fields}\nAction: failed\nStatus: 5.1.1`,
    ),
    { action: 'failed', recipients: ['bob@other.example'] },
  ],
  [
    'two failures',
    reportOf(
      `${fields}\nAction: failed\nStatus: 5.1.1\n\nFinal-Recipient: rfc822;<carl@other.example>\nAction: failed\nStatus: 5.2.2`,
    ),
    { status: '5.1.1', recipients: ['bob@other.example', 'carl@other.example'] },
  ],
  [
    'the address that was mailed',
    reportOf(`${fields}\nOriginal-Recipient: rfc822; robert@other.example\nAction: failed\nStatus: 5.1.1`),
    { recipients: ['robert@other.example'] },
  ],
  [
    'a report in UTF-8',
    multipartOf(
      'multipart/report; report-type=delivery-status',
      [],
      [
        'Content-Type: text/plain\n\nSee.',
        'Content-Type: message/global-delivery-status\n\nFinal-Recipient: utf-8; jörg@other.example\nAction: failed\nStatus: 5.1.1',
        originalPart.replace('rfc822', 'global'),
      ],
    ),
    { status: '5.1.1', recipients: ['jörg@other.example'] },
  ],
  [
    'fields in base64',
    multipartOf(
      'multipart/report; report-type=delivery-status',
      [],
      [
        `Content-Type: message/delivery-status\nContent-Transfer-Encoding: base64\n\n${Buffer.from(`${fields}\nAction: failed\nStatus: 5.1.1`).toString('base64')}`,
        originalPart,
      ],
    ),
    { status: '5.1.1', recipients: ['bob@other.example'] },
  ],
];
