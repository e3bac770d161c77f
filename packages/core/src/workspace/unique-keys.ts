import { normaliseAddress } from '../people/identity.ts';

/** Keys claimed everywhere, by which the directory finds a workspace or a key. */
export const everywhereKeys = {
  address: (address: string) => `address/${normaliseAddress(address)}`,
  mailDomain: (domain: string) => `mail-domain/${domain.toLowerCase()}`,
  widget: (key: string) => `widget/${key}`,
  /** By the SHA-256 of the key in hexadecimal: the key itself is kept nowhere. */
  apiKey: (hash: string) => `api-key/${hash}`,
};
