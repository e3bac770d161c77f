import { StorageError } from '@deskkit/core';

/** The disk's own troubles become `unavailable` with what to do; every other error stays as it is. */
export function asDiskError(error: unknown): unknown {
  const code = codeOf(error);
  const advice = code === undefined ? undefined : advices.get(code);
  if (!(error instanceof Error) || !advice) return error;
  return new StorageError({ code: 'unavailable', detail: `${advice} (${error.message})` }, { cause: error });
}

/** Whether the error says that there is no such file. */
export function isAbsent(error: unknown): boolean {
  return codeOf(error) === 'ENOENT';
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

const advices = new Map([
  ['ENOSPC', 'the disk of the files is full; free some space and try again.'],
  ['EDQUOT', 'the quota for files is used up; raise it or free some space.'],
  ['EACCES', "the files' folder cannot be used; look at its permissions."],
  ['EPERM', "the files' folder cannot be used; look at its permissions."],
  ['EROFS', "the files' folder is on a disk that is mounted read-only; mount it writable."],
  ['ENOENT', "the files' folder is gone; look whether its disk is mounted."],
  ['ENOTDIR', "the files' folder is a file, or lies inside one; name another folder."],
  ['EEXIST', "the files' folder is a file; name another folder."],
  ['EMFILE', 'too many files are open; raise the limit of open files.'],
  ['EIO', 'reading or writing the disk failed; look at the disk.'],
]);
