import type { Actor } from '../people/actor.ts';
import type { Parts } from './parts.ts';

/** Whether a teammate has the rights still that were read with its token; others' do not change. */
export async function stillHasRights(parts: Parts, actor: Actor): Promise<boolean> {
  if (actor.kind !== 'teammate') return true;
  const [row] = await parts.storage.find(actor.workspace, 'teammate', [actor.id]);
  const [workspace] = await parts.storage.find(actor.workspace, 'workspace', [actor.workspace]);
  if (row?.status !== 'active' || workspace?.isolation !== actor.isolation || row.role !== actor.role) return false;
  return row.teams.length === actor.teams.length && row.teams.every((team) => actor.teams.includes(team));
}
