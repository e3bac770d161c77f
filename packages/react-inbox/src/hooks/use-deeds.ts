import type { Assignment, SnoozeUntil, TeamId, TeammateId } from '@deskkit/core';
import type { ConversationView } from '@deskkit/core/client';
import { useInbox } from '../inbox-provider.tsx';
import { describeRefusal } from '../words/describe-refusal.ts';
import { useEventWords } from './use-words.ts';

/** What buttons call: never rejects. Says in a toast what was done, with its undo, or why it was not. */
export interface Deeds {
  claim(row: ConversationView): void;
  assign(row: ConversationView, to: { readonly teammate?: TeammateId | null; readonly team?: TeamId | null }): void;
  close(row: ConversationView): void;
  open(row: ConversationView): void;
  snooze(row: ConversationView, until: SnoozeUntil): void;
  unsnooze(row: ConversationView): void;
}

export function useDeeds(): Deeds {
  const { actions, store, toasts, strings } = useInbox();
  const wordsFor = useEventWords();
  const said = strings.done;

  function run(
    row: ConversationView,
    deed: Promise<void>,
    text: string,
    undo?: (now: ConversationView) => Promise<void>,
  ): void {
    const refuse = (error: unknown) => toasts.show({ tone: 'refused', text: describeRefusal(error, wordsFor(row)) });
    const takeBack = undo && {
      undo: () => {
        const now = store.conversation(row.id);
        if (now) undo(now).catch(refuse);
      },
    };
    deed.then(() => toasts.show({ tone: 'quiet', text, ...takeBack }), refuse);
  }

  const assignBack = ({ teammate, team }: Assignment) => {
    return (now: ConversationView) => actions.assign(now, { teammate, team });
  };

  return {
    claim: (row) => run(row, actions.claim(row), said.claim, assignBack(row.assignee)),
    assign(row, to) {
      const whole = { ...row.assignee, ...to };
      const name = wordsFor(row).names.assignee(whole);
      run(row, actions.assign(row, to), name ? said.assign(name) : said.unassign, assignBack(row.assignee));
    },
    close: (row) => run(row, actions.close(row), said.close, actions.open),
    open: (row) => run(row, actions.open(row), said.open, actions.close),
    snooze: (row, until) =>
      run(row, actions.snooze(row, until), said.snooze(wordsFor(row).until(until)), actions.unsnooze),
    unsnooze: (row) => run(row, actions.unsnooze(row), said.unsnooze),
  };
}
