import type { Brand } from './brand.ts';

export type WorkspaceId = Brand<string, 'WorkspaceId'>;
export type ConversationId = Brand<string, 'ConversationId'>;
export type MessageId = Brand<string, 'MessageId'>;
export type ContactId = Brand<string, 'ContactId'>;
export type TeammateId = Brand<string, 'TeammateId'>;
export type TeamId = Brand<string, 'TeamId'>;
export type DeliveryId = Brand<string, 'DeliveryId'>;
export type AttachmentId = Brand<string, 'AttachmentId'>;
export type SessionId = Brand<string, 'SessionId'>;
export type ApiKeyId = Brand<string, 'ApiKeyId'>;
export type TagId = Brand<string, 'TagId'>;
export type SavedReplyId = Brand<string, 'SavedReplyId'>;
export type SavedViewId = Brand<string, 'SavedViewId'>;
export type NotificationId = Brand<string, 'NotificationId'>;
export type JobId = Brand<string, 'JobId'>;
export type WebhookId = Brand<string, 'WebhookId'>;

const prefixes = {
  workspace: 'wsp',
  conversation: 'cnv',
  message: 'msg',
  contact: 'cnt',
  teammate: 'tmt',
  team: 'tem',
  delivery: 'dlv',
  attachment: 'att',
  session: 'ses',
  'api-key': 'key',
  tag: 'tag',
  'saved-reply': 'svr',
  'saved-view': 'svv',
  notification: 'ntf',
  job: 'job',
  webhook: 'whk',
} as const;

interface IdOf {
  workspace: WorkspaceId;
  conversation: ConversationId;
  message: MessageId;
  contact: ContactId;
  teammate: TeammateId;
  team: TeamId;
  delivery: DeliveryId;
  attachment: AttachmentId;
  session: SessionId;
  'api-key': ApiKeyId;
  tag: TagId;
  'saved-reply': SavedReplyId;
  'saved-view': SavedViewId;
  notification: NotificationId;
  job: JobId;
  webhook: WebhookId;
}

export type IdKind = keyof IdOf;

/** Makes ids; passed in, so that tests can foresee them. */
export type NewId = <Kind extends IdKind>(kind: Kind) => IdOf[Kind];

/** Whether `text` has the form of an id of this kind: its prefix and a UUID in lower case. */
export function isId<Kind extends IdKind>(kind: Kind, text: string): text is IdOf[Kind] & string {
  return text.startsWith(`${prefixes[kind]}_`) && uuid.test(text.slice(prefixes[kind].length + 1));
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Ids as UUIDv7 (RFC 9562) behind a prefix: `cnv_0197…`. Their order means nothing; `seq` orders. */
export const newId: NewId = (kind) => `${prefixes[kind]}_${uuidV7(Date.now())}` as never;

function uuidV7(milliseconds: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let time = milliseconds;
  for (let index = 5; index >= 0; index--) {
    bytes[index] = time % 256;
    time = Math.floor(time / 256);
  }
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
