export interface KeptBeginning {
  /** The same bytes, to be read once. */
  readonly bytes: AsyncIterable<Uint8Array>;
  /** The first of those that have passed by. */
  read(): Uint8Array;
}

/** Keeps the first `length` bytes aside while all of them pass by. */
export function keepBeginning(bytes: AsyncIterable<Uint8Array>, length: number): KeptBeginning {
  const kept: Uint8Array[] = [];
  let seen = 0;
  async function* passing() {
    for await (const chunk of bytes) {
      if (seen < length) kept.push(chunk.subarray(0, length - seen));
      seen += chunk.length;
      yield chunk;
    }
  }
  return { bytes: passing(), read: () => Buffer.concat(kept) };
}
