import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyMail } from './classify-mail.ts';
import { kindRules } from './kind-rules.ts';
import { isAutomaticKind } from './mail-kind.ts';
import { automaticMails } from './testing/automatic-mails.ts';
import { humanMails } from './testing/human-mails.ts';
import { mailOf } from './testing/mail-of.ts';

describe('who wrote a mail', () => {
  it.each(humanMails)('is a person: %s', (_title, raw) => {
    expect(classifyMail(raw)).toEqual({ kind: 'human', rule: 'none' });
  });

  it.each(automaticMails)('is told as %s by %s: %s', (kind, rule, _about, raw) => {
    expect(classifyMail(raw)).toEqual({ kind, rule });
  });

  it('is the same with LF or lone CR as line ends, after a BOM and after a mbox line', () => {
    for (const [kind, rule, , raw] of automaticMails) {
      const text = raw.toString('latin1');
      const forms = [
        text.replaceAll('\r\n', '\n'),
        text.replaceAll('\r\n', '\r'),
        `\u00ef\u00bb\u00bf${text}`,
        `From x\r\n${text}`,
      ];
      for (const form of forms) expect(classifyMail(Buffer.from(form, 'latin1'))).toEqual({ kind, rule });
    }
  });

  it('is us where the Message-ID is ours', () => {
    const isOwn = (id: string) => id === '<new-1@sender.example>';
    expect(classifyMail(mailOf('Auto-Submitted: auto-replied'), { isOwn })).toEqual({
      kind: 'own',
      rule: 'own-message-id',
    });
    expect(classifyMail(mailOf('Message-ID: <other@sender.example>'), { isOwn }).kind).toBe('human');
  });

  it('is told by the sender of the envelope before that of a header', () => {
    const returned = mailOf('Return-Path: <>');
    expect(classifyMail(mailOf(''), { sender: '' })).toEqual({ kind: 'notice', rule: 'null-sender' });
    expect(classifyMail(returned, { sender: 'ada@sender.example' })).toEqual({ kind: 'human', rule: 'none' });
    expect(classifyMail(returned, { sender: undefined }).kind).toBe('notice');
  });

  it('is a program where nothing may be sent back, whatever the mail says', () => {
    const kinds = [...humanMails.map(([, raw]) => raw), ...automaticMails.map(([, , , raw]) => raw)].map(
      (raw) => classifyMail(raw, { sender: '' }).kind,
    );
    expect(kinds.filter((kind) => !isAutomaticKind(kind))).toEqual([]);
  });

  it('counts as a program’s except for people and lists', () => {
    const kinds = [...new Set(automaticMails.map(([kind]) => kind))];
    expect(kinds.filter((kind) => !isAutomaticKind(kind))).toEqual(['list']);
    expect(isAutomaticKind('human')).toBe(false);
  });

  it('is told by rules whose names differ, each with a mail here', () => {
    const names = kindRules.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect([...new Set(automaticMails.map(([, rule]) => rule))].sort()).toEqual([...names].sort());
  });

  it('is told of any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), fc.boolean(), (bytes, afterHeader) => {
        const raw = afterHeader
          ? Buffer.concat([Buffer.from('Content-Type: multipart/x; boundary=a\n\n--a\n'), bytes])
          : bytes;
        expect(typeof classifyMail(raw).kind).toBe('string');
      }),
    );
  });

  it('is told of mails that were cut anywhere', () => {
    for (const [, , , raw] of automaticMails.slice(-12)) {
      for (let length = 0; length < raw.length; length += 7) classifyMail(raw.subarray(0, length));
    }
    expect(classifyMail(Buffer.alloc(0))).toEqual({ kind: 'human', rule: 'none' });
  });
});
