/** How much of a mail is read; what breaks one of the first three is not read at all. */
export interface MailBounds {
  readonly parts: number;
  /** How many parts may lie within each other. */
  readonly depth: number;
  /** Of the header of the mail, and of each part. */
  readonly headerBytes: number;
  /** In characters; longer HTML becomes an attachment. */
  readonly html: number;
  /** In characters; of longer words the beginning is shown, and all of them become an attachment. */
  readonly text: number;
  /** What is beyond is only in the original. */
  readonly attachments: number;
}

export const usualBounds: MailBounds = {
  parts: 1000,
  depth: 20,
  headerBytes: 256_000,
  html: 2_000_000,
  text: 100_000,
  attachments: 200,
};
