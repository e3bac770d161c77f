import { type ParsedMail, simpleParser } from 'mailparser';
import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';

/** The far end of the mail: a real SMTP server that takes what the desk sends, and a sender to the desk. */
export interface Mailbox {
  /** For `DESKKIT_SMTP_URL`. */
  readonly url: string;
  readonly taken: readonly ParsedMail[];
  send(port: number, mail: OutgoingMail): Promise<void>;
  close(): Promise<void>;
}

interface OutgoingMail {
  readonly from: string;
  /** The header's address: of one's own company, where the mail was forwarded from. */
  readonly to: string;
  /** Who it is handed to; the header's address where nothing is said. */
  readonly forwardedTo?: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId?: string;
  readonly inReplyTo?: string;
  readonly references?: string;
}

export async function openMailbox(): Promise<Mailbox> {
  const taken: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, _session, done) => {
      simpleParser(stream).then((mail) => {
        taken.push(mail);
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    async send(to, { forwardedTo, ...mail }) {
      const transport = createTransport({ host: '127.0.0.1', port: to, secure: false, ignoreTLS: true });
      await transport.sendMail({ ...mail, envelope: { from: mail.from, to: forwardedTo ?? mail.to } });
      transport.close();
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
