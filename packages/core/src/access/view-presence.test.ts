import { expect, it } from 'vitest';
import type { Presence } from '../log/presence.ts';
import type { Actor, ActorRef } from '../people/actor.ts';
import { newId } from '../shared/id.ts';
import { viewPresence } from './view-presence.ts';

const workspace = newId('workspace');
const [ana, ben] = [newId('teammate'), newId('teammate')];
const [kim, lee] = [newId('contact'), newId('contact')];
const teammate: Actor = { kind: 'teammate', workspace, id: ana, role: 'member', teams: [], isolation: 'on' };
const integrator: Actor = { kind: 'integrator', workspace, id: newId('api-key'), scopes: ['conversations:read'] };
const visitor: Actor = { kind: 'visitor', workspace, session: newId('session'), contact: kim, identity: null };

const refs = {
  ana: { kind: 'teammate', id: ana },
  ben: { kind: 'teammate', id: ben },
  key: { kind: 'integrator', id: integrator.id },
  kim: { kind: 'contact', id: kim },
  lee: { kind: 'contact', id: lee },
} as const satisfies Record<string, ActorRef>;

type Doing = Presence['doing'];
const all: readonly Doing[] = ['viewing', 'typing-reply', 'typing-note', 'left'];

/** What each reader gets: what is done itself, `-` for nothing. */
const table: readonly (readonly [
  reader: Actor,
  who: keyof typeof refs,
  was: boolean,
  gets: readonly (Doing | '-')[],
])[] = [
  [teammate, 'ana', false, ['-', '-', '-', '-']],
  [teammate, 'ben', false, all],
  [teammate, 'key', false, all],
  [teammate, 'kim', false, all],
  [integrator, 'ana', false, all],
  [integrator, 'key', false, ['-', '-', '-', '-']],
  [integrator, 'kim', false, all],
  [visitor, 'kim', false, ['-', '-', '-', '-']],
  [visitor, 'kim', true, ['-', '-', '-', '-']],
  [visitor, 'lee', false, ['-', '-', '-', '-']],
  [visitor, 'lee', true, ['-', '-', '-', '-']],
  [visitor, 'ana', false, ['-', 'typing-reply', '-', '-']],
  [visitor, 'ana', true, ['left', 'typing-reply', 'left', 'left']],
  [visitor, 'key', false, ['-', 'typing-reply', '-', '-']],
];

it.each(table)('shows %j what %s does (had learnt of typing: %s)', (reader, who, was, gets) => {
  const conversation = newId('conversation');
  const shown = all.map((doing) => viewPresence({ conversation, who: refs[who], doing }, reader, was));
  expect(shown.map((presence) => presence?.doing ?? '-')).toEqual(gets);
  for (const presence of shown) if (presence) expect(presence).toMatchObject({ conversation, who: refs[who] });
});
