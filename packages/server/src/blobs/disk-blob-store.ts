import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BlobStore } from '@deskkit/core';
import { asDiskError, isAbsent } from './disk-error.ts';

const day = 86_400_000;

/**
 * Keeps each blob as a file of its own in `folder`, which is made where it is missing. What `put` has answered for
 * outlives a power cut. Rejects with `unavailable` and what to do when the disk is full or cannot be written.
 */
export async function openDiskBlobStore(folder: string): Promise<BlobStore> {
  const incoming = join(folder, 'incoming');
  try {
    await mkdir(incoming, { recursive: true });
    await removeAbandoned(incoming);
  } catch (error) {
    throw asDiskError(error);
  }

  const lasting = new Set<string>();

  return {
    async put(id, bytes) {
      const target = fileOf(folder, id);
      const unfinished = join(incoming, randomUUID());
      try {
        const size = await write(unfinished, bytes);
        await mkdir(dirname(target), { recursive: true });
        await rename(unfinished, target);
        await sync(dirname(target));
        // A file's name is kept by its folder, and a new folder's name by the one above.
        if (!lasting.has(dirname(target))) {
          await sync(dirname(dirname(target)));
          await sync(folder);
          lasting.add(dirname(target));
        }
        return size;
      } catch (error) {
        await rm(unfinished, { force: true }).catch(() => undefined);
        throw asDiskError(error);
      }
    },
    async get(id) {
      const file = fileOf(folder, id);
      try {
        await stat(file);
      } catch (error) {
        if (isAbsent(error)) return undefined;
        throw asDiskError(error);
      }
      return read(file);
    },
    async delete(id) {
      try {
        await rm(fileOf(folder, id), { force: true });
      } catch (error) {
        throw asDiskError(error);
      }
    },
  };
}

/** Two levels of folders by the end of the id, which is random; its beginning is the time. */
function fileOf(folder: string, id: string): string {
  if (!/^[a-z]+_[0-9a-f-]{4,64}$/.test(id)) throw new Error(`${JSON.stringify(id)} is not the id of a blob.`);
  return join(folder, id.slice(-2), id.slice(-4, -2), id);
}

async function write(file: string, bytes: AsyncIterable<Uint8Array>): Promise<number> {
  let size = 0;
  async function* counted() {
    for await (const chunk of bytes) {
      size += chunk.byteLength;
      yield chunk;
    }
  }
  const handle = await open(file, 'wx', 0o600);
  try {
    await writeFile(handle, counted());
    await handle.sync();
  } finally {
    await handle.close();
  }
  return size;
}

/** Opens the file when the reading begins, so that a stream that nobody reads holds nothing open. */
async function* read(file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(file);
  } catch (error) {
    throw asDiskError(error);
  }
}

async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Removes what a killed process left; a file younger than a day may be another process's, under way. */
async function removeAbandoned(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const file = join(incoming, name);
    const found = await stat(file).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > day) await rm(file, { force: true });
  }
}
