import { type Actor, type IntegratorScope, integratorScopes } from '@deskkit/core';
import { type PageLine, rightOf } from './access-page.ts';
import type { AccessWorld } from './access-world.ts';

export interface Subject {
  readonly name: string;
  actor(world: AccessWorld, line: PageLine): Actor | undefined;
  /** What the page lets it do to something that a member of billing can see, or cannot. */
  expects(line: PageLine, place: Place): Outcome;
}

export type Place = 'seen' | 'hidden';

/** `passes` is everything but these refusals of the gate. */
export type Outcome = 'passes' | 'unauthenticated' | 'forbidden' | 'not-found';

const scopeOf = (line: PageLine) => rightOf(line).integrator;

function integrator(world: AccessWorld, scopes: readonly IntegratorScope[]): Actor {
  return { kind: 'integrator', workspace: world.workspace, id: world.integrator, scopes };
}

export const subjects: readonly Subject[] = [
  {
    name: 'owner',
    actor: (world) => world.owner,
    expects: (line) => (rightOf(line).owner ? 'passes' : 'forbidden'),
  },
  {
    name: 'admin',
    actor: (world) => world.admin,
    expects: (line) => (rightOf(line).admin ? 'passes' : 'forbidden'),
  },
  {
    name: 'member',
    actor: (world) => world.member,
    expects(line, place) {
      const { member, owner } = rightOf(line);
      // What it cannot see is not there for it, whatever it might do with it.
      if (place === 'hidden' && (member === 'seen' || line === 'take somebody else out of a share')) return 'not-found';
      return member !== 'none' && owner ? 'passes' : 'forbidden';
    },
  },
  {
    name: 'integrator with the scope',
    actor: (world, line) =>
      integrator(
        world,
        integratorScopes.filter((one) => one === scopeOf(line)),
      ),
    expects: (line) => (scopeOf(line) ? 'passes' : 'forbidden'),
  },
  {
    name: 'integrator with every other scope',
    actor: (world, line) =>
      integrator(
        world,
        integratorScopes.filter((one) => one !== scopeOf(line)),
      ),
    expects: (line) => (scopeOf(line) === 'any' ? 'passes' : 'forbidden'),
  },
  {
    name: 'visitor who holds it',
    actor: (world) => world.visitor,
    expects: (line) => (rightOf(line).visitor === 'own' ? 'passes' : 'forbidden'),
  },
  {
    name: 'another visitor',
    actor: (world) => world.otherVisitor,
    expects: (line) => (rightOf(line).visitor === 'own' ? 'not-found' : 'forbidden'),
  },
  {
    name: 'host',
    actor: (world) => world.host,
    expects: (line) => (rightOf(line).host ? 'passes' : 'forbidden'),
  },
  {
    name: 'owner of another workspace',
    actor: (world) => world.stranger,
    expects: (line) => (rightOf(line).owner ? 'not-found' : 'forbidden'),
  },
  { name: 'nobody', actor: () => undefined, expects: () => 'unauthenticated' },
];
