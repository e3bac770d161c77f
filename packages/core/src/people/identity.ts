/**
 * One way to know a contact. `proven` when the host signed it or the mail authenticated, and then unique in its
 * workspace; `claimed` when somebody merely said so.
 */
export interface Identity {
  readonly kind: 'email' | 'host';
  /** An address as `normaliseAddress` gives it, or the host's own id of its user. */
  readonly value: string;
  readonly proof: 'proven' | 'claimed';
}

/** An email address as it is compared: trimmed, in lower case, in Unicode's composed form. */
export function normaliseAddress(address: string): string {
  return address.trim().normalize('NFC').toLowerCase();
}
