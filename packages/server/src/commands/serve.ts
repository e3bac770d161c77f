import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createApp } from '../app.ts';
import { type OpenDesk, openDesk } from '../compose.ts';
import { type Config, readConfig } from '../config.ts';
import { createLogger, type ServerLogger } from '../create-logger.ts';
import { createHttpServer } from '../http/create-http-server.ts';
import { greet } from './greet.ts';

/** So long answers under way may take once the server is told to stop; the whole stop takes 10 seconds at most. */
const answersMilliseconds = 5_000;
const stopMilliseconds = 9_500;

/** Starts the desk, and resolves when it was told to stop and has. */
export async function serve(env: Readonly<Record<string, string | undefined>>, version: string): Promise<void> {
  const config = readConfig(env);
  const logger = createLogger();
  const open = await openDesk(config, logger);
  const { server, stop } = createHttpServer(open.api, createApp(open, { logger, isDemo: config.isDemo }));
  try {
    server.listen(config.port, config.host);
    await once(server, 'listening');
    await open.start();
  } catch (error) {
    server.close();
    await open.close();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  process.stdout.write(greet(await describe(open, config, port), version));
  await told(['SIGTERM', 'SIGINT']);
  process.stdout.write('Stopping.\n');
  giveUpLater(logger);
  await stop(answersMilliseconds);
  await open.close();
}

async function describe(open: OpenDesk, config: Config, port: number) {
  const [address = ''] = open.workspace.addresses;
  const smtpPort = open.smtpPort();
  return {
    url: config.publicUrl ?? `http://localhost:${port}`,
    mail: smtpPort === undefined ? undefined : { host: config.host, port: smtpPort, address },
    sendsMail: config.smtpUrl !== undefined,
    isDemo: config.isDemo,
  };
}

function told(signals: readonly NodeJS.Signals[]): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of signals) process.on(signal, () => resolve());
  });
}

/** What is not done by then is on the disk or with the sender still: nothing is lost by leaving. */
function giveUpLater(logger: ServerLogger): void {
  setTimeout(() => {
    logger.warn({}, 'Something did not end in time; leaving without it');
    process.exit(0);
  }, stopMilliseconds).unref();
}
