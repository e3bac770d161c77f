import { describe, expect, it } from 'vitest';
import { SendError } from '../channel/channel.ts';
import { createFakeChannel } from '../testing/fake-channel.ts';
import { away, noFaults, withFaults } from '../testing/faulty-storage.ts';
import { openTestDesk } from '../testing/test-desk.ts';
import { pauseBefore } from './deliver.ts';

const minute = 60_000;
const lease = 5 * minute;
const busy = () => new SendError('server-busy', true, '451 Try later');
const gone = () => new SendError('recipient-refused', false, '550 No such user');

async function open() {
  const channel = createFakeChannel();
  const faults = noFaults();
  const test = await openTestDesk({ channels: [channel], wrap: (storage) => withFaults(storage, faults) });
  const { desk, owner, workspace } = test;
  const { conversation } = await desk.receiver.receive(test.inbound());
  const { message } = await desk.as(owner).reply({ conversation, body: { format: 'text', text: 'Here it is' } });
  const entries = async () => (await desk.as(owner).readTimeline({ conversation, limit: 100 })).items;
  return {
    ...test,
    channel,
    faults,
    conversation,
    message,
    delivery: async () =>
      (await entries()).find((entry) => entry.event.type === 'message-added' && entry.message?.id === message.id)
        ?.delivery,
    told: async () =>
      (await entries()).flatMap(({ event }) => (event.type === 'delivery-changed' ? [event.state] : [])).reverse(),
    keyOf: (externalId: string) => desk.receiver.findByExternalId(workspace, 'email', externalId),
  };
}

