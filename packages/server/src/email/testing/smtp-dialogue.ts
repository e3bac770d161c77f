import { connect, type Socket } from 'node:net';

/** A client that says exactly what it is told, as no library would. */
export interface SmtpDialogue {
  readonly socket: Socket;
  /** Sends a line and gives the whole answer to it. */
  say(line: string): Promise<string>;
  /** Sends a mail and gives the answer to its last line. */
  data(mail: string | Uint8Array): Promise<string>;
  /** The next answer, or an empty text when the server hangs up. */
  answer(): Promise<string>;
  close(): void;
}

/** Connects and says EHLO. */
export async function openDialogue(port: number): Promise<SmtpDialogue> {
  const socket = connect(port, '127.0.0.1');
  let heard = '';
  let wake = () => {};
  let isOver = false;
  socket.on('data', (chunk: Buffer) => {
    heard += chunk.toString('latin1');
    wake();
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    isOver = true;
    wake();
  });

  async function answer(): Promise<string> {
    for (;;) {
      const whole = /^(?:\d{3}-.*\r\n)*\d{3} .*\r\n/.exec(heard)?.[0];
      if (whole) {
        heard = heard.slice(whole.length);
        return whole.trim();
      }
      if (isOver) return '';
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
  const say = (line: string) => {
    socket.write(`${line}\r\n`);
    return answer();
  };
  await answer();
  await say('EHLO client.example.net');
  return {
    socket,
    say,
    async data(mail) {
      await say('DATA');
      socket.write(mail);
      return say('\r\n.');
    },
    answer,
    close: () => socket.destroy(),
  };
}

/** Hands in a mail over a connection of its own and gives the last answer: the first refusal, or that to the mail. */
export async function deliver(
  port: number,
  mail: string | Uint8Array,
  { from = 'ada@example.net', to = ['support@example.com'] }: { from?: string; to?: readonly string[] } = {},
): Promise<string> {
  const dialogue = await openDialogue(port);
  try {
    for (const line of [`MAIL FROM:<${from}>`, ...to.map((address) => `RCPT TO:<${address}>`)]) {
      const answer = await dialogue.say(line);
      if (!answer.startsWith('250')) return answer;
    }
    return await dialogue.data(mail);
  } finally {
    dialogue.close();
  }
}

/** Joins header lines, an empty line and a body as a mail on the wire. */
export function mailOf(headers: readonly string[], body = 'Hello.'): string {
  return `${headers.join('\r\n')}\r\n\r\n${body.replaceAll('\n', '\r\n')}`;
}
