import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** What a step of the dialogue is answered with instead of a yes. */
interface Refusals {
  mail?: [number, string];
  rcpt?: [number, string];
  data?: [number, string];
}

export interface TestServer {
  readonly url: string;
  /** What came, as it came and as it reads. */
  readonly mails: {
    readonly from: string;
    readonly to: readonly string[];
    readonly raw: string;
    readonly mail: ParsedMail;
  }[];
  readonly refusals: Refusals;
  close(): Promise<void>;
}

/** A real SMTP server that keeps what it is sent. */
export async function openTestServer(): Promise<TestServer> {
  const mails: TestServer['mails'] = [];
  const refusals: Refusals = {};
  const refused = (step: [number, string] | undefined) =>
    step ? Object.assign(new Error(step[1]), { responseCode: step[0] }) : null;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 1,
    onMailFrom: (_address, _session, callback) => callback(refused(refusals.mail)),
    onRcptTo: (_address, _session, callback) => callback(refused(refusals.rcpt)),
    onData: (stream, { envelope }, callback) => {
      void (async () => {
        const chunks = [];
        for await (const chunk of stream) chunks.push(chunk);
        if (refusals.data) return callback(refused(refusals.data));
        const raw = Buffer.concat(chunks);
        mails.push({
          from: envelope.mailFrom ? envelope.mailFrom.address : '',
          to: envelope.rcptTo.map(({ address }) => address),
          raw: raw.toString(),
          mail: await simpleParser(raw),
        });
        callback(null);
      })();
    },
  });
  server.on('error', () => undefined);
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => resolve((listening.address() as AddressInfo).port));
  });
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refusals,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
