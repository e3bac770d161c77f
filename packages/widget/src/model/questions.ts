import { computed, type ReadonlySignal, signal } from '@preact/signals-core';

/** What the visitor is asked before they go on: whether this browser may keep things, and their name. */
export type Asked = 'keep' | 'name';

export interface Questions {
  readonly question: ReadonlySignal<Asked | undefined>;
  answerKeep(may: boolean): void;
  /** A name of blanks is none: it is asked again. */
  answerName(name: string): void;
  /** What they are called, if they said so. */
  readonly name: () => string | undefined;
}

/** `asked` in the order of asking. */
export function createQuestions(asked: readonly Asked[], allow: () => void): Questions {
  const open = signal(asked);
  const question = computed(() => open.value[0]);
  let given: string | undefined;
  const done = (what: Asked) => {
    open.value = open.value.filter((one) => one !== what);
  };

  return {
    question,
    answerKeep(may) {
      if (may) allow();
      done('keep');
    },
    answerName(name) {
      given = name.trim();
      if (given) done('name');
    },
    name: () => given,
  };
}
