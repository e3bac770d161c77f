import { expect, it } from 'vitest';
import { SendError } from '../channel/channel.ts';
import { createFakeChannel } from '../testing/fake-channel.ts';
import { openTestDesk } from '../testing/test-desk.ts';

const notFailed = { ok: false, refusal: { code: 'not-failed' } };

async function open() {
  const channel = createFakeChannel();
  const test = await openTestDesk({ channels: [channel] });
  const { desk, owner, workspace } = test;
  const { conversation } = await desk.receiver.receive(test.inbound());
  channel.next.push(new SendError('recipient-refused', false, '550 No such user'));
  const { message } = await desk.as(owner).reply({ conversation, body: { format: 'text', text: 'Here it is' } });
  return {
    ...test,
    channel,
    on: { conversation, message: message.id },
    delivery: async () => (await desk.parts.storage.list(workspace, 'delivery', { limit: 1 }))[0],
    told: async () =>
      (await desk.as(owner).readTimeline({ conversation, limit: 100 })).items
        .flatMap(({ event }) => (event.type === 'delivery-changed' ? [event.state] : []))
        .reverse(),
  };
}

it('a delivery that failed goes again, by whoever asks, with its two days before it', async () => {
  const { desk, admin, clock, channel, on, delivery, told } = await open();
  await desk.doWork();
  expect(await delivery()).toMatchObject({ state: 'failed', reason: 'recipient-refused' });
  clock.pass(1_000);
  await desk.as(admin).retry(on);
  expect(await delivery()).toMatchObject({
    state: 'queued',
    reason: null,
    detail: null,
    attempts: 0,
    notBefore: clock.now(),
  });
  expect(await desk.attempt(admin).retry(on)).toEqual(notFailed);
  expect([await desk.doWork(), await desk.doWork()]).toEqual([1, 0]);
  expect(await delivery()).toMatchObject({ state: 'sent', attempts: 1 });
  expect(channel.sent.map(({ message }) => message.id)).toEqual([on.message, on.message]);
  expect(await told()).toEqual(['failed', 'queued', 'sent']);
});

it('what has not failed is not sent again', async () => {
  const { desk, owner, channel, on } = await open();
  channel.next.length = 0;
  expect(await desk.attempt(owner).retry(on)).toEqual(notFailed);
  await desk.doWork();
  expect(await desk.attempt(owner).retry(on)).toEqual(notFailed);
});

it('two who ask at once send it once', async () => {
  const { desk, owner, admin, channel, on } = await open();
  await desk.doWork();
  const asked = await Promise.all([desk.attempt(owner).retry(on), desk.attempt(admin).retry(on)]);
  expect(asked.filter(({ ok }) => ok)).toHaveLength(1);
  await desk.doWork();
  expect(channel.sent).toHaveLength(2);
});

it('is not there for who cannot see it, nor in a chat to be sent at all', async () => {
  const test = await open();
  const { desk, owner, ben, teams, on } = test;
  await desk.doWork();
  await desk.as(owner).assign({ conversation: on.conversation, team: teams.billing.id });
  expect(await desk.attempt(ben).retry(on)).toEqual({ ok: false, refusal: { code: 'not-found' } });
  const chat = await desk.as(await test.visitor()).startChat({ body: { format: 'text', text: 'Hi' } });
  const conversation = chat.conversation.id;
  const { message } = await desk.as(owner).reply({ conversation, body: { format: 'text', text: 'Hello' } });
  expect(await desk.attempt(owner).retry({ conversation, message: message.id })).toEqual(notFailed);
});
