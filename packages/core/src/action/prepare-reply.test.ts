import { describe, expect, it } from 'vitest';
import { newId } from '../shared/id.ts';
import { createFakeChannel } from '../testing/fake-channel.ts';
import { openTestDesk, streamOf } from '../testing/test-desk.ts';

const text = (words: string) => ({ format: 'text', text: words }) as const;

async function open() {
  const channel = createFakeChannel();
  const test = await openTestDesk({ channels: [channel] });
  const { desk, owner } = test;
  const { conversation } = await desk.receiver.receive(test.inbound());
  return {
    ...test,
    channel,
    conversation,
    reply: (given: { cc?: readonly string[]; bcc?: readonly string[] }) =>
      desk.attempt(owner).reply({ conversation, body: text('Hello'), ...given }),
  };
}

describe('copies of a reply', () => {
  it('are kept with the message as addresses are compared, and go to the channel', async () => {
    const { desk, channel, reply } = await open();
    const given = { cc: ['Lee@Example.org', 'lee@example.org'], bcc: ['max@example.org'] };
    const kept = { cc: ['lee@example.org'], bcc: ['max@example.org'] };
    expect(await reply(given)).toMatchObject({ ok: true, value: { message: kept } });
    await desk.doWork();
    expect(channel.sent).toMatchObject([{ message: kept }]);
  });

  it.each([
    [{ cc: ['lee@example.org', 'nobody'] }, { code: 'address-invalid', path: 'cc.1' }],
    [{ bcc: ['a b@example.org'] }, { code: 'address-invalid', path: 'bcc.0' }],
    [{ cc: ['Support@Example.com'] }, { code: 'address-invalid', path: 'cc.0' }],
    [{ bcc: ['reply+x@Mail.example.com'] }, { code: 'address-invalid', path: 'bcc.0' }],
  ])('%j are refused, and nothing is written', async (given, refusal) => {
    const { desk, workspace, reply } = await open();
    const before = await desk.parts.storage.position(workspace);
    expect(await reply(given)).toEqual({ ok: false, refusal });
    expect(await desk.parts.storage.position(workspace)).toBe(before);
  });

  it('go nowhere in a chat, and a visitor is told of none', async () => {
    const test = await open();
    const { desk, owner } = test;
    const { conversation } = await desk.as(await test.visitor()).startChat({ body: text('Hi') });
    for (const path of ['cc', 'bcc'] as const) {
      const given = { conversation: conversation.id, body: text('Hello'), [path]: ['lee@example.org'] };
      expect(await desk.attempt(owner).reply(given)).toEqual({
        ok: false,
        refusal: { code: 'copies-not-supported', path },
      });
    }
  });
});

it('a reply goes to no address that gets no mail', async () => {
  const { desk, owner, reply } = await open();
  await desk.as(owner).addSuppression({ address: 'lee@example.org' });
  const refusal = { code: 'contact-suppressed', address: 'lee@example.org', because: 'by-hand' };
  expect(await reply({ cc: ['lee@example.org'] })).toEqual({ ok: false, refusal });
  expect(await reply({ bcc: ['Lee@example.org'] })).toEqual({ ok: false, refusal });
  await desk.as(owner).addSuppression({ address: 'kim@example.org' });
  expect(await reply({})).toMatchObject({ ok: false, refusal: { code: 'contact-suppressed' } });
});

describe('the same id', () => {
  it('is the same reply only with the same files, copies and what is to follow', async () => {
    const { desk, owner, conversation } = await open();
    const handIn = async () =>
      (await desk.as(owner).handInAttachment({ name: 'a', type: 'image/png', bytes: streamOf(new Uint8Array(1)) })).id;
    const [file, other] = [await handIn(), await handIn()];
    const said = {
      id: newId('message'),
      conversation,
      body: text('Hello'),
      attachments: [file],
      cc: ['lee@example.org'],
      bcc: ['max@example.org'],
    };
    // biome-ignore lint/suspicious/noThenProperty: the command's word; an input is never awaited
    const input = { ...said, then: { snooze: 'next-reply' } } as const;
    const first = await desk.as(owner).reply(input);
    expect((await desk.as(owner).reply(input)).message).toEqual(first.message);
    const alike = { ...input, attachments: [file, file], cc: [' LEE@example.org'] };
    expect((await desk.as(owner).reply(alike)).message).toEqual(first.message);
    const different = [
      said,
      // biome-ignore lint/suspicious/noThenProperty: as above
      { ...said, then: 'close' as const },
      { ...input, attachments: [] },
      { ...input, attachments: [file, other] },
      { ...input, attachments: [other] },
      { ...input, cc: [] },
      { ...input, cc: ['lee@example.org', 'max@example.org'] },
      { ...input, bcc: ['lee@example.org'] },
    ];
    for (const one of different) {
      expect(await desk.attempt(owner).reply(one)).toEqual({ ok: false, refusal: { code: 'id-taken', path: 'id' } });
    }
  });

  it('is recognised though the reply could not be sent any more', async () => {
    const { desk, owner, conversation } = await open();
    const input = { id: newId('message'), conversation, body: text('Hello') };
    const { message } = await desk.as(owner).reply(input);
    await desk.as(owner).addSuppression({ address: 'kim@example.org' });
    expect((await desk.as(owner).reply(input)).message).toEqual(message);
  });
});

it('who cannot see the conversation hears nothing of its addresses', async () => {
  const { desk, owner, ben, conversation, teams } = await open();
  await desk.as(owner).assign({ conversation, team: teams.billing.id });
  const given = { conversation, body: text('Hello'), cc: ['nobody'] };
  expect(await desk.attempt(ben).reply(given)).toEqual({ ok: false, refusal: { code: 'not-found' } });
});
