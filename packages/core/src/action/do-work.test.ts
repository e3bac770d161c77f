import { describe, expect, it } from 'vitest';
import { plus } from '../shared/instant.ts';
import { emptyChange } from '../storage/change.ts';
import { noFaults, withFaults } from '../testing/faulty-storage.ts';
import { openTestDesk } from '../testing/test-desk.ts';

const hour = 3_600_000;

async function open() {
  const faults = noFaults();
  const test = await openTestDesk({ wrap: (storage) => withFaults(storage, faults) });
  const { desk, owner, clock, workspace } = test;
  const { conversation } = await desk.receiver.receive(test.inbound());
  const on = { conversation };
  return {
    ...test,
    faults,
    on,
    snooze: (hours: number) => desk.as(owner).snooze({ ...on, until: plus(clock.now(), hours * hour) }),
    state: async () => (await desk.as(owner).findConversation(conversation)).state,
    opened: async () =>
      (await desk.parts.storage.listEvents(workspace, { conversations: [conversation], limit: 100 })).filter(
        (event) => event.type === 'conversation-opened',
      ),
  };
}

describe('a snooze', () => {
  it('ends when its time comes, not before, once', async () => {
    const { desk, clock, snooze, opened } = await open();
    await snooze(2);
    clock.pass(2 * hour - 1);
    expect(await desk.doWork()).toBe(0);
    clock.pass(1);
    expect([await desk.doWork(), await desk.doWork()]).toEqual([1, 0]);
    expect(await opened()).toMatchObject([{ because: 'snooze-ended', actor: { kind: 'system' } }]);
  });

  it('that was moved ends at its new time', async () => {
    const { desk, clock, snooze, state } = await open();
    await snooze(2);
    await snooze(5);
    clock.pass(3 * hour);
    expect(await desk.doWork()).toBe(0);
    expect(await state()).toMatchObject({ status: 'snoozed' });
    clock.pass(2 * hour);
    await desk.doWork();
    expect(await state()).toEqual({ status: 'open' });
  });

  it('that was moved while it was ended stays', async () => {
    const { desk, clock, snooze, state, faults, opened } = await open();
    await snooze(1);
    clock.pass(hour);
    let first = true;
    faults.before = async () => {
      if (!first) return;
      first = false;
      await snooze(5);
    };
    const failed: unknown[] = [];
    await desk.doWork({ onFailure: (error) => failed.push(error) });
    expect([await state(), await opened(), failed]).toMatchObject([{ status: 'snoozed' }, [], []]);
    clock.pass(5 * hour);
    await desk.doWork();
    expect(await opened()).toHaveLength(1);
  });

  it.each(['unsnooze', 'close'] as const)('that ended by %s leaves nothing to do', async (command) => {
    const { desk, owner, clock, snooze, on, opened } = await open();
    await snooze(2);
    await desk.as(owner)[command](on);
    const before = await opened();
    clock.pass(3 * hour);
    expect(await desk.doWork()).toBe(0);
    expect(await opened()).toEqual(before);
  });

  it('to the next reply never ends by time', async () => {
    const { desk, owner, clock, on, snooze } = await open();
    await snooze(2);
    await desk.as(owner).snooze({ ...on, until: 'next-reply' });
    clock.pass(1_000 * hour);
    expect(await desk.doWork()).toBe(0);
  });

  it('of each of many ends with one event after a desk slept for a month', async () => {
    const { desk, owner, clock, workspace, inbound } = await openTestDesk();
    for (let index = 0; index < 45; index++) {
      const { conversation } = await desk.receiver.receive(inbound());
      await desk.as(owner).snooze({ conversation, until: plus(clock.now(), (index + 1) * hour) });
    }
    clock.pass(31 * 24 * hour);
    const done: number[] = [];
    do done.push(await Promise.all([desk.doWork(), desk.doWork()]).then(([one, other]) => one + other));
    while (done.at(-1));
    expect(done).toEqual([40, 5, 0]);
    const events = await desk.parts.storage.listEvents(workspace, { limit: 1_000 });
    const woken = events.filter((event) => event.type === 'conversation-opened').map((event) => event.conversation);
    expect([woken.length, new Set(woken).size]).toEqual([45, 45]);
  });
});

it('an alarm that rings for nothing is done with', async () => {
  const { desk, clock, workspace, on, opened } = await open();
  const subject = { kind: 'conversation', id: on.conversation } as const;
  const work = { id: 'wake/stray', kind: 'wake', dueAt: clock.now(), subject, attempts: 0 } as const;
  await desk.parts.storage.commit({ ...emptyChange(workspace), schedule: [work] });
  expect(await desk.doWork()).toBe(1);
  clock.pass(24 * hour);
  expect(await desk.doWork()).toBe(0);
  expect(await opened()).toEqual([]);
});

describe('a listener of the desk', () => {
  it('that throws harms neither the commit nor the others', async () => {
    const logged: unknown[] = [];
    const logger = { warn() {}, error: (...given: unknown[]) => void logged.push(given) };
    const test = await openTestDesk({ logger });
    const heard: unknown[] = [];
    test.desk.on('message-added', () => {
      throw new Error('no');
    });
    const off = test.desk.on('message-added', (event) => heard.push(event));
    const { message } = await test.desk.receiver.receive(test.inbound());
    expect(heard).toMatchObject([{ message, workspace: test.workspace, seq: expect.any(Number) }]);
    expect(logged).toMatchObject([['A listener of the desk threw', { type: 'message-added' }]]);
    off();
    await test.desk.receiver.receive(test.inbound());
    expect(heard).toHaveLength(1);
  });
});
