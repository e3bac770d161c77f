import { type Directory, everywhereKeys, normaliseAddress, type WorkspaceId } from '@deskkit/core';
import { readReplyAddress } from '../reply-address.ts';
import type { Signer } from '../signer.ts';

/** The workspace that takes mail at an address; `undefined` for addresses nobody has and forged reply addresses. */
export async function findRecipient(
  directory: Directory,
  signer: Signer,
  address: string,
): Promise<WorkspaceId | undefined> {
  const normal = normaliseAddress(address);
  if (normal.startsWith('reply+')) {
    const owner = await directory.find(everywhereKeys.mailDomain(normal.slice(normal.lastIndexOf('@') + 1)));
    if (owner) {
      const conversation = readReplyAddress(signer, owner.workspace, normal);
      return conversation === undefined || conversation === 'forged' ? undefined : owner.workspace;
    }
  }
  return (await directory.find(everywhereKeys.address(normal)))?.workspace;
}
