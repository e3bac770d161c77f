import type { HeaderLines, Headers } from 'mailparser';
import type { MailClass } from '../classify/classify-mail.ts';
import type { Dropped } from '../html/dropped.ts';

/** What is known of every mail, also of one that cannot be read. */
export interface MailHead {
  /** From the top, as they were sent. */
  readonly lines: HeaderLines;
  /** People, subject and date, decoded. */
  readonly decoded: Headers;
}

/** A body as it may be shown: the HTML is sanitised, and empty where there is none. */
export interface ShownBody {
  readonly visible: { readonly text: string; readonly html: string };
  readonly hidden: { readonly text: string; readonly html: string };
  /** What was recognised as hidden; `none` where nothing is. */
  readonly rule: string;
  readonly dropped: readonly Dropped[];
  readonly remoteImages: number;
}

/** A file of a mail. Its bytes lie in memory, or in a file that goes when the mail is discarded. */
export interface MailFile {
  readonly id: string;
  readonly name: string;
  /** As the sender claims. */
  readonly type: string;
  readonly size: number;
  /** Whether the HTML shows it in its place. */
  readonly inline: boolean;
  readonly bytes: Uint8Array<ArrayBuffer> | { readonly path: string };
}

export interface UnderstoodMail extends MailHead {
  readonly class: MailClass;
  /** As the body of a conversation's first mail, and as that of an answer. */
  readonly asFirst: ShownBody;
  readonly asAnswer: ShownBody;
  readonly files: readonly MailFile[];
  /** How many there were beyond the bound. */
  readonly filesLeftOut: number;
}

/** Why a mail could not be read. Trying again would end the same way. */
export type UnreadableReason =
  | 'time-out'
  | 'out-of-memory'
  | 'crashed'
  | 'header-too-long'
  | 'too-many-parts'
  | 'too-deep'
  | 'malformed';
