import type { AddressInfo } from 'node:net';
import type { WorkspaceId } from '@deskkit/core';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { MailLog } from '../mail-log.ts';
import { MailRefused } from './mail-refused.ts';
import type { Envelope } from './take-mail.ts';

export interface SmtpInOptions {
  readonly host: string;
  readonly port: number;
  /** As the server greets. */
  readonly hostName: string;
  readonly maxBytes: number;
  /** How long a client may say nothing. */
  readonly idleMilliseconds: number;
  readonly log: MailLog;
  findRecipient(address: string): Promise<WorkspaceId | undefined>;
  /** Resolves when the mail is kept. */
  take(
    raw: AsyncIterable<Uint8Array>,
    workspaces: readonly [WorkspaceId, ...WorkspaceId[]],
    envelope: Envelope,
  ): Promise<unknown>;
}

/** Takes mail in by SMTP (RFC 5321): only for addresses that somebody has, and a 250 only for what is kept. */
export interface SmtpIn {
  readonly port: number;
  /** Takes no new mail, and finishes what is under way. */
  stop(): Promise<void>;
}

const stopWithin = 30_000;

export async function startSmtpIn(options: SmtpInOptions): Promise<SmtpIn> {
  const { log } = options;
  const underWay = new Set<Promise<void>>();
  let isStopping = false;

  const server = new SMTPServer({
    name: options.hostName,
    banner: 'DeskKit',
    size: options.maxBytes,
    rejectOversized: true,
    maxRecipients: 100,
    maxClients: 500,
    socketTimeout: options.idleMilliseconds,
    closeTimeout: 1,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onConnect: (_session, callback) => callback(isStopping ? stopping() : null),
    onMailFrom: (_address, _session, callback) => callback(isStopping ? stopping() : null),
    onRcptTo: ({ address }, _session, callback) => {
      options.findRecipient(address).then(
        (workspace) => callback(workspace ? null : reply(550, 'Nobody takes mail at this address')),
        (error: unknown) => callback(later(log, error)),
      );
    },
    onData: (stream, session, callback) => {
      const taking = takeMessage(options, stream, session).then(
        () => callback(null, 'OK: kept'),
        (error: unknown) => {
          // What is left of the message has to be read before it can be answered.
          stream.resume();
          callback(error instanceof MailRefused ? refusal(log, error) : later(log, error));
        },
      );
      underWay.add(taking);
      void taking.finally(() => underWay.delete(taking));
    },
  });
  let port: number | undefined;
  // One client's broken connection; the others go on. That nothing can listen is told by the rejection.
  server.on('error', (error) => port !== undefined && log.warn({ error }, 'An SMTP connection failed.'));

  port = await listen(server, options);
  return {
    port,
    async stop() {
      isStopping = true;
      await Promise.race([Promise.all(underWay), elapsed(stopWithin)]);
      await new Promise<void>((resolve) => server.close(resolve));
    },
  };
}

async function takeMessage(
  { take, findRecipient }: SmtpInOptions,
  stream: SMTPServerDataStream,
  { envelope }: SMTPServerSession,
): Promise<void> {
  const recipients = envelope.rcptTo.map(({ address }) => address);
  const found = await Promise.all(recipients.map((address) => findRecipient(address)));
  const [first, ...others] = new Set(found.filter((workspace) => workspace !== undefined));
  if (!first) throw new Error('The recipients were given up while the mail came.');
  const sender = envelope.mailFrom ? envelope.mailFrom.address : '';
  await take(stream.iterator({ destroyOnReturn: false }), [first, ...others], { sender, recipients });
}

function refusal(log: MailLog, error: MailRefused): Error | null {
  log.warn({ code: error.code }, error.message);
  // A loop is answered as taken: a refusal would go round as well.
  return error.code === 'mail-loop' ? null : reply(552, error.message);
}

function later(log: MailLog, error: unknown): Error {
  log.error({ error }, 'A mail could not be kept; its sender is asked to try again.');
  return reply(451, 'The mail cannot be kept at the moment; try again later');
}

function stopping(): Error {
  return reply(421, 'The server is stopping; try again later');
}

function reply(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

function listen(server: SMTPServer, { port, host }: SmtpInOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    const listening = server.listen(port, host, () => resolve((listening.address() as AddressInfo).port));
    listening.once('error', reject);
  });
}

function elapsed(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
