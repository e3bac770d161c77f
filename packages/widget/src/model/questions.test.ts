import { expect, it, vi } from 'vitest';
import { type Keep, type Kept, nothingKept } from './kept.ts';
import { type Asked, createQuestions, type Details } from './questions.ts';

function open(asked: readonly Asked[], kept: Partial<Kept> = {}) {
  let now: Kept = { ...nothingKept, ...kept };
  const keep: Keep = {
    read: () => now,
    change(change) {
      now = change(now);
    },
    allow: vi.fn(),
    close() {},
  };
  const told: Details[] = [];
  let isAway = false;
  const tell = async (details: Details) => {
    if (isAway) throw new Error('away');
    told.push(details);
  };
  const questions = createQuestions({ keep, asked, tell });
  return { ...questions, keep, told, away: (away: boolean) => (isAway = away) };
}

it('asks one thing after the other, and nothing that is not to be asked', () => {
  const { question, answerKeep, answerDetails } = open(['keep', 'before']);
  const asked = [question.value];
  answerKeep(false);
  asked.push(question.value);
  answerDetails({ name: 'Ada' });
  asked.push(question.value);

  expect(asked).toEqual(['keep', 'before', undefined]);
  expect(open([]).question.value).toBeUndefined();
});

it('lets the browser keep things only when told so', () => {
  const no = open(['keep']);
  no.answerKeep(false);
  expect(no.keep.allow).not.toHaveBeenCalled();
  const yes = open(['keep']);
  yes.answerKeep(true);
  expect(yes.keep.allow).toHaveBeenCalledOnce();
});

it('tells the desk with the first message what was said before it, once, and again when it was away', async () => {
  const { answerDetails, onSent, told, away } = open(['before']);
  answerDetails({ name: 'Ada' });
  expect(told).toEqual([]);
  away(true);
  onSent();
  await Promise.resolve();
  away(false);
  await vi.waitFor(() => {
    onSent();
    expect(told).toEqual([{ name: 'Ada' }]);
  });
  onSent();
  expect(told).toHaveLength(1);
});

it('asks after the first message, once in this browser', async () => {
  const { question, onSent, answerDetails, told, keep } = open(['after']);
  expect(question.value).toBeUndefined();
  onSent();
  expect(question.value).toBe('after');
  answerDetails({ email: 'ada@example.org' });
  await vi.waitFor(() => expect(keep.read().isIntroduced).toBe(true));
  expect(told).toEqual([{ email: 'ada@example.org' }]);
  onSent();
  expect(question.value).toBeUndefined();

  const again = open(['after'], { isIntroduced: true });
  again.onSent();
  expect(again.question.value).toBeUndefined();
});

it('lets who would rather not say stay a guest', () => {
  const { question, onSent, answerDetails, told, keep } = open(['after']);
  onSent();
  answerDetails(undefined);
  expect([question.value, told, keep.read().isIntroduced]).toEqual([undefined, [], true]);
});
