import { normaliseAddress } from '../people/identity.ts';

/** A mail address as it is kept and compared; `undefined` for what no mail can be sent to. */
export function readAddress(text: string): string | undefined {
  const address = normaliseAddress(text);
  return address.length <= 254 && form.test(address) && !unreadable.test(address) ? address : undefined;
}

/** Local parts in quotes and domains as numbers are left out: nobody has such an address. */
const form =
  /^[^\s@<>()[\]\\,;:"]{1,64}@(?:[^\s@<>()[\]\\,;:"._-](?:[^\s@<>()[\]\\,;:"._]*[^\s@<>()[\]\\,;:"._-])?\.)*[^\s@<>()[\]\\,;:"._-]{1,63}$/u;

const unreadable = /[\p{Cc}\p{Cs}]/u;

/** What the desk makes itself on its mail domain, for every conversation one. */
export function isReplyAddress(address: string): boolean {
  return address.startsWith('reply+');
}

export type AddressInvalid = { readonly code: 'address-invalid'; readonly path: 'address' };
