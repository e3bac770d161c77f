import type { BlobStore } from './blob-store.ts';

/** Files in memory, gone with the process: for tests and demos. */
export function createMemoryBlobStore(): BlobStore {
  const blobs = new Map<string, readonly Uint8Array[]>();
  return {
    async put(id, bytes) {
      const chunks: Uint8Array[] = [];
      for await (const chunk of bytes) chunks.push(chunk.slice());
      blobs.set(id, chunks);
      return chunks.reduce((size, chunk) => size + chunk.length, 0);
    },
    async get(id) {
      const chunks = blobs.get(id);
      return chunks && iterate(chunks);
    },
    async delete(id) {
      blobs.delete(id);
    },
  };
}

async function* iterate(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield chunk.slice();
}
