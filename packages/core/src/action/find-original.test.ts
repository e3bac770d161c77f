import { expect, it } from 'vitest';
import type { Actor } from '../people/actor.ts';
import { newId } from '../shared/id.ts';
import { openTestDesk, streamOf } from '../testing/test-desk.ts';

const notFound = { ok: false, refusal: { code: 'not-found' } };
const from = { name: 'Kim', address: 'kim@example.org' };

async function open() {
  const test = await openTestDesk();
  const { desk, teams, owner } = test;
  const original = newId('attachment');
  await desk.parts.blobs.put(original, streamOf(new Uint8Array([1, 2]), new Uint8Array([3])));
  const email = {
    from,
    to: [],
    cc: [],
    subject: 'Hi',
    messageId: '<1@example.org>',
    verdict: 'pass',
    original,
  } as const;
  const { conversation, message } = await desk.receiver.receive(test.inbound({ email }));
  await desk.as(owner).assign({ conversation, team: teams.billing.id });
  return { ...test, on: { conversation, message } };
}

async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<readonly number[]> {
  const bytes: number[] = [];
  for await (const chunk of stream) bytes.push(...chunk);
  return bytes;
}

it('the mail as it came in is for who reads its conversation', async () => {
  const { desk, owner, ana, ben, workspace, on } = await open();
  const program: Actor = { kind: 'integrator', workspace, id: newId('api-key'), scopes: ['conversations:read'] };
  for (const actor of [owner, ana, program])
    expect(await bytesOf(await desk.as(actor).findOriginal(on))).toEqual([1, 2, 3]);
  expect(await desk.attempt(ben).findOriginal(on)).toEqual(notFound);
});

it('is never for a visitor, and not there where there is none', async () => {
  const test = await open();
  const { desk, owner, on } = test;
  const person = await test.visitor();
  const body = { format: 'text', text: 'Hi' } as const;
  const chat = await desk.as(person).startChat({ body });
  const inChat = { conversation: chat.conversation.id, message: chat.message.id };
  expect(await desk.attempt(person).findOriginal(inChat)).toEqual({ ok: false, refusal: { code: 'forbidden' } });
  expect(await desk.attempt(owner).findOriginal(inChat)).toEqual(notFound);
  expect(await desk.attempt(owner).findOriginal({ ...on, conversation: inChat.conversation })).toEqual(notFound);
  expect(await desk.attempt(owner).findOriginal({ ...on, message: newId('message') })).toEqual(notFound);
});
