import type { AnsweredMail } from './answered-mail.ts';
import { attributedMails } from './attributed-mails.ts';
import { headedMails } from './headed-mails.ts';

/** Mails of all kinds that answer another. */
export const answeredMails: readonly AnsweredMail[] = [...attributedMails, ...headedMails];
