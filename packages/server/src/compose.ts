import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createDesk, createLocalSignals, type Desk, newId, type Workspace } from '@deskkit/core';
import { type ApiOptions, createSigner } from '@deskkit/core/api';
import { createTokens } from './auth/create-tokens.ts';
import { keepSecret } from './auth/keep-secret.ts';
import { openDiskBlobStore } from './blobs/disk-blob-store.ts';
import { chatChannel } from './chat/chat-channel.ts';
import { type Config, SettingError } from './config.ts';
import { createLogger, type ServerLogger } from './create-logger.ts';
import { seedDemo } from './demo/seed-demo.ts';
import { createEmailChannel } from './email/email-channel.ts';
import { openFirstWorkspace } from './open-first-workspace.ts';
import { openPostgresSignals } from './signals/open-postgres-signals.ts';
import { openPostgresStorage } from './storage/postgres/open-postgres-storage.ts';
import { openSqliteStorage } from './storage/sqlite/open-sqlite-storage.ts';
import { createWorkLoop } from './work/work-loop.ts';

/** A desk on what the settings name. */
export interface OpenDesk {
  readonly desk: Desk;
  readonly api: ApiOptions;
  readonly secret: string;
  /** The oldest one; there always is one. */
  readonly workspace: Workspace;
  /** Where mail is taken in by SMTP; `undefined` before `start` and where it is off. */
  smtpPort(): number | undefined;
  /** Begins to take in mail and to do due work. */
  start(): Promise<void>;
  /** Ends both, finishes what is under way and closes the storage. */
  close(): Promise<void>;
}

/** Puts the desk together. Throws an `Error` of one sentence that says what to do when something is in the way. */
export async function openDesk(config: Config, logger: ServerLogger = createLogger()): Promise<OpenDesk> {
  const { dataFolder, mailDomain, smtpPort, smtpUrl } = config;
  await openFolder(dataFolder);
  const secret = config.secret ?? (await keepSecret(dataFolder));
  const blobs = await openDiskBlobStore(join(dataFolder, 'files'));
  const { storage, directory, close: closeStorage } = await openStorage(config);
  try {
    const signals = config.listenUrl
      ? await openPostgresSignals({ url: config.listenUrl, logger })
      : createLocalSignals();
    const email = createEmailChannel({
      secret,
      directory,
      blobs,
      newId,
      logger,
      hostName: mailDomain,
      ...(smtpPort === 'off' ? {} : { smtp: { host: config.host, port: smtpPort } }),
      ...(smtpUrl ? { smtpUrl } : {}),
    });
    const channels = [email, chatChannel];
    const desk = createDesk({ storage, directory, blobs, signals, channels, logger: logger.desk });
    const workLoop = createWorkLoop({ desk, logger: logger.desk });
    const { workspace, isNew } = await openFirstWorkspace(desk, {
      name: config.isDemo ? 'Northwind (demo)' : 'DeskKit',
      mailDomain,
    });
    if (isNew && config.isDemo) await seedDemo(desk, workspace);
    return {
      desk,
      api: {
        desk,
        tokens: createTokens({ desk, secret }),
        signer: createSigner(secret),
        publicUrl: (config.publicUrl ?? `http://localhost:${config.port}`).replace(/\/$/, ''),
      },
      secret,
      workspace,
      smtpPort: () => email.port,
      async start() {
        await Promise.all(channels.map((channel) => channel.start?.(desk.receiver)));
        workLoop.start();
      },
      async close() {
        await Promise.all([...channels.map((channel) => channel.stop?.()), workLoop.stop()]);
        await signals.close();
        await closeStorage();
      },
    };
  } catch (error) {
    await closeStorage();
    throw error;
  }
}

async function openStorage({ databaseUrl, dataFolder }: Config) {
  return databaseUrl
    ? openPostgresStorage({ url: databaseUrl })
    : openSqliteStorage({ file: join(dataFolder, 'deskkit.sqlite') });
}

async function openFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new SettingError(
      `The data folder cannot be made (${why}): set DESKKIT_DATA to a folder that may be written.`,
      { cause },
    );
  }
}
