import type { Actor } from '../people/actor.ts';
import { normaliseAddress } from '../people/identity.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { isStorageError } from '../storage/storage-error.ts';
import { type AddressInvalid, isReplyAddress, readAddress } from '../workspace/address.ts';
import { everywhereKeys } from '../workspace/unique-keys.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { changeWorkspace } from './change-workspace.ts';
import type { Forbidden, NotFound } from './gate.ts';
import type { Parts } from './parts.ts';

type Addresses = Workspace['addresses'];
type AddressRefusal =
  | AddressInvalid
  | { readonly code: 'address-taken'; readonly path: 'address' }
  | { readonly code: 'limit-reached'; readonly limit: number };

const maxAddresses = 100;

/** Takes mail at one more address from here on. An address, and a mail domain, is one workspace's alone. */
export async function addAddress(
  parts: Parts,
  actor: Actor,
  given: { readonly address: string },
): Promise<Result<Addresses, NotFound | Forbidden | AddressRefusal>> {
  const taken = refuse({ code: 'address-taken', path: 'address' });
  const address = readAddress(given.address);
  try {
    const changed = await changeWorkspace(
      parts,
      actor,
      'addresses',
      async (before): Promise<Result<Workspace, AddressRefusal>> => {
        if (address === undefined) return refuse({ code: 'address-invalid', path: 'address' });
        if (holds(before, address)) return ok(before);
        if (before.addresses.length >= maxAddresses) return refuse({ code: 'limit-reached', limit: maxAddresses });
        if (!(await isFree(parts, actor, address))) return taken;
        return ok({ ...before, addresses: [...before.addresses, address] });
      },
      ({ id }) => ({ claim: address === undefined ? [] : [claimOf(address, id)] }),
    );
    return changed.ok ? ok(changed.value.addresses) : changed;
  } catch (error) {
    if (!isStorageError(error) || error.code !== 'key-taken') throw error;
    return taken;
  }
}

/** Takes no mail at the address any more. The last one stays: replies have to come from somewhere. */
export async function removeAddress(
  parts: Parts,
  actor: Actor,
  given: string,
): Promise<Result<Addresses, NotFound | Forbidden | { readonly code: 'last-address' }>> {
  const address = normaliseAddress(given);
  const changed = await changeWorkspace(
    parts,
    actor,
    'addresses',
    (before): Result<Workspace, NotFound | { readonly code: 'last-address' }> => {
      const addresses = before.addresses.filter((one) => normaliseAddress(one) !== address);
      if (addresses.length === before.addresses.length) return refuse({ code: 'not-found' });
      return addresses.length === 0 ? refuse({ code: 'last-address' }) : ok({ ...before, addresses });
    },
    () => ({ release: [{ within: 'everywhere', key: everywhereKeys.address(address) }] }),
  );
  return changed.ok ? ok(changed.value.addresses) : changed;
}

/** The desk's own reply addresses, and whatever lies in the mail domain of another workspace, are nobody's to take. */
async function isFree({ directory }: Parts, { workspace }: Actor, address: string): Promise<boolean> {
  const domain = await directory.find(everywhereKeys.mailDomain(address.slice(address.lastIndexOf('@') + 1)));
  if (domain && (domain.workspace !== workspace || isReplyAddress(address))) return false;
  const holder = await directory.find(everywhereKeys.address(address));
  return !holder || holder.workspace === workspace;
}

function holds({ addresses }: Workspace, address: string): boolean {
  return addresses.some((one) => normaliseAddress(one) === address);
}

function claimOf(address: string, id: Workspace['id']) {
  return { within: 'everywhere', key: everywhereKeys.address(address), kind: 'workspace', id } as const;
}
