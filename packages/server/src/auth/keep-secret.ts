import { randomBytes, randomUUID } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The secret that lies in `folder`; the first call makes it. Only the owner of the process may read the file. */
export async function keepSecret(folder: string): Promise<string> {
  const file = join(folder, 'secret');
  const kept = await read(file);
  if (kept !== undefined) return kept;
  const unfinished = `${file}.${randomUUID()}`;
  try {
    await writeFile(unfinished, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true });
    // Of two processes that start at once, one wins and the other reads what that one wrote.
    await link(unfinished, file).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error;
    });
  } finally {
    await rm(unfinished, { force: true });
  }
  return (await read(file)) ?? Promise.reject(new Error(`The file ${file} was made and is gone again.`));
}

async function read(file: string): Promise<string | undefined> {
  try {
    const secret = (await readFile(file, 'utf8')).trim();
    if (secret.length >= 32) return secret;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  throw new Error(`The secret in ${file} is shorter than 32 characters: restore the file from a copy.`);
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
