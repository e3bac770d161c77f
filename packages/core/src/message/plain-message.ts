import type { Message } from './message.ts';

/** What most messages have nothing of, to be spread and filled in. */
export const plainMessage = {
  version: 1,
  automatic: false,
  attachments: [],
  quoted: null,
  cc: [],
  bcc: [],
  editedAt: null,
  gone: null,
  stoodBefore: null,
  toldNobody: null,
  email: null,
} satisfies Partial<Message>;
