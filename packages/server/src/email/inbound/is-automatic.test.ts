import { describe, expect, it } from 'vitest';
import { isAutomatic } from './is-automatic.ts';
import { createMailHeaders } from './mail-headers.ts';

function ask(header: string, sender: string | undefined = 'ada@example.net') {
  const lines = header ? [{ key: (header.split(':')[0] ?? '').toLowerCase(), line: header }] : [];
  return isAutomatic(createMailHeaders(lines), sender);
}

describe('automatic mail', () => {
  it.each([
    'Auto-Submitted: auto-replied',
    'Auto-Submitted: auto-generated; owner-email="ada@example.net"',
    'Auto-Submitted: Auto-Notified (vacation)',
    'Precedence: auto_reply',
    'Precedence: junk',
    'X-Precedence: auto-reply',
    'X-Autoreply: yes',
    'X-Autorespond:',
    'Content-Type: multipart/report; report-type=delivery-status',
    'From: Mail Delivery <MAILER-DAEMON@mx.example.net>',
  ])('is what says %s', (header) => expect(ask(header)).toBe(true));

  it.each([
    '',
    'Auto-Submitted: no',
    'Auto-Submitted: No (a person)',
    'X-Autoreply: no',
    'X-Auto-Response-Suppress: All',
    'Precedence: bulk',
    'Precedence: list',
    'List-Id: <people.example.net>',
    'List-Unsubscribe: <mailto:out@example.net>',
    'Content-Type: multipart/mixed; boundary=report',
    'From: "mailer-daemon@example.net" <ada@example.net>',
  ])('is not what says %j', (header) => expect(ask(header)).toBe(false));

  it('is what has no sender to answer', () => {
    expect(ask('', '')).toBe(true);
    const returned = createMailHeaders([{ key: 'return-path', line: 'Return-Path: <>' }]);
    expect(isAutomatic(returned, undefined)).toBe(true);
    expect(isAutomatic(returned, 'ada@example.net')).toBe(false);
  });
});
