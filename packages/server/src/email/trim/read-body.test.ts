import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isForward } from './is-forward.ts';
import { readBody } from './read-body.ts';
import { answeredMails } from './testing/answered-mails.ts';
import { arbitraryMail, isInOrder, wordsOf } from './testing/arbitrary-mail.ts';
import { htmlReplies } from './testing/html-replies.ts';
import { signedMails } from './testing/signed-mails.ts';
import { wholeMails } from './testing/whole-mails.ts';

const nothing = { text: '', html: '' };
const first = { isFirst: true };
const answer = { isFirst: false };

describe('the body of an answer', () => {
  it.each(answeredMails)('is what was written in a mail of $client', ({ answer: text, below, rule }) => {
    expect(readBody({ text: `${text}\n\n${below}\n` }, answer)).toEqual({
      visible: { text, html: '' },
      hidden: { text: below, html: '' },
      rule,
    });
  });

  it.each(htmlReplies)('is what was written in the HTML of $client', ({ html, words, rule }) => {
    const { visible, hidden, rule: fired } = readBody({ html }, answer);
    expect({ text: visible.text.replace(/\s/g, ''), rule: fired }).toEqual({ text: words.replace(/\s/g, ''), rule });
    expect(visible.html.length).toBeLessThan(html.length);
    expect(hidden.html).not.toBe('');
    expect(hidden.text).not.toBe('');
  });

  it('has the words that the sender’s own program wrote beside the HTML', () => {
    const html =
      '<p>Yes,&nbsp;<b>Tuesday</b>.</p><div class="gmail_quote">On Mon, Noor wrote:<blockquote>Which day?</blockquote></div>';
    const text = 'Yes, *Tuesday*.\n\nOn Mon, Mar 4, 2024 at 9:12 AM Noor <noor@example.org> wrote:\n> Which day?';
    const { visible, hidden, rule } = readBody({ text, html }, answer);
    expect({ text: visible.text, rule }).toEqual({ text: 'Yes, *Tuesday*.', rule: 'gmail-quote' });
    expect(hidden.text).toContain('> Which day?');
    expect(hidden.html).toContain('Which day?');
  });

  it('is divided in both parts or in none', () => {
    const text = 'Yes.\n\nOn Mon, Mar 4, 2024 at 9:12 AM Noor <noor@example.org> wrote:\n> Which day?';
    const plain = readBody({ text, html: '<p>Yes.</p><p>Which day?</p>' }, answer);
    expect(plain).toEqual({ visible: { text, html: '<p>Yes.</p><p>Which day?</p>' }, hidden: nothing, rule: 'none' });
    const marked = readBody(
      { text: 'Yes. Which day?', html: '<p>Yes.</p><div class="gmail_quote">Which day?</div>' },
      answer,
    );
    expect([marked.visible.text, marked.hidden.text]).toEqual(['Yes.', 'Which day?']);
  });
});

describe('the body of a first mail', () => {
  it.each([...answeredMails.filter(({ below }) => below.includes('\n')).slice(0, 40)])(
    'keeps what a mail of $client quotes',
    ({ answer: text, below }) => {
      const { visible, rule } = readBody({ text: `${text}\n\n${below}` }, first);
      expect(['none', 'signature', 'mobile-line', 'list-footer', 'ruler']).toContain(rule);
      expect(wordsOf(visible.text).length).toBeGreaterThan(wordsOf(text).length);
    },
  );

  it.each(htmlReplies.filter(({ rule }) => !rule.endsWith('signature')))(
    'keeps what the HTML of $client quotes',
    ({ html }) => {
      const { visible, hidden } = readBody({ html }, first);
      expect(visible.html.length).toBeGreaterThan(html.length / 2);
      expect(visible.text.length).toBeGreaterThan(hidden.text.length);
    },
  );

  it.each(signedMails)('hides its signature: $signature', ({ signature, rule }) => {
    const { visible, hidden, rule: fired } = readBody({ text: `It leaks again.\n\n${signature}` }, first);
    expect([visible.text, hidden.text, fired]).toEqual(['It leaks again.', signature, rule]);
  });

  it('hides its signature in the HTML', () => {
    const html = '<p>It leaks.</p><div class="gmail_signature">Ada Berg</div>';
    expect(readBody({ html }, first)).toEqual({
      visible: { text: 'It leaks.', html: '<p>It leaks.</p>' },
      hidden: { text: 'Ada Berg', html: '<div class="gmail_signature">Ada Berg</div>' },
      rule: 'gmail-signature',
    });
  });

  it('is shown where all of it is a signature', () => {
    expect(readBody({ text: 'Sent from my iPhone' }, first).rule).toBe('none');
    expect(readBody({ text: '\n-- \nAda' }, first).visible.text).toBe('\n-- \nAda');
  });
});

describe('the body of any mail', () => {
  it.each(Object.entries(wholeMails))('stays whole: %s', (_, text) => {
    for (const options of [answer, first]) {
      const { visible, hidden } = readBody({ text }, options);
      expect([visible.text, hidden.text]).toEqual([text, '']);
    }
  });

  it('stays whole where the subject says that it is passed on', () => {
    const { answer: text = '', below = '' } = answeredMails[0] ?? {};
    const body = `${text}\n\n${below}`;
    const html = htmlReplies[0]?.html ?? '';
    for (const subject of [
      'Fwd: Door',
      'FW: Re: Door',
      'WG: Tür',
      'Tr : Porte',
      'Enc: Porta',
      'FW[2]: x',
      ' 转发：门',
      'Továbbítás: ajtó',
    ]) {
      expect(readBody({ subject, text: body, html }, answer)).toEqual({
        visible: { text: body, html },
        hidden: nothing,
        rule: 'none',
      });
    }
    for (const subject of ['Re: Fwd: Door', 'AW: WG: Tür', 'Forward', 'I see: a door', 'TRS', '']) {
      expect(isForward(subject)).toBe(false);
      expect(readBody({ subject, text: body }, answer).visible.text).toBe(text);
    }
  });

  it('is empty where the mail is', () => {
    expect(readBody({}, answer)).toEqual({ visible: nothing, hidden: nothing, rule: 'none' });
  });

  it('keeps every word in one of two parts, and some of them visible', () => {
    fc.assert(
      fc.property(arbitraryMail, fc.boolean(), (text, isFirst) => {
        const { visible, hidden } = readBody({ text }, { isFirst });
        expect(isInOrder(wordsOf(visible.text), wordsOf(text)) && isInOrder(wordsOf(hidden.text), wordsOf(text))).toBe(
          true,
        );
        expect([...wordsOf(visible.text), ...wordsOf(hidden.text)].sort()).toEqual([...wordsOf(text)].sort());
        expect(visible.text.trim() !== '' || text.trim() === '').toBe(true);
      }),
    );
  });

  it('hides no more of a first mail than of an answer', () => {
    fc.assert(
      fc.property(arbitraryMail, (text) => {
        const [asFirst, asAnswer] = [readBody({ text }, first), readBody({ text }, answer)];
        expect(isInOrder(wordsOf(asFirst.hidden.text), wordsOf(text))).toBe(true);
        expect(wordsOf(asFirst.visible.text).length).toBeGreaterThanOrEqual(wordsOf(asAnswer.visible.text).length);
        if (asAnswer.rule === 'none') expect(asFirst).toEqual(asAnswer);
      }),
    );
  });
});
