import { expect, it } from 'vitest';
import { replySubject } from './reply-subject.ts';

it.each([
  ['Chair', 'Re: Chair'],
  ['Re: Chair', 'Re: Chair'],
  ['RE : re:Chair', 'Re: Chair'],
  ['Return: Chair', 'Re: Return: Chair'],
  ['', 'Re:'],
  ['Chair\r\nBcc: all@example.net', 'Re: Chair Bcc: all@example.net'],
])('the answer to %j is %j', (subject, wanted) => expect(replySubject(subject)).toBe(wanted));
