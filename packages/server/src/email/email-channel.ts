import { type BlobStore, type Channel, type Directory, type NewId, ok, refuse, SendError } from '@deskkit/core';
import { findRecipient } from './inbound/find-recipient.ts';
import { MailRefused } from './inbound/mail-refused.ts';
import { type SmtpIn, startSmtpIn } from './inbound/smtp-in.ts';
import { takeForAll } from './inbound/take-for-all.ts';
import { channelName, type Taking } from './inbound/take-mail.ts';
import { type MailLog, silentLog } from './mail-log.ts';
import { createSmtpOut } from './outbound/smtp-out.ts';
import { createSigner } from './signer.ts';

export interface EmailChannelOptions {
  /** Reply addresses and Message-IDs are signed with keys made from it; at least 16 characters. */
  readonly secret: string;
  readonly directory: Directory;
  readonly blobs: BlobStore;
  readonly newId: NewId;
  /** Where mail is taken in by SMTP; port 0 takes a free one. Absent: only by `accept`. */
  readonly smtp?: { readonly host: string; readonly port: number };
  /** The server that sends our mail: `smtps://USER:PASSWORD@HOST`. Absent: replies wait in the outbox. */
  readonly smtpUrl?: string;
  /** As this server names itself to other mail servers. */
  readonly hostName: string;
  readonly limits?: {
    /** Of one mail, as it is sent; 50 MB where nothing is said. */
    readonly maxBytes?: number;
    /** How long a sending server may be silent; 2 minutes where nothing is said. */
    readonly idleMilliseconds?: number;
  };
  readonly logger?: MailLog;
}

export interface EmailChannel extends Channel {
  /** Where it listens for SMTP; `undefined` before `start` and where SMTP is off. */
  readonly port: number | undefined;
}

/** Email in and out. Throws when the secret is too short or `smtpUrl` is none. */
export function createEmailChannel(options: EmailChannelOptions): EmailChannel {
  const { secret, directory, blobs, newId, smtp, smtpUrl, hostName, limits = {}, logger: log = silentLog } = options;
  const { maxBytes = 50_000_000, idleMilliseconds = 120_000 } = limits;
  const signer = createSigner([secret]);
  const taking: Taking = { signer, blobs, newId, log, maxBytes };
  const out = smtpUrl === undefined ? undefined : createSmtpOut({ smtpUrl, hostName, signer, blobs });
  let smtpIn: SmtpIn | undefined;

  return {
    name: channelName,
    capabilities: { sends: true, undo: true },
    get port() {
      return smtpIn?.port;
    },
    async start(receiver) {
      if (!smtp || smtpIn) return;
      smtpIn = await startSmtpIn({
        ...smtp,
        hostName,
        maxBytes,
        idleMilliseconds,
        log,
        findRecipient: (address) => findRecipient(directory, signer, address),
        take: (raw, workspaces, envelope) => takeForAll(taking, receiver, raw, workspaces, envelope),
      });
    },
    async stop() {
      await smtpIn?.stop();
      smtpIn = undefined;
    },
    async accept(raw, receiver, workspace) {
      try {
        return ok(await takeForAll(taking, receiver, raw, [workspace], undefined));
      } catch (error) {
        if (!(error instanceof MailRefused)) throw error;
        return refuse({ code: error.code === 'mail-too-large' ? 'too-large' : error.code });
      }
    },
    async send(outbound) {
      if (!out)
        throw new SendError('not-configured', true, 'No server for outgoing mail is set; set DESKKIT_SMTP_URL.');
      return out.send(outbound);
    },
  };
}
