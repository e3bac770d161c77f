import { describe, expect, it } from 'vitest';
import { newId } from '../shared/id.ts';
import { toInstant } from '../shared/instant.ts';
import { buildConversation } from '../testing/builders.ts';
import { decide } from './decide.ts';
import { type Mentioned, plainFacts } from './facts.ts';

const [ana, ben, cem] = [newId('teammate'), newId('teammate'), newId('teammate')];
const [billing, sales] = [newId('team'), newId('team')];
const message = newId('message');

function noteOfAna(mentioned: readonly Mentioned[], sharedWith: readonly (typeof ana)[] = []) {
  const conversation = buildConversation({ sharedWith: sharedWith.map((teammate) => ({ teammate, since: 2 })) });
  const by = { kind: 'teammate', id: ana } as const;
  const decision = decide(conversation, { type: 'note', by, message }, { ...plainFacts, mentioned }, toInstant(0));
  return decision.ok ? decision.value.slice(1) : [];
}

const mentioned = (who: { teammate: typeof ana } | { team: typeof billing }) => ({
  type: 'mentioned',
  message,
  ...who,
});
const shared = (teammate: typeof ana) => ({ type: 'shared', teammate, because: 'mentioned' });

describe('a note that mentions', () => {
  it('a teammate says so and shares the conversation', () => {
    expect(noteOfAna([{ teammate: ben }])).toEqual([mentioned({ teammate: ben }), shared(ben)]);
  });

  it('a team is one mention, and one share for each member', () => {
    expect(noteOfAna([{ team: billing, members: [ben, cem] }])).toEqual([
      mentioned({ team: billing }),
      shared(ben),
      shared(cem),
    ]);
  });

  it('somebody by name and through two teams shares once', () => {
    const facts = noteOfAna([
      { team: billing, members: [ben, cem] },
      { teammate: ben },
      { team: sales, members: [cem, ben] },
    ]);
    expect(facts.filter((fact) => fact.type === 'shared')).toEqual([shared(ben), shared(cem)]);
    expect(facts.filter((fact) => fact.type === 'mentioned')).toHaveLength(3);
  });

  it('somebody who has it already mentions, and shares nothing', () => {
    expect(noteOfAna([{ teammate: ben }], [ben])).toEqual([mentioned({ teammate: ben })]);
  });

  it('its own author does neither', () => {
    expect(noteOfAna([{ teammate: ana }])).toEqual([]);
    expect(noteOfAna([{ team: billing, members: [ana, ben] }])).toEqual([mentioned({ team: billing }), shared(ben)]);
  });

  it('an empty team mentions it, and shares with nobody', () => {
    expect(noteOfAna([{ team: billing, members: [] }])).toEqual([mentioned({ team: billing })]);
  });
});
