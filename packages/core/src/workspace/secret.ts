/** Makes secrets of so many random bytes; passed in, so that tests can foresee them. */
export type NewSecret = (length: number) => Uint8Array;

/** From the platform's own source of randomness (Web Crypto). */
export const newSecret: NewSecret = (length) => crypto.getRandomValues(new Uint8Array(length));

/** RFC 4648, section 4. */
export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** RFC 4648, section 5, without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
