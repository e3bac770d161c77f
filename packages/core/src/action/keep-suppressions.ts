import type { Actor } from '../people/actor.ts';
import { normaliseAddress } from '../people/identity.ts';
import { type ContactSuppressed, refuseSuppressed, type Suppression } from '../people/suppression.ts';
import type { WorkspaceId } from '../shared/id.ts';
import { ok, type Refused, type Result, refuse } from '../shared/result.ts';
import { type AddressInvalid, readAddress } from '../workspace/address.ts';
import { type Forbidden, gateOf, type NotFound } from './gate.ts';
import { type Keeping, removeRow, writeNewRow } from './keep-row.ts';
import type { Parts } from './parts.ts';
import { retrying } from './retrying.ts';

const suppressions: Keeping<'suppression'> = {
  kind: 'suppression',
  rowOf: (row) => ({ kind: 'suppression', row }),
  whatOf: () => 'suppressions',
};

export interface SuppressionPage {
  readonly items: readonly Suppression[];
  /** The address to go on after; absent on the last page. */
  readonly next?: string;
}

/** In the order of their addresses. */
export async function listSuppressions(
  parts: Parts,
  actor: Actor,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<Result<SuppressionPage, Forbidden>> {
  const forbidden = gateOf(actor, 'read-mail-log');
  if (forbidden) return forbidden;
  const page = { ...(after === undefined ? {} : { after }), limit: limit + 1 };
  const found = await parts.storage.list(actor.workspace, 'suppression', page);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return ok(found.length > limit && last ? { items, next: last.id } : { items });
}

/** From here on no reply goes to the address. What was known of it before stays as it is. */
export async function addSuppression(
  parts: Parts,
  actor: Actor,
  given: { readonly address: string },
): Promise<Result<Suppression, Forbidden | AddressInvalid>> {
  const forbidden = gateOf(actor, 'change-suppressions');
  if (forbidden) return forbidden;
  const address = readAddress(given.address);
  if (address === undefined) return refuse({ code: 'address-invalid', path: 'address' });
  return retrying(async () => {
    const [there] = await parts.storage.find(actor.workspace, 'suppression', [address]);
    if (there) return ok(there);
    const row: Suppression = { id: address, version: 1, because: 'by-hand', at: parts.clock.now() };
    return writeNewRow(parts, actor, suppressions, row);
  });
}

export async function deleteSuppression(
  parts: Parts,
  actor: Actor,
  address: string,
): Promise<Result<Suppression, NotFound | Forbidden>> {
  return gateOf(actor, 'change-suppressions') ?? removeRow(parts, actor, suppressions, normaliseAddress(address));
}

/** Whether mail may go to all of these addresses; whoever writes a message by email asks before. */
export async function refuseSuppressedAddresses(
  parts: Parts,
  workspace: WorkspaceId,
  addresses: readonly string[],
): Promise<Refused<ContactSuppressed> | undefined> {
  if (addresses.length === 0) return undefined;
  return refuseSuppressed(await parts.storage.find(workspace, 'suppression', addresses.map(normaliseAddress)));
}
