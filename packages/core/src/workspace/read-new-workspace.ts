import { isHandle } from '../people/handle.ts';
import type { Teammate } from '../people/teammate.ts';
import type { TeammateId, WorkspaceId } from '../shared/id.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { isReplyAddress, readAddress } from './address.ts';
import { readName } from './name.ts';

/** A workspace as a host asks for it. */
export interface WorkspaceGiven {
  readonly id?: WorkspaceId | undefined;
  readonly name: string;
  readonly mailDomain: string;
  /** The first one is what replies come from; when absent, `support@` its mail domain is the only one. */
  readonly addresses?: readonly string[] | undefined;
  readonly owner: FirstOwner;
}

interface FirstOwner extends Pick<Teammate, 'externalId' | 'name' | 'handle'> {
  readonly id?: TeammateId | undefined;
  readonly email?: string | null | undefined;
}

export type WorkspaceInvalid =
  | { readonly code: 'name-invalid'; readonly path: 'name' | 'owner.name' }
  | { readonly code: 'handle-invalid'; readonly path: 'owner.handle' }
  | { readonly code: 'mail-domain-invalid'; readonly path: 'mailDomain' }
  | { readonly code: 'address-invalid'; readonly path: string };

/** The same, as it is kept and compared. */
export interface WorkspaceRead {
  readonly name: string;
  readonly mailDomain: string;
  readonly addresses: readonly string[];
  readonly owner: Pick<Teammate, 'externalId' | 'name' | 'handle' | 'email'>;
}

/** Reads what a host gives, or says what is wrong with it and where. */
export function readNewWorkspace(given: WorkspaceGiven): Result<WorkspaceRead, WorkspaceInvalid> {
  const name = readName(given.name);
  if (name === undefined) return refuse({ code: 'name-invalid', path: 'name' });
  const mailDomain = readMailDomain(given.mailDomain);
  if (mailDomain === undefined) return refuse({ code: 'mail-domain-invalid', path: 'mailDomain' });
  const { addresses: asked = [`support@${mailDomain}`], owner } = given;
  if (asked.length === 0) return refuse({ code: 'address-invalid', path: 'addresses' });
  const addresses: string[] = [];
  for (const [index, text] of asked.entries()) {
    const address = readAddress(text);
    // The desk makes such addresses itself, for its conversations.
    const isOwn = address !== undefined && domainOf(address) === mailDomain && isReplyAddress(address);
    if (address === undefined || isOwn) return refuse({ code: 'address-invalid', path: `addresses.${index}` });
    if (!addresses.includes(address)) addresses.push(address);
  }
  const ownerName = readName(owner.name);
  if (ownerName === undefined) return refuse({ code: 'name-invalid', path: 'owner.name' });
  if (!isHandle(owner.handle)) return refuse({ code: 'handle-invalid', path: 'owner.handle' });
  const { externalId, handle, email = null } = owner;
  return ok({ name, mailDomain, addresses, owner: { externalId, name: ownerName, handle, email } });
}

/** The domain of an address as `readAddress` gives it. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

function readMailDomain(text: string): string | undefined {
  const address = readAddress(`support@${text.trim()}`);
  return address && domainOf(address);
}
