import type { VisitorActor } from '../people/actor.ts';
import type { SessionId, WorkspaceId } from '../shared/id.ts';
import { followContacts } from './move-conversations.ts';
import type { Parts } from './parts.ts';

/**
 * The visitor behind a session, as the contact that it is by now. What the session may see hangs on its own
 * identity, so a merge of contacts never widens it.
 */
export async function findSession(
  parts: Parts,
  workspace: WorkspaceId,
  id: SessionId,
): Promise<VisitorActor | undefined> {
  const [session] = await parts.storage.find(workspace, 'session', [id]);
  const contact = session && (await followContacts(parts, workspace, session.contact));
  return contact && { kind: 'visitor', workspace, session: id, contact: contact.id, identity: session.identity };
}
