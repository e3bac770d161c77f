import { createDesk, type Desk, type Logger, StorageError } from '@deskkit/core';
import { createMockDesk } from '@deskkit/core/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { createWorkLoop, type WorkLoop } from './work-loop.ts';

const silent: Logger = { warn: () => undefined, error: () => undefined };
const loops: WorkLoop[] = [];

afterEach(async () => {
  for (const loop of loops.splice(0)) await loop.stop();
});

function start(desk: Desk, everyMilliseconds: number, logger = silent): WorkLoop {
  const loop = createWorkLoop({ desk, logger, everyMilliseconds });
  loops.push(loop);
  loop.start();
  return loop;
}

/** A desk whose due work is `doWork`. */
async function deskWith(doWork: Desk['doWork']): Promise<Desk> {
  const { desk } = await createMockDesk();
  return { ...desk, doWork };
}

describe('the work loop', () => {
  it('looks again as soon as the log grows', async () => {
    let looks = 0;
    const desk = await deskWith(async () => {
      looks++;
      return 0;
    });
    start(desk, 3_600_000);
    await expect.poll(() => looks).toBe(1);
    const [workspace] = await desk.parts.directory.listWorkspaces({ limit: 1 });
    if (!workspace) throw new Error('There is no workspace');
    await desk.addTeam(workspace, { name: 'Support', handle: 'support' });
    await expect.poll(() => looks).toBe(2);
  });

  it('looks again by itself', async () => {
    let looks = 0;
    start(await deskWith(async () => ++looks && 0), 1);
    await expect.poll(() => looks).toBeGreaterThan(3);
  });

  it('goes on without a pause while there is more than it took', async () => {
    const found = [20, 20, 5];
    let looks = 0;
    start(await deskWith(async () => found[looks++] ?? 0), 3_600_000);
    await expect.poll(() => looks).toBe(3);
  });

  it('does one thing at a time, and waits for it when it is stopped', async () => {
    let underWay = 0;
    let most = 0;
    let finish = () => {};
    const desk = await deskWith(async () => {
      most = Math.max(most, ++underWay);
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      underWay--;
      return 0;
    });
    const loop = start(desk, 1);
    await expect.poll(() => underWay).toBe(1);
    const [workspace] = await desk.parts.directory.listWorkspaces({ limit: 1 });
    if (!workspace) throw new Error('There is no workspace');
    await desk.addTeam(workspace, { name: 'Support', handle: 'support' });
    let isStopped = false;
    const stopped = loop.stop().then(() => {
      isStopped = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(isStopped).toBe(false);
    finish();
    await stopped;
    expect({ underWay, most }).toEqual({ underWay: 0, most: 1 });
  });

  it('says when the storage is away, and goes on when it is back', async () => {
    let looks = 0;
    const said: string[] = [];
    const desk = await deskWith(async () => {
      if (++looks <= 3) throw new StorageError({ code: 'unavailable', detail: 'it is away' });
      return 0;
    });
    start(desk, 1, { ...silent, error: (message: string) => void said.push(message) });
    await expect.poll(() => looks).toBeGreaterThan(4);
    expect(said).toHaveLength(3);
  });

  it('ends a snooze whose time has come', async () => {
    const { desk, workspace } = await createMockDesk();
    const real = createDesk({ ...desk.parts, channels: [...desk.parts.channels.values()] });
    const teammate = await real.addTeammate(workspace.id, {
      externalId: '1',
      name: 'Mara',
      handle: 'mara',
      role: 'owner',
    });
    const visitor = await real.openSession(workspace.id, null);
    const { conversation } = await real.as(visitor).startChat({ body: { format: 'text', text: 'Later' } });
    const actor = {
      kind: 'teammate',
      workspace: workspace.id,
      id: teammate.id,
      role: 'owner',
      teams: [],
      isolation: 'on',
    } as const;
    const until = new Date(Date.now() + 200).toISOString() as typeof workspace.createdAt;
    await real.as(actor).snooze({ conversation: conversation.id, until });
    start(real, 20);
    await expect
      .poll(async () => (await real.as(actor).findConversation(conversation.id)).state.status, { timeout: 5000 })
      .toBe('open');
  });
});
