import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BlobStore, isStorageError, newId } from '@deskkit/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDiskBlobStore } from './disk-blob-store.ts';

describe('disk blob store', () => {
  let folder: string;
  let blobs: BlobStore;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'deskkit-blobs-'));
    blobs = await openDiskBlobStore(folder);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function files(): Promise<readonly string[]> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  }

  it('gives back what it was given, also after it was opened anew', async () => {
    const id = newId('attachment');
    expect(await blobs.put(id, chunks('one, ', 'two'))).toBe(8);
    expect(await read(blobs, id)).toBe('one, two');
    expect(await read(await openDiskBlobStore(folder), id)).toBe('one, two');
    expect(await files()).toEqual([id]);
  });

  it('keeps an empty file', async () => {
    const id = newId('attachment');
    expect(await blobs.put(id, chunks())).toBe(0);
    expect(await read(blobs, id)).toBe('');
  });

  it('has nothing under an id that nobody put', async () => {
    expect(await blobs.get(newId('attachment'))).toBeUndefined();
  });

  it('deletes, and finds nothing wrong in deleting again', async () => {
    const id = newId('attachment');
    await blobs.put(id, chunks('x'));
    await blobs.delete(id);
    await blobs.delete(id);
    expect(await blobs.get(id)).toBeUndefined();
    expect(await files()).toEqual([]);
  });

  it('leaves nothing of a stream that breaks off, and passes its error on', async () => {
    async function* broken() {
      yield Buffer.from('half');
      throw new Error('The line went dead.');
    }
    const id = newId('attachment');
    await expect(blobs.put(id, broken())).rejects.toThrow('The line went dead.');
    expect(await blobs.get(id)).toBeUndefined();
    expect(await files()).toEqual([]);
  });

  it('keeps the file that was there when its replacement breaks off', async () => {
    async function* broken() {
      yield Buffer.from('half');
      throw new Error('The line went dead.');
    }
    const id = newId('attachment');
    await blobs.put(id, chunks('whole'));
    await expect(blobs.put(id, broken())).rejects.toThrow();
    expect(await read(blobs, id)).toBe('whole');
  });

  it.each(['', '../../etc/passwd', 'att_../x', 'att_0123/4567', 'ATT_01234567', 'att_01234567\n', 'att_\u0000abcd'])(
    'refuses %j as an id',
    async (id) => {
      await expect(blobs.put(id, chunks('x'))).rejects.toThrow('is not the id of a blob');
      await expect(blobs.get(id)).rejects.toThrow('is not the id of a blob');
      await expect(blobs.delete(id)).rejects.toThrow('is not the id of a blob');
      expect(await files()).toEqual([]);
    },
  );

  it('takes many at once', async () => {
    const ids = Array.from({ length: 50 }, () => newId('attachment'));
    await Promise.all(ids.map((id) => blobs.put(id, chunks(id))));
    expect(await Promise.all(ids.map((id) => read(blobs, id)))).toEqual(ids);
  });

  it('says what to do when the folder is a file or is gone', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    await expect(openDiskBlobStore(file)).rejects.toSatisfy(isUnavailable);
    await rm(folder, { recursive: true });
    await expect(blobs.put(newId('attachment'), chunks('x'))).rejects.toSatisfy(isUnavailable);
  });

  it('has nothing of a file whose process was killed, and clears it away a day later', async () => {
    const id = newId('attachment');
    const child = spawn(process.execPath, ['--conditions=@deskkit/source', '--import', 'tsx', '--input-type=module'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    child.stdin.end(`
      import { openDiskBlobStore } from ${JSON.stringify(new URL('./disk-blob-store.ts', import.meta.url).href)};
      const blobs = await openDiskBlobStore(${JSON.stringify(folder)});
      await blobs.put(${JSON.stringify(id)}, (async function* () {
        yield Buffer.alloc(100_000);
        yield Buffer.alloc(100_000);
        process.stdout.write('halfway');
        await new Promise((resolve) => setTimeout(resolve, 60_000));
      })());
    `);
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const [left = ''] = await files();
    expect(left).not.toBe('');
    expect(await (await openDiskBlobStore(folder)).get(id)).toBeUndefined();
    expect(await files()).toEqual([left]);
    const { atimeMs, mtimeMs } = await stat(join(folder, 'incoming', left));
    await utimes(join(folder, 'incoming', left), atimeMs / 1000, mtimeMs / 1000 - 90_000);
    await openDiskBlobStore(folder);
    expect(await files()).toEqual([]);
  });
});

function isUnavailable(error: unknown): boolean {
  return isStorageError(error) && error.code === 'unavailable' && error.message.includes('; ');
}

async function* chunks(...texts: readonly string[]) {
  for (const text of texts) yield Buffer.from(text);
}

async function read(blobs: BlobStore, id: string): Promise<string> {
  const found = [];
  for await (const chunk of (await blobs.get(id)) ?? []) found.push(chunk);
  return Buffer.concat(found).toString();
}
