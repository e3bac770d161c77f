import { expect, it, vi } from 'vitest';
import { createQuestions } from './questions.ts';

it('asks one thing after the other, and nothing that is not to be asked', () => {
  const questions = createQuestions(['keep', 'name'], () => {});
  const asked = [questions.question.value];
  questions.answerKeep(false);
  asked.push(questions.question.value);
  questions.answerName('   ');
  asked.push(questions.question.value);
  questions.answerName(' Ada ');
  asked.push(questions.question.value);

  expect(asked).toEqual(['keep', 'name', 'name', undefined]);
  expect(questions.name()).toBe('Ada');
  expect(createQuestions([], () => {}).question.value).toBeUndefined();
});

it('allows keeping only when told yes', () => {
  const allow = vi.fn();
  createQuestions(['keep'], allow).answerKeep(false);
  expect(allow).not.toHaveBeenCalled();
  createQuestions(['keep'], allow).answerKeep(true);
  expect(allow).toHaveBeenCalledOnce();
});
