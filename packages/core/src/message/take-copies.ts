import { normaliseAddress } from '../people/identity.ts';
import { ok, type Result, refuse } from '../shared/result.ts';

/** Further addresses that one reply may go to: so many in `cc` and as many in `bcc`. */
export const maxCopies = 20;

export interface AddressInvalid {
  readonly code: 'address-invalid';
  /** `cc.0`, or `cc` where there are too many. */
  readonly path: string;
}

/** Addresses as they are kept, each once; refused is what cannot be one, or is `ours`. */
export function takeCopies(
  given: readonly string[],
  key: 'cc' | 'bcc',
  isOurs: (address: string) => boolean = () => false,
): Result<readonly string[], AddressInvalid> {
  const addresses = given.map(normaliseAddress);
  const wrong = addresses.findIndex((address) => !isAddress(address) || isOurs(address));
  if (wrong >= 0) return refuse({ code: 'address-invalid', path: `${key}.${wrong}` });
  const unique = [...new Set(addresses)];
  return unique.length > maxCopies ? refuse({ code: 'address-invalid', path: key }) : ok(unique);
}

// What a mail server takes, and nothing that a header or an envelope could be broken with.
const form =
  /^[^\s@<>()[\]\\,;:"\p{Cc}\p{Cf}]{1,64}@[^\s@<>()[\]\\,;:"\p{Cc}\p{Cf}.]+(?:\.[^\s@<>()[\]\\,;:"\p{Cc}\p{Cf}.]+)+$/u;

function isAddress(address: string): boolean {
  return address.length <= 320 && form.test(address);
}
