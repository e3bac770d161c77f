import type { Desk } from '../desk.ts';
import { isId } from '../shared/id.ts';
import { ok, type Refusal, type Result, refuse } from '../shared/result.ts';
import type { AnyOperation } from './operation.ts';
import type { Authenticated } from './tokens.ts';

/** The header in which a host says in which workspace it acts. */
export const workspaceHeader = 'deskkit-workspace';

/** Whether a host says in the header in which workspace this operation is. */
export function isWithinWorkspace({ callers, within }: AnyOperation): boolean {
  return callers.includes('host') && within !== 'desk';
}

/** A host acts in the workspace that it names; all others in the one that their token is for. */
export async function chooseWorkspace(
  { parts }: Desk,
  operation: AnyOperation,
  caller: Authenticated,
  named: string | undefined,
): Promise<Result<Authenticated, Refusal>> {
  if (caller.actor.kind !== 'host' || !isWithinWorkspace(operation)) return ok(caller);
  if (!named) return refuse({ code: 'malformed', path: workspaceHeader });
  const [workspace] = isId('workspace', named) ? await parts.storage.find(named, 'workspace', [named]) : [];
  if (!workspace) return refuse({ code: 'not-found', path: workspaceHeader });
  return ok({ ...caller, actor: { ...caller.actor, workspace: workspace.id } });
}
