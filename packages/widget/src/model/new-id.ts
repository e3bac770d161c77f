import type { ConversationId, MessageId } from '@deskkit/core';

interface IdOf {
  conversation: ConversationId;
  message: MessageId;
}

const prefixes = { conversation: 'cnv', message: 'msg' } as const;

/** Makes the ids that a visitor chooses, in the desk's form. The core's own brings the names of every other kind along. */
export function newId<Kind extends keyof IdOf>(kind: Kind): IdOf[Kind] {
  const time = Date.now().toString(16).padStart(12, '0');
  const random = [...crypto.getRandomValues(new Uint8Array(9))].map((byte) => (byte + 256).toString(16).slice(1));
  const hex = `${time}7${random.join('').slice(0, 3)}a${random.join('').slice(3)}`;
  return `${prefixes[kind]}_${hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5')}` as never;
}

export type NewId = typeof newId;
