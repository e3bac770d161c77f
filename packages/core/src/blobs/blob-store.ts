/** Files under random ids. Streams are iterables of chunks. */
export interface BlobStore {
  /** Keeps the bytes durably before it answers with their number; a stream that breaks off leaves nothing. */
  put(id: string, bytes: AsyncIterable<Uint8Array>): Promise<number>;
  /** `undefined` when there is none. */
  get(id: string): Promise<AsyncIterable<Uint8Array> | undefined>;
  /** What is not there is no error. */
  delete(id: string): Promise<void>;
}
