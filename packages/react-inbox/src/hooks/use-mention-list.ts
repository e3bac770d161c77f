import { detectMentionTrigger, type MentionSuggestion, suggestMentions } from '@deskkit/core';
import { useMemo } from 'react';
import { usePeople } from './use-people.ts';

export type MentionChoice = MentionSuggestion;

export interface MentionList {
  /** Where the `@` stands that the choice replaces up to the cursor. */
  readonly from: number;
  readonly choices: readonly MentionChoice[];
}

const longest = 8;

/** Whom to offer to somebody who writes `text` and stands at `cursor`; `undefined` when no mention is being typed. */
export function useMentionList(text: string, cursor: number | null): MentionList | undefined {
  const people = usePeople();
  return useMemo(() => {
    const trigger = cursor === null ? undefined : detectMentionTrigger(text, cursor);
    if (!trigger || !people) return undefined;
    const choices = suggestMentions(people, trigger.query).slice(0, longest);
    return choices.length > 0 ? { from: trigger.from, choices } : undefined;
  }, [text, cursor, people]);
}
