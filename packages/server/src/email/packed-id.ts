import { fromBase32, toBase32 } from './base32.ts';

/** How long the packed form of every id is. */
export const packedLength = 26;

/** The UUID of an id as 26 characters that mail systems leave alone; without the prefix. */
export function packId(id: string): string {
  return toBase32(Buffer.from(id.slice(id.indexOf('_') + 1).replaceAll('-', ''), 'hex'));
}

/** The UUID that `packId` was given, or `undefined` when it made no such text. */
export function unpackUuid(packed: string): string | undefined {
  const bytes = packed.length === packedLength ? fromBase32(packed) : undefined;
  return (
    bytes &&
    Buffer.from(bytes)
      .toString('hex')
      .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  );
}
