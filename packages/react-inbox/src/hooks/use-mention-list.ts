import { detectMentionTrigger, normaliseHandle } from '@deskkit/core';
import type { People } from '@deskkit/core/inbox';
import { useMemo } from 'react';
import { usePeople } from './use-people.ts';

export interface MentionChoice {
  readonly kind: 'teammate' | 'team';
  readonly id: string;
  readonly name: string;
  readonly handle: string;
}

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
    const choices = findChoices(people, normaliseHandle(trigger.query));
    return choices.length > 0 ? { from: trigger.from, choices } : undefined;
  }, [text, cursor, people]);
}

function findChoices({ teammates, teams }: People, query: string): readonly MentionChoice[] {
  const everybody: readonly MentionChoice[] = [
    ...teammates.filter((one) => one.status === 'active').map((one) => ({ kind: 'teammate' as const, ...one })),
    ...teams.map((one) => ({ kind: 'team' as const, ...one })),
  ];
  const rank = ({ handle, name }: MentionChoice) => {
    const words = [normaliseHandle(handle), normaliseHandle(name)];
    if (words.some((word) => word.startsWith(query))) return 0;
    return words.some((word) => word.includes(query)) ? 1 : 2;
  };
  return everybody
    .map((choice) => ({ choice, rank: rank(choice) }))
    .filter((one) => one.rank < 2)
    .sort((one, other) => one.rank - other.rank)
    .slice(0, longest)
    .map(({ choice: { kind, id, name, handle } }) => ({ kind, id, name, handle }));
}
