import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Keep } from './kept.ts';

/** `keep`: may this browser keep things? `before` and `after` the first message: who are you? */
export type Asked = 'keep' | 'before' | 'after';

export interface Details {
  readonly name?: string;
  readonly email?: string;
}

/** What the visitor is asked. */
export interface Questions {
  readonly question: ReadonlySignal<Asked | undefined>;
  answerKeep(may: boolean): void;
  /** `undefined` for somebody who would rather stay a guest. */
  answerDetails(details: Details | undefined): void;
}

export interface AskedQuestions extends Questions {
  /** The desk took a message: it can be told who wrote, or that is asked now. */
  onSent(): void;
}

export interface QuestionsOptions {
  readonly keep: Keep;
  readonly asked: readonly Asked[];
  /** Tells the desk who the visitor is. */
  readonly tell: (details: Details) => Promise<unknown>;
}

export function createQuestions({ keep, asked, tell }: QuestionsOptions): AskedQuestions {
  const open = signal<readonly Asked[]>(asked.filter((one) => one !== 'after'));
  let isLate = asked.includes('after') && !keep.read().isIntroduced;
  let given: Details | undefined;
  const close = () => {
    open.value = open.value.slice(1);
  };
  const introduce = () => keep.change((before) => ({ ...before, isIntroduced: true }));

  function onSent(): void {
    if (isLate) open.value = [...open.value, 'after'];
    isLate = false;
    const details = given;
    if (!details) return;
    given = undefined;
    tell(details).then(introduce, () => {
      // With the next message, then.
      given = details;
    });
  }

  return {
    question: computed(() => open.value[0]),
    answerKeep(may) {
      if (may) keep.allow();
      close();
    },
    answerDetails(details) {
      const isAfter = open.value[0] === 'after';
      close();
      given = details;
      if (!details) introduce();
      else if (isAfter) onSent();
    },
    onSent,
  };
}
