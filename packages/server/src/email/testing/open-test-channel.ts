import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BlobStore, type Directory, type Inbound, newId, type Receiver, type Workspace } from '@deskkit/core';
import { buildWorkspace } from '@deskkit/core/testing';
import { openDiskBlobStore } from '../../blobs/disk-blob-store.ts';
import { createEmailChannel, type EmailChannel, type EmailChannelOptions } from '../email-channel.ts';
import { createSigner, type Signer } from '../signer.ts';

const testSecret = 'a secret for tests only';

export interface TestChannel {
  readonly channel: EmailChannel;
  readonly workspace: Workspace;
  /** A second one, at `billing@second.example.com`. */
  readonly other: Workspace;
  readonly signer: Signer;
  readonly blobs: BlobStore;
  readonly receiver: Receiver;
  /** What the receiver was given and kept, in order. */
  readonly received: Inbound[];
  /** What the receiver and the directory reject with from now on. */
  fail(failures: { readonly receive?: Error; readonly find?: Error }): void;
  readonly logged: string[];
  /** The names of all files that lie in the blob folder. */
  files(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** A channel that listens on a free port, with a real folder of files and a receiver that records. */
export async function openTestChannel(overrides: Partial<EmailChannelOptions> = {}): Promise<TestChannel> {
  const folder = await mkdtemp(join(tmpdir(), 'deskkit-email-'));
  const blobs = overrides.blobs ?? (await openDiskBlobStore(folder));
  const workspace = buildWorkspace({ addresses: ['support@example.com'], mailDomain: 'in.example.com' });
  const other = buildWorkspace({ addresses: ['billing@second.example.com'], mailDomain: 'second.example.com' });
  let failures: { readonly receive?: Error; readonly find?: Error } = {};
  const { receiver, received } = createRecordingReceiver(() => failures.receive);
  const logged: string[] = [];
  const note = (_fields: object, message: string) => void logged.push(message);
  const channel = createEmailChannel({
    secret: testSecret,
    directory: directoryOf([workspace, other], () => failures.find),
    newId,
    smtp: { host: '127.0.0.1', port: 0 },
    hostName: 'mx.example.com',
    logger: { info: note, warn: note, error: note },
    ...overrides,
    blobs,
  });
  await channel.start?.(receiver);
  return {
    channel,
    workspace,
    other,
    signer: createSigner([testSecret]),
    blobs,
    receiver,
    received,
    fail: (next) => {
      failures = next;
    },
    logged,
    async files() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
    },
    async close() {
      await channel.stop?.();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function createRecordingReceiver(failure: () => Error | undefined) {
  const received: Inbound[] = [];
  const kept = new Map<
    string,
    { readonly conversation: ReturnType<typeof newConversation>; readonly message: string }
  >();
  const receiver: Receiver = {
    async receive(inbound) {
      const error = failure();
      if (error) throw error;
      const key = `${inbound.workspace}/${inbound.externalId}`;
      const there = kept.get(key);
      const message = newId('message');
      if (there) return { conversation: there.conversation, message, duplicate: true };
      const conversation = inbound.match?.conversation ?? newConversation();
      kept.set(key, { conversation, message });
      received.push(inbound);
      return { conversation, message, duplicate: false };
    },
    async findByExternalId(workspace, _channel, externalId) {
      return kept.get(`${workspace}/${externalId}`)?.conversation;
    },
  };
  return { receiver, received };
}

function newConversation() {
  return newId('conversation');
}

function directoryOf(workspaces: readonly Workspace[], failure: () => Error | undefined): Directory {
  const claims = new Map<string, Workspace['id']>(
    workspaces.flatMap(({ id, addresses, mailDomain }) => [
      [`mail-domain/${mailDomain}`, id] as const,
      ...addresses.map((address) => [`address/${address}`, id] as const),
    ]),
  );
  return {
    async find(key) {
      const error = failure();
      if (error) throw error;
      const workspace = claims.get(key);
      return workspace && { workspace, kind: 'workspace', id: workspace };
    },
    leaseWork: async () => [],
    listWorkspaces: async () => workspaces.map(({ id }) => id),
  };
}
