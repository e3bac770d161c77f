import { createHash } from 'node:crypto';

const longest = 500;
const hashed = 'sha256:';
const unstorable = /\0|\p{Surrogate}/u;

/**
 * A key as its column holds it: the key itself, or its hash where Postgres could not hold or index it (U+0000, half of
 * a surrogate pair, very long). Equal keys stay equal, and different ones different.
 */
export function storedKey(key: string): string {
  if (key.length <= longest && !key.startsWith(hashed) && !unstorable.test(key)) return key;
  return hashed + createHash('sha256').update(key, 'utf16le').digest('hex');
}
