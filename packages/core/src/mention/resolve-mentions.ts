import { normaliseHandle } from '../people/handle.ts';
import type { TeamId, TeammateId } from '../shared/id.ts';
import type { MentionablePeople } from './mentionable-people.ts';
import { handlesOf } from './mentioned-handles.ts';
import { parseMentions } from './parse-mentions.ts';

/** A piece of a text, as `parseMentions` gives them, but every mention is of somebody. */
export type ResolvedSegment =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'mention';
      readonly text: string;
      readonly handle: string;
      readonly who: { readonly teammate: TeammateId } | { readonly team: TeamId };
    };

/**
 * Says whom a note means, and where. The handles of nobody and of the deactivated stay text, and so do those beyond the
 * first 50 of a note.
 */
export function resolveMentions(text: string, people: MentionablePeople): readonly ResolvedSegment[] {
  const parsed = parseMentions(text);
  const owners = ownersOf(people);
  const meant = new Set(handlesOf(parsed).filter((handle) => owners.has(handle)));
  const segments: ResolvedSegment[] = [];
  for (const segment of parsed) {
    const who = segment.kind === 'mention' && meant.has(segment.handle) ? owners.get(segment.handle) : undefined;
    const last = segments.at(-1);
    if (who && segment.kind === 'mention') segments.push({ ...segment, who });
    else if (last?.kind === 'text') segments[segments.length - 1] = { kind: 'text', text: last.text + segment.text };
    else segments.push({ kind: 'text', text: segment.text });
  }
  return segments;
}

type Who = Extract<ResolvedSegment, { kind: 'mention' }>['who'];

function ownersOf({ teammates, teams }: MentionablePeople): ReadonlyMap<string, Who> {
  const active = teammates.filter((teammate) => teammate.status === 'active');
  return new Map<string, Who>([
    ...teams.map(({ id, handle }) => [normaliseHandle(handle), { team: id }] as const),
    ...active.map(({ id, handle }) => [normaliseHandle(handle), { teammate: id }] as const),
  ]);
}
