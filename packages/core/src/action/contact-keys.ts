import type { AttributeSchema } from '../attribute/attribute-schema.ts';
import type { Contact } from '../people/contact.ts';
import { identityKey } from '../people/unique-keys.ts';
import type { WorkspaceId } from '../shared/id.ts';
import type { Parts } from './parts.ts';

/**
 * The unique keys that a contact really holds: what a visitor merely says of itself may be another contact's key.
 * They stay so for as long as the contact's version does.
 */
export async function keysHeldBy(parts: Parts, workspace: WorkspaceId, contact: Contact): Promise<readonly string[]> {
  const keys = contact.identities.map(identityKey);
  const held = await Promise.all(keys.map((key) => parts.storage.findByKey(workspace, key)));
  return keys.filter((_, index) => held[index]?.id === contact.id);
}

/** What the host keeps of contacts. */
export async function loadContactSchema({ storage }: Parts, id: WorkspaceId): Promise<AttributeSchema> {
  const [workspace] = await storage.find(id, 'workspace', [id]);
  return workspace?.attributes.contact ?? {};
}
