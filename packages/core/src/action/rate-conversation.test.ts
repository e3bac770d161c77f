import { expect, it } from 'vitest';
import { openTestDesk } from '../testing/test-desk.ts';

async function open() {
  const test = await openTestDesk();
  const person = await test.visitor();
  const { conversation } = await test.desk.as(person).startChat({ body: { format: 'text', text: 'Hi' } });
  return { ...test, person, conversation: conversation.id };
}

it('a contact rates what is closed, and may think again', async () => {
  const { desk, owner, person, conversation, workspace } = await open();
  const rate = (score: number) => desk.attempt(person).rate({ conversation, score });
  expect(await rate(5)).toEqual({ ok: false, refusal: { code: 'not-closed' } });
  await desk.as(owner).close({ conversation });
  expect(await rate(2)).toMatchObject({ ok: true, value: { rating: 2, state: { status: 'closed' } } });
  expect(await rate(2)).toMatchObject({ ok: true });
  expect(await rate(5)).toMatchObject({ ok: true, value: { rating: 5 } });
  const events = await desk.parts.storage.listEvents(workspace, { conversations: [conversation], limit: 99 });
  const rated = events.flatMap((event) => (event.type === 'conversation-rated' ? [event] : []));
  expect(rated).toMatchObject([{ score: 2, actor: { kind: 'contact', id: person.contact } }, { score: 5 }]);
});

it.each([0, 6, 2.5, Number.NaN, -1])('%d is no score', async (score) => {
  const { desk, owner, person, conversation } = await open();
  await desk.as(owner).close({ conversation });
  expect(await desk.attempt(person).rate({ conversation, score })).toEqual({
    ok: false,
    refusal: { code: 'malformed', path: 'score' },
  });
});

it('nobody rates what is another’s', async () => {
  const test = await open();
  const { desk, owner, conversation } = test;
  await desk.as(owner).close({ conversation });
  expect(await desk.attempt(await test.visitor()).rate({ conversation, score: 5 })).toEqual({
    ok: false,
    refusal: { code: 'not-found' },
  });
});
