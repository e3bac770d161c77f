import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { toBase32 } from './base32.ts';

/** What a signature is for: one made for a purpose is worth nothing for another. */
type Purpose = 'reply-address' | 'message-id' | 'thread-id';

/** How long a signature is: the key's id and 80 bits of HMAC-SHA256, in lower-case base32. */
export const signatureLength = 17;

/** Signs what goes out in addresses and ids, and knows its own signatures again. */
export interface Signer {
  /** The same parts give the same signature. */
  sign(purpose: Purpose, ...parts: readonly string[]): string;
  /** Takes equally long for every signature of the right length. */
  isValid(signature: string, purpose: Purpose, ...parts: readonly string[]): boolean;
}

/**
 * Signs with the first secret and accepts the signatures of all: put a new one in front to change it. The first
 * character of a signature says by which it was made.
 */
export function createSigner(secrets: readonly [string, ...string[]]): Signer {
  for (const secret of secrets) {
    if (secret.length < 16)
      throw new Error('The secret for mail addresses needs at least 16 characters; set a longer one.');
  }
  const [newest, ...older] = secrets.map(createKey) as [Key, ...Key[]];

  return {
    sign: (purpose, ...parts) => newest.sign(purpose, parts),
    isValid: (signature, purpose, ...parts) =>
      [newest, ...older].some((key) => signature.startsWith(key.id) && isEqual(signature, key.sign(purpose, parts))),
  };
}

interface Key {
  readonly id: string;
  sign(purpose: Purpose, parts: readonly string[]): string;
}

function createKey(secret: string): Key {
  const derive = (label: string) => Buffer.from(hkdfSync('sha256', secret, '', `deskkit/email/${label}`, 32));
  const id = toBase32(derive('key-id')).charAt(0);
  const keys = {
    'reply-address': derive('reply-address'),
    'message-id': derive('message-id'),
    'thread-id': derive('thread-id'),
  } satisfies Record<Purpose, Buffer>;
  return {
    id,
    sign: (purpose, parts) => {
      const mac = createHmac('sha256', keys[purpose]).update(parts.join('\0')).digest();
      return id + toBase32(mac.subarray(0, 10));
    },
  };
}

function isEqual(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
