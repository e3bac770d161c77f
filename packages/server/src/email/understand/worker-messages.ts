import type { MailBounds } from './mail-bounds.ts';
import type { UnderstoodMail, UnreadableReason } from './understood-mail.ts';

/** To the worker: one mail at a time, as `start`, then its bytes, then `end`. */
export type ToWorker =
  | {
      readonly type: 'start';
      readonly sender: string | undefined;
      readonly bounds: MailBounds;
      readonly ids: readonly string[];
      readonly folder: string;
    }
  | { readonly type: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly type: 'end' }
  /** The rest of the mail cannot be had. */
  | { readonly type: 'broken' };

/** From the worker: `ready` once, `taken` for each `bytes`, and one answer to each mail. */
export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'taken' }
  | { readonly type: 'read'; readonly mail: UnderstoodMail }
  | { readonly type: 'unreadable'; readonly reason: UnreadableReason };
