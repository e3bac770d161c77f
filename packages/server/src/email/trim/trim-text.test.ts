import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answeredMails } from './testing/answered-mails.ts';
import { arbitraryMail, isInOrder, wordsOf } from './testing/arbitrary-mail.ts';
import { signedMails } from './testing/signed-mails.ts';
import { wholeMails } from './testing/whole-mails.ts';
import { trimText } from './trim-text.ts';

describe('trimText', () => {
  it.each(answeredMails)('divides a mail of $client', ({ answer, below, rule }) => {
    expect(trimText(`${answer}\n\n${below}\n`)).toEqual({ visible: answer, hidden: below, rule });
  });

  it.each(answeredMails)('divides a mail of $client with the line ends of mail', ({ answer, below, rule }) => {
    const { visible, rule: fired } = trimText(`${answer}\n\n${below}\n`.replaceAll('\n', '\r\n'));
    expect({ visible: visible.replaceAll('\r\n', '\n'), rule: fired }).toEqual({ visible: answer, rule });
  });

  it.each(signedMails)('takes the signature off: $signature', ({ signature, rule }) => {
    expect(trimText(`It leaks again.\n\n${signature}`)).toEqual({
      visible: 'It leaks again.',
      hidden: signature,
      rule,
    });
  });

  it.each(Object.entries(wholeMails))('leaves %s whole', (_, text) => {
    expect(trimText(text)).toEqual({ visible: text, hidden: '', rule: 'none' });
  });

  it('finds the attribution directly below the answer and on the line of the answer', () => {
    const line = 'On Wed, Mar 6, 2024 at 3:59 PM, noor@example.org wrote:';
    expect(trimText(`Yes.\n${line}\n> Really?`).visible).toBe('Yes.');
    expect(trimText(`Yes. ${line}\n> Really?`)).toEqual({
      visible: 'Yes.',
      hidden: `${line}\n> Really?`,
      rule: 'attribution',
    });
  });

  it('hides the quote above an answer, and the one between an answer and a greeting', () => {
    const quote = 'On 04/03/2024 09:12, Noor Haddad wrote:\n> Which day?';
    expect(trimText(`${quote}\n\nTuesday.`)).toEqual({ visible: 'Tuesday.', hidden: quote, rule: 'attribution' });
    expect(trimText(`Tuesday.\n\n${quote}\n\nRegards, Ada`).visible).toBe('Tuesday.\n\nRegards, Ada');
  });

  it('hides the quote that follows the last of several answers', () => {
    const kept = '> Which day?\n\nTuesday.\n\n> Which boat?\n\nThe blue one.';
    expect(trimText(`${kept}\n\n> Regards\n> Noor`)).toEqual({
      visible: kept,
      hidden: '> Regards\n> Noor',
      rule: 'quote-signs',
    });
  });

  it('keeps a citation above the history', () => {
    const kept = 'You say\n\n> six at the latest\n\nbut mean five.';
    expect(trimText(`${kept}\n\n-----Original Message-----\nSix at the latest.`).visible).toBe(kept);
  });

  it('takes torn lines for a part of the quote they were torn from', () => {
    const long = 'Please look at the list of all the boats that we have in the harbour this';
    const { visible } = trimText(`Fine.\n\nOn 04/03/2024 09:12, Noor wrote:\n> ${long}\nyear and the next.\n> Noor`);
    expect(visible).toBe('Fine.');
  });

  it('reads no more of a mail than its first lines, and keeps the rest', () => {
    const text = `${'word\n'.repeat(6000)}-----Original Message-----\nOld.`;
    expect(trimText(text)).toEqual({ visible: text, hidden: '', rule: 'none' });
    const answered = `Yes.\n\n-----Original Message-----\n${'word\n'.repeat(6000)}`;
    expect(trimText(answered).visible).toBe('Yes.');
  });

  it.each([
    ['>'],
    ['On 3 May 2024 '],
    ['<a@b '],
    ['\n'],
    ['From: a\n'],
    ['sent from '],
    ['----\n'],
    ['a.On 3 x@b.c:\n'],
  ])('reads two megabytes of %j to the end', (part) => {
    const text = `Yes.\n${part.repeat(2_000_000 / part.length)}`;
    const { visible, hidden } = trimText(text);
    expect(visible.replace(/\s/gu, '').length + hidden.replace(/\s/gu, '').length).toBe(
      text.replace(/\s/gu, '').length,
    );
  });

  it('keeps every word, in order, in one of the two parts', () => {
    fc.assert(
      fc.property(arbitraryMail, (text) => {
        const { visible, hidden, rule } = trimText(text);
        const words = wordsOf(text);
        expect([...wordsOf(visible), ...wordsOf(hidden)].sort()).toEqual([...words].sort());
        expect(isInOrder(wordsOf(visible), words) && isInOrder(wordsOf(hidden), words)).toBe(true);
        expect(visible.trim() !== '' || text.trim() === '').toBe(true);
        expect(rule === 'none').toBe(hidden === '');
      }),
    );
  });

  it('adds nothing when it reads what is visible again', () => {
    fc.assert(
      fc.property(arbitraryMail, (text) => {
        const once = wordsOf(trimText(text).visible);
        expect(isInOrder(wordsOf(trimText(trimText(text).visible).visible), once)).toBe(true);
      }),
    );
  });

  it('keeps an answer above any quote that it knows', () => {
    const answer = fc.stringMatching(/^[A-Z][a-z]{2,9}( [a-z]{2,9}){0,6}[.!]$/);
    fc.assert(
      fc.property(answer, fc.constantFrom(...answeredMails), (words, { below }) => {
        expect(trimText(`${words}\n\n${below}`).visible).toBe(words);
      }),
    );
  });
});
