import { Readable } from 'node:stream';
import { type Attachment, type BlobStore, type Outbound, SendError, type Sent } from '@deskkit/core';
import { createTransport } from 'nodemailer';
import { cleanFileName } from '../clean-label.ts';
import type { Signer } from '../signer.ts';
import { buildMail } from './build-mail.ts';
import { sendErrorOf } from './send-error-of.ts';

export interface SmtpOut {
  /** Resolves when the far server has taken the mail; rejects with `SendError`. */
  send(outbound: Outbound): Promise<Sent>;
}

/** Throws when `smtpUrl` is not the address of an SMTP server. */
export function createSmtpOut({
  smtpUrl,
  hostName,
  signer,
  blobs,
}: {
  readonly smtpUrl: string;
  readonly hostName: string;
  readonly signer: Signer;
  readonly blobs: BlobStore;
}): SmtpOut {
  if (!/^smtps?:\/\/[^/]/i.test(smtpUrl) || !URL.canParse(smtpUrl)) {
    throw new Error(
      'The SMTP URL for outgoing mail is none; write it as smtp://HOST:PORT or smtps://USER:PASSWORD@HOST.',
    );
  }
  const transport = createTransport({
    url: smtpUrl,
    name: hostName,
    connectionTimeout: 30_000,
    greetingTimeout: 30_000,
    socketTimeout: 120_000,
  });

  return {
    async send(outbound) {
      try {
        const mail = buildMail(signer, outbound);
        const attachments = await Promise.all(outbound.message.attachments.map((file) => attach(blobs, file)));
        await transport.sendMail({
          ...mail,
          attachments,
          disableFileAccess: true,
          disableUrlAccess: true,
        });
        return { externalIds: [mail.messageId] };
      } catch (error) {
        throw sendErrorOf(error);
      }
    },
  };
}

async function attach(blobs: BlobStore, { id, name, type }: Attachment) {
  const bytes = await blobs.get(id);
  if (!bytes)
    throw new SendError('attachment-missing', false, `The file ${id} is gone; write the reply again without it.`);
  return {
    filename: cleanFileName(name, 'attachment'),
    contentType: type,
    contentDisposition: 'attachment' as const,
    content: Readable.from(bytes),
  };
}
