import type { AttachmentId, BlobStore, NewId } from '@deskkit/core';

/** Files that were stored for a mail which nobody has kept yet: they go again together. */
export interface KeptBlobs {
  put(bytes: AsyncIterable<Uint8Array>): Promise<{ readonly id: AttachmentId; readonly size: number }>;
  get(id: AttachmentId): Promise<AsyncIterable<Uint8Array>>;
  /** Deletes all that were put. */
  discard(): Promise<void>;
}

export function createKeptBlobs(blobs: BlobStore, newId: NewId): KeptBlobs {
  const kept: AttachmentId[] = [];
  return {
    async put(bytes) {
      const id = newId('attachment');
      const size = await blobs.put(id, bytes);
      kept.push(id);
      return { id, size };
    },
    async get(id) {
      const bytes = await blobs.get(id);
      if (!bytes) throw new Error(`The file ${id} was stored and is gone; look at the folder of the files.`);
      return bytes;
    },
    async discard() {
      for (const id of kept.splice(0)) await blobs.delete(id);
    },
  };
}
