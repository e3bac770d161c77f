import { scope } from '../access/scope.ts';
import type { Actor } from '../people/actor.ts';
import type { Team } from '../people/team.ts';
import type { Teammate } from '../people/teammate.ts';
import type { ContactId } from '../shared/id.ts';
import { ok, type Result } from '../shared/result.ts';
import { type Forbidden, gateOf } from './gate.ts';
import { listAll } from './load-facts.ts';
import type { Parts } from './parts.ts';

export async function listTeammates(parts: Parts, actor: Actor): Promise<Result<readonly Teammate[], Forbidden>> {
  return gateOf(actor, 'read-people') ?? ok(await listAll(parts, actor.workspace, 'teammate'));
}

export async function listTeams(parts: Parts, actor: Actor): Promise<Result<readonly Team[], Forbidden>> {
  return gateOf(actor, 'read-people') ?? ok(await listAll(parts, actor.workspace, 'team'));
}

/** Whether the contact stands behind a conversation that the actor can see; only members see less than all. */
export async function isKnown(parts: Parts, actor: Actor, contact: ContactId): Promise<boolean> {
  if (actor.kind !== 'teammate') return true;
  const reader = scope(actor);
  if (reader.kind === 'everything') return true;
  const ask = { scope: reader, me: actor.id, contact, sort: 'newest', limit: 1 } as const;
  for (const kind of ['all', 'spam'] as const) {
    const found = await parts.storage.listConversations(actor.workspace, { ...ask, folder: { kind } });
    if (found.length > 0) return true;
  }
  return false;
}
