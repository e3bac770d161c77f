import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type ConversationId,
  createDesk,
  type Desk,
  type Teammate,
  type TeammateActor,
  type VisitorActor,
  type Workspace,
} from '@deskkit/core';
import { type ApiOptions, createSigner } from '@deskkit/core/api';
import { createFakeClock, type FakeClock } from '@deskkit/core/testing';
import { createApiKey } from '../../auth/api-key.ts';
import { createTokens } from '../../auth/create-tokens.ts';
import { signTeammateToken } from '../../auth/sign-teammate-token.ts';
import { openDiskBlobStore } from '../../blobs/disk-blob-store.ts';
import { chatChannel } from '../../chat/chat-channel.ts';
import { openSqliteStorage } from '../../storage/sqlite/open-sqlite-storage.ts';

export const testSecret = 'a secret that is for tests only, and long';

export interface TestApi {
  readonly api: ApiOptions;
  readonly desk: Desk;
  readonly clock: FakeClock;
  readonly workspace: Workspace;
  /** Another workspace of the same desk. */
  readonly other: Workspace;
  readonly mara: Teammate;
  /** A member of no team. */
  readonly jonas: Teammate;
  /** A teammate of the other workspace. */
  readonly stranger: Teammate;
  tokenOf(teammate: Teammate): Promise<string>;
  actorOf(teammate: Teammate): TeammateActor;
  apiKey(): Promise<string>;
  /** A chat that a new visitor has begun, in the workspace or in the other one. */
  startChat(
    text: string,
    within?: Workspace,
  ): Promise<{ readonly id: ConversationId; readonly visitor: VisitorActor; readonly token: string }>;
  position(): Promise<number>;
  /** The names of all files that lie in the folder of attachments. */
  files(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** A desk on a SQLite file, with people in two workspaces and the real tokens. */
export async function openTestApi(): Promise<TestApi> {
  const folder = await mkdtemp(join(tmpdir(), 'deskkit-api-'));
  const clock = createFakeClock();
  const store = openSqliteStorage({ file: join(folder, 'desk.sqlite'), clock });
  const { storage, directory } = store;
  const blobs = await openDiskBlobStore(join(folder, 'files'));
  const desk = createDesk({ storage, directory, blobs, clock, channels: [chatChannel] });
  const setUp = (name: string) =>
    desk.setUpWorkspace({ name, mailDomain: `${name}.example`, addresses: [], widgetKey: `wk_${name}` });
  const [workspace, other] = [await setUp('one'), await setUp('two')];
  const add = (to: Workspace, handle: string, role: Teammate['role']) =>
    desk.addTeammate(to.id, { externalId: `host/${handle}`, name: handle, handle, role });
  const mara = await add(workspace, 'mara', 'admin');
  const jonas = await add(workspace, 'jonas', 'member');
  const stranger = await add(other, 'stranger', 'owner');
  const tokens = createTokens({ desk, secret: testSecret });
  return {
    api: { desk, tokens, signer: createSigner(testSecret) },
    desk,
    clock,
    workspace,
    other,
    mara,
    jonas,
    stranger,
    async tokenOf({ id, externalId }) {
      const home = id === stranger.id ? other : workspace;
      return (await signTeammateToken(testSecret, { workspace: home.id, externalId, now: clock.now() })).token;
    },
    actorOf: ({ id, role, teams }) => ({ kind: 'teammate', workspace: workspace.id, id, role, teams, isolation: 'on' }),
    apiKey: () =>
      createApiKey(desk, {
        workspace: workspace.id,
        name: 'test',
        scopes: ['conversations:read', 'conversations:write'],
      }),
    async startChat(text, within = workspace) {
      const visitor = await desk.openSession(within.id, null);
      const { conversation } = await desk.as(visitor).startChat({ body: { format: 'text', text } });
      return { id: conversation.id, visitor, token: (await tokens.issue(visitor)).token };
    },
    position: () => storage.position(workspace.id),
    async files() {
      const entries = await readdir(join(folder, 'files'), { recursive: true, withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
    },
    async close() {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
