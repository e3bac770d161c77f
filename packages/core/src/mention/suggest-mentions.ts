import type { TeamId, TeammateId } from '../shared/id.ts';
import { fold } from './fold.ts';
import type { MentionablePeople } from './mentionable-people.ts';

/** Somebody who can be offered to whoever types a mention. */
export type MentionSuggestion = { readonly name: string; readonly handle: string } & (
  | { readonly kind: 'teammate'; readonly id: TeammateId }
  | { readonly kind: 'team'; readonly id: TeamId }
);

/**
 * Who fits a query as `detectMentionTrigger` gives it, best first: whose handle it is, whose handle begins with it, who
 * has a word in the name that begins with it, who has it inside of either. Equals stay in the given order, teammates
 * before teams; the deactivated are never among them. Accents and case do not count; an empty query fits everybody.
 */
export function suggestMentions(people: MentionablePeople, query: string): readonly MentionSuggestion[] {
  const asked = { handle: fold(query), name: wordsOf(query).trimStart() };
  return everybodyIn(people)
    .map((one) => ({ one, rank: rankOf(one, asked) }))
    .filter(({ rank }) => rank < unfit)
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
}

function everybodyIn({ teammates, teams }: MentionablePeople): readonly MentionSuggestion[] {
  const active = teammates.filter((teammate) => teammate.status === 'active');
  return [
    ...active.map(({ id, name, handle }) => ({ kind: 'teammate', id, name, handle }) as const),
    ...teams.map(({ id, name, handle }) => ({ kind: 'team', id, name, handle }) as const),
  ];
}

const unfit = 4;

function rankOf(one: MentionSuggestion, asked: { readonly handle: string; readonly name: string }): number {
  const handle = fold(one.handle);
  if (handle === asked.handle) return 0;
  if (handle.startsWith(asked.handle)) return 1;
  const words = ` ${wordsOf(one.name)}`;
  if (asked.name !== '' && words.includes(` ${asked.name}`)) return 2;
  return handle.includes(asked.handle) || (asked.name !== '' && words.includes(asked.name)) ? 3 : unfit;
}

/** The words with one space between them, whatever stood there. */
function wordsOf(name: string): string {
  return fold(name).replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ');
}
