import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the files of one mail are kept while it is read. */
export interface FilePlace {
  /** Made when the first file needs it. */
  readonly folder: string;
  /** How many bytes of all files may still lie in memory. */
  memory: number;
}

const largestInMemory = 262_144;

/** Keeps bytes in memory when they are few, else in a file that is named by `id`. */
export async function keepFile(
  bytes: AsyncIterable<Uint8Array>,
  id: string,
  place: FilePlace,
): Promise<{ readonly size: number; readonly bytes: Uint8Array<ArrayBuffer> | { readonly path: string } }> {
  const limit = Math.min(largestInMemory, place.memory);
  const held: Uint8Array[] = [];
  let size = 0;
  let file: Awaited<ReturnType<typeof open>> | undefined;
  const path = join(place.folder, id);
  try {
    for await (const chunk of bytes) {
      size += chunk.length;
      if (!file && size > limit) {
        await mkdir(place.folder, { recursive: true, mode: 0o700 });
        file = await open(path, 'wx', 0o600);
        for (const each of held.splice(0)) await file.write(each);
      }
      if (file) await file.write(chunk);
      else held.push(chunk);
    }
  } finally {
    await file?.close();
  }
  if (file) return { size, bytes: { path } };
  place.memory -= size;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const each of held) {
    whole.set(each, at);
    at += each.length;
  }
  return { size, bytes: whole };
}
