import { describe, expect, it } from 'vitest';
import type { Actor } from '../people/actor.ts';
import { openTestDesk, streamOf } from '../testing/test-desk.ts';

const body = { format: 'text', text: 'See the file' } as const;
const unknown = { ok: false, refusal: { code: 'attachment-unknown', path: 'attachments' } };
const notFound = { ok: false, refusal: { code: 'not-found' } };

async function open() {
  const test = await openTestDesk();
  const visitor = await test.visitor();
  const { conversation } = await test.desk.as(visitor).startChat({ body });
  const handIn = (actor: Actor) =>
    test.desk
      .as(actor)
      .handInAttachment({ name: '../a.png', type: 'image/png', bytes: streamOf(new Uint8Array(3), new Uint8Array(4)) });
  return { ...test, visitor, on: { conversation: conversation.id, body }, handIn };
}

describe('a file', () => {
  it('is taken by one message, with its size', async () => {
    const { desk, owner, on, handIn } = await open();
    const file = await handIn(owner);
    expect(file).toEqual({ id: file.id, name: '../a.png', type: 'image/png', size: 7 });
    const { message } = await desk.as(owner).reply({ ...on, attachments: [file.id] });
    expect(message.attachments).toEqual([file]);
    expect(await desk.attempt(owner).reply({ ...on, attachments: [file.id] })).toEqual(unknown);
    expect(await desk.attempt(owner).note({ ...on, attachments: [file.id] })).toEqual(unknown);
  });

  it('wanted by two messages at once goes to one of them', async () => {
    const { desk, owner, on, handIn } = await open();
    const file = await handIn(owner);
    const answers = await Promise.all(
      [1, 2, 3].map(() => desk.attempt(owner).reply({ ...on, attachments: [file.id] })),
    );
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, false, true]);
  });

  it('of somebody else, or of nobody, is refused, and the others stay free', async () => {
    const { desk, owner, admin, on, handIn } = await open();
    const [own, foreign] = [await handIn(owner), await handIn(admin)];
    const nobodys = desk.parts.newId('attachment');
    expect(await desk.attempt(owner).reply({ ...on, attachments: [own.id, foreign.id] })).toEqual(unknown);
    expect(await desk.attempt(owner).reply({ ...on, attachments: [nobodys] })).toEqual(unknown);
    expect(await desk.attempt(owner).reply({ ...on, attachments: [own.id] })).toMatchObject({ ok: true });
  });

  it('makes a message of no words', async () => {
    const { desk, owner, on, handIn } = await open();
    const { id } = await handIn(owner);
    expect(await desk.attempt(owner).reply({ ...on, body: { ...body, text: '' }, attachments: [id] })).toMatchObject({
      ok: true,
    });
  });

  it('named twice is attached once', async () => {
    const { desk, owner, on, handIn } = await open();
    const { id } = await handIn(owner);
    const { message } = await desk.as(owner).reply({ ...on, attachments: [id, id] });
    expect(message.attachments.map((file) => file.id)).toEqual([id]);
  });

  it('can be found by who reads its message: in a note never by the visitor', async () => {
    const { desk, owner, ana, ben, teams, visitor, visitor: holder, on, handIn } = await open();
    const [shown, internal, loose] = [await handIn(owner), await handIn(owner), await handIn(owner)];
    await desk.as(owner).reply({ ...on, attachments: [shown.id] });
    await desk.as(owner).note({ ...on, attachments: [internal.id] });
    await desk.as(owner).assign({ conversation: on.conversation, team: teams.billing.id });
    const stranger = await desk.openSession(holder.workspace, null);
    const found = async (actor: Actor) =>
      Promise.all([shown, internal, loose].map(async ({ id }) => (await desk.attempt(actor).findAttachment(id)).ok));
    expect(await found(owner)).toEqual([true, true, false]);
    expect(await found(ana)).toEqual([true, true, false]);
    expect(await found(ben)).toEqual([false, false, false]);
    expect(await found(visitor)).toEqual([true, false, false]);
    expect(await found(stranger)).toEqual([false, false, false]);
    expect(await desk.attempt(stranger).findAttachment(shown.id)).toEqual(notFound);
  });
});
