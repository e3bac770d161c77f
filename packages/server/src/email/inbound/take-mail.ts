import {
  type AttachmentId,
  type BlobStore,
  type ConversationId,
  type Inbound,
  isStorageError,
  type MessageId,
  type NewId,
  type Received,
  type Receiver,
  type WorkspaceId,
} from '@deskkit/core';
import { classifyMail, type MailClass } from '../classify/classify-mail.ts';
import { isAutomaticKind } from '../classify/mail-kind.ts';
import { cleanLabel } from '../clean-label.ts';
import type { MailLog } from '../mail-log.ts';
import { readMessageId } from '../message-id.ts';
import type { Signer } from '../signer.ts';
import { bodyOfMail } from './body-of-mail.ts';
import { hashWithoutTrace } from './hash-without-trace.ts';
import { keepBeginning } from './keep-beginning.ts';
import type { KeptBlobs } from './kept-blobs.ts';
import { createMailHeaders, type MailHeaders } from './mail-headers.ts';
import { MailRefused } from './mail-refused.ts';
import { authorOf, mailboxesOf } from './mailboxes.ts';
import { hintsOf, matchConversation } from './match-conversation.ts';
import { type ParsedMail, parseMail } from './parse-mail.ts';

export const channelName = 'email';
const maxHops = 50;
/** Of a mail, to tell who wrote it: enough for its words and for what a report says. */
const beginningLength = 1_048_576;

export interface Taking {
  readonly signer: Signer;
  readonly blobs: BlobStore;
  readonly newId: NewId;
  readonly log: MailLog;
  readonly maxBytes: number;
}

/** What the sending server said about a mail; `undefined` where it came by another way. */
export interface Envelope {
  /** Empty for mail that must not be answered. */
  readonly sender: string;
  readonly recipients: readonly string[];
}

/** A mail that lies in the blob store, for one workspace. */
export interface StoredMail {
  readonly workspace: WorkspaceId;
  readonly original: AttachmentId;
  readonly kept: KeptBlobs;
  readonly envelope: Envelope | undefined;
}

/**
 * Reads a stored mail and hands it to the receiver. What was stored for it stays when it was kept or when nobody
 * knows whether it was; else it is deleted.
 */
export async function takeMail(taking: Taking, receiver: Receiver, mail: StoredMail): Promise<Received> {
  let inbound: Inbound;
  let mailClass: MailClass;
  try {
    const beginning = keepBeginning(await mail.kept.get(mail.original), beginningLength);
    const parsed = await parseMail(beginning.bytes, mail.kept);
    const headers = createMailHeaders(parsed.lines);
    const own = findOwn(taking, mail, headers);
    if (own) {
      await mail.kept.discard();
      return { ...own, duplicate: true };
    }
    refuseLoop(headers);
    mailClass = classifyMail(beginning.read(), { sender: mail.envelope?.sender });
    inbound = await inboundOf(taking, receiver, mail, parsed, headers, isAutomaticKind(mailClass.kind));
  } catch (error) {
    await mail.kept.discard();
    throw error;
  }
  const received = await receiver.receive(inbound).catch(async (error: unknown) => {
    if (isStorageError(error) && error.code !== 'unavailable') await mail.kept.discard();
    throw error;
  });
  if (received.duplicate) await mail.kept.discard();
  const { conversation, message, duplicate } = received;
  const { kind, rule } = mailClass;
  taking.log.info({ workspace: mail.workspace, conversation, message, duplicate, kind, rule }, 'Took in a mail.');
  return received;
}

/** Our own mail that came back; it is there already. */
function findOwn(
  { signer, log }: Taking,
  { workspace }: StoredMail,
  headers: MailHeaders,
): { readonly conversation: ConversationId; readonly message: MessageId } | undefined {
  const found = readMessageId(signer, workspace, headers.first('message-id') ?? '');
  if (!found || found === 'forged' || !found.message) return undefined;
  const { conversation, message } = found;
  log.warn({ workspace, conversation, message }, 'Dropped a mail of our own that came back.');
  return { conversation, message };
}

function refuseLoop(headers: MailHeaders): void {
  const hops = headers.all('received').length;
  if (hops > maxHops) {
    throw new MailRefused('mail-loop', `The mail passed ${hops} servers; look which of them forward to each other.`);
  }
}

async function inboundOf(
  { signer, log }: Taking,
  receiver: Receiver,
  { workspace, original, kept, envelope }: StoredMail,
  { decoded, text, files, filesLeftOut }: ParsedMail,
  headers: MailHeaders,
  automatic: boolean,
): Promise<Inbound> {
  const messageId = /<[^<>\s]{1,900}>/.exec(headers.first('message-id') ?? '')?.[0];
  const externalId = messageId ?? `sha256:${await hashWithoutTrace(await kept.get(original))}`;
  const { match, forged } = await matchConversation(
    signer,
    workspace,
    hintsOf(headers, envelope?.recipients ?? []),
    (id) => receiver.findByExternalId(workspace, channelName, id),
  );
  if (forged) log.warn({ workspace, externalId }, 'A mail carries a reply address or id that only looks like ours.');
  if (!text) log.warn({ workspace, externalId, original }, 'A mail could not be read; its original is kept.');
  if (filesLeftOut > 0)
    log.warn({ workspace, externalId, filesLeftOut }, 'A mail has too many files; the original has all.');
  const { body, files: more } = await bodyOfMail(text, kept);
  const from = authorOf(decoded.get('from'));
  const subject = subjectOf(decoded.get('subject'));
  const [to, cc] = [mailboxesOf(decoded.get('to')), mailboxesOf(decoded.get('cc'))];
  return {
    workspace,
    channel: channelName,
    externalId,
    match,
    from,
    verdict: 'none',
    subject,
    body,
    attachments: [...files, ...more],
    automatic,
    email: { from, to, cc, subject, messageId: messageId ?? '', verdict: 'none', original },
  };
}

function subjectOf(subject: unknown): string {
  return typeof subject === 'string' ? cleanLabel(subject, 1000) : '';
}