describe('a delivery', () => {
  it('is queued with the reply, and sent once with what the channel needs', async () => {
    const { desk, channel, message, conversation, delivery, told, keyOf } = await open();
    expect(await delivery()).toMatchObject({ state: 'queued', attempts: 0 });
    expect([await desk.doWork(), await desk.doWork()]).toEqual([1, 0]);
    expect(await delivery()).toMatchObject({ state: 'sent', attempts: 1, reason: null });
    expect(await told()).toEqual(['sent']);
    expect(channel.sent).toHaveLength(1);
    expect(channel.sent[0]).toMatchObject({
      message,
      authorName: 'olga',
      contact: { name: 'Kim' },
      earlier: [{ kind: 'inbound' }],
    });
    expect(await keyOf(`<${message.id}@mail.example.com>`)).toBe(conversation);
  });

  it('never carries a note', async () => {
    const { desk, owner, channel, conversation } = await open();
    await desk.as(owner).note({ conversation, body: { format: 'text', text: 'Secret' } });
    await desk.doWork();
    expect(channel.sent[0]?.earlier.map(({ kind }) => kind)).toEqual(['inbound']);
    expect(channel.sent).toHaveLength(1);
  });

  it('whose channel breaks in a way of its own is tried again, and not for ever', async () => {
    const { desk, channel, clock, delivery } = await open();
    channel.next.push(new TypeError('undefined is not a function'));
    expect(await desk.doWork()).toBe(1);
    expect(await delivery()).toMatchObject({ state: 'delayed', reason: 'channel-failed', attempts: 1 });
    clock.pass(minute);
    expect(await desk.doWork()).toBe(1);
    expect(await delivery()).toMatchObject({ state: 'sent', reason: null, attempts: 2 });
  });

  it('of a note is none', async () => {
    const test = await open();
    await test.desk.doWork();
    await test.desk.as(test.owner).note({ conversation: test.conversation, body: { format: 'text', text: 'Secret' } });
    expect(await test.desk.doWork()).toBe(0);
  });

  it('that may go later is delayed, by the table of pauses, and fails after two days', async () => {
    const { desk, channel, clock, delivery, told } = await open();
    const pauses = [1, 5, 15, 60, 240, 720, 720, 720, 480];
    expect(pauses.map((_, index) => pauseBefore(index + 1))).toEqual(pauses.map((minutes) => minutes * minute));
    for (const [index, minutes] of pauses.entries()) {
      channel.next.push(busy());
      expect(await desk.doWork()).toBe(1);
      expect(await delivery()).toMatchObject({
        state: 'delayed',
        attempts: index + 1,
        reason: 'server-busy',
        detail: '451 Try later',
      });
      clock.pass(minutes * minute - 1);
      expect(await desk.doWork()).toBe(0);
      clock.pass(1);
    }
    channel.next.push(busy());
    await desk.doWork();
    expect(await delivery()).toMatchObject({ state: 'failed', attempts: 10 });
    clock.pass(30 * 24 * 60 * minute);
    expect(await desk.doWork()).toBe(0);
    expect(await told()).toEqual(['delayed', 'failed']);
  });

  it('waits for a channel that is not set up for as long as that takes, and has two days from then on', async () => {
    const { desk, channel, clock, delivery } = await open();
    for (let waited = 0; waited < 20; waited++) {
      channel.next.push(new SendError('not-configured', true, 'Set the mail server'));
      expect(await desk.doWork()).toBe(1);
      clock.pass(5 * minute);
    }
    expect(await delivery()).toMatchObject({ state: 'delayed', reason: 'not-configured', attempts: 0 });
    channel.next.push(busy());
    await desk.doWork();
    expect(await delivery()).toMatchObject({ state: 'delayed', reason: 'server-busy', attempts: 1 });
    clock.pass(minute);
    await desk.doWork();
    expect(await delivery()).toMatchObject({ state: 'sent' });
  });

  it('that was delayed is sent at last', async () => {
    const { desk, channel, clock, delivery, told } = await open();
    channel.next.push(busy());
    await desk.doWork();
    clock.pass(minute);
    await desk.doWork();
    expect(await delivery()).toMatchObject({ state: 'sent', attempts: 2, reason: null, detail: null });
    expect(await told()).toEqual(['delayed', 'sent']);
  });

  it('that is refused for good fails at once', async () => {
    const { desk, channel, delivery, clock } = await open();
    channel.next.push(gone());
    await desk.doWork();
    expect(await delivery()).toMatchObject({ state: 'failed', attempts: 1, reason: 'recipient-refused' });
    clock.pass(lease);
    expect(await desk.doWork()).toBe(0);
    expect(channel.sent).toHaveLength(1);
  });

  it('goes again under the same ids when a process died between sending and keeping', async () => {
    const { desk, channel, clock, faults, message, delivery, told } = await open();
    faults.next.push(away());
    const failed: unknown[] = [];
    await desk.doWork({ onFailure: (error) => failed.push(error) });
    expect(failed).toHaveLength(1);
    expect([await delivery(), await desk.doWork()]).toMatchObject([{ state: 'queued' }, 0]);
    clock.pass(lease);
    await desk.doWork();
    expect(channel.sent.map((outbound) => outbound.message.id)).toEqual([message.id, message.id]);
    expect(await delivery()).toMatchObject({ state: 'sent', attempts: 1 });
    expect(await told()).toEqual(['sent']);
  });

  it('of who was slower than the lease is kept by the other alone', async () => {
    const { desk, clock, faults, told, delivery, channel } = await open();
    let first = true;
    faults.before = async () => {
      if (!first) return;
      first = false;
      clock.pass(lease);
      await desk.doWork();
    };
    const failed: unknown[] = [];
    await desk.doWork({ onFailure: (error) => failed.push(error) });
    expect(channel.sent).toHaveLength(2);
    expect(await told()).toEqual(['sent']);
    expect(await delivery()).toMatchObject({ state: 'sent', version: 2 });
    expect(failed).toEqual([]);
  });

  it('is kept though the conversation changed meanwhile, without a second sending', async () => {
    const { desk, owner, conversation, channel, faults, delivery } = await open();
    let first = true;
    faults.before = async () => {
      if (!first) return;
      first = false;
      await desk.as(owner).note({ conversation, body: { format: 'text', text: 'Meanwhile' } });
    };
    await desk.doWork();
    expect(channel.sent).toHaveLength(1);
    expect(await delivery()).toMatchObject({ state: 'sent' });
  });
});
