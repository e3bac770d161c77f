import { isStorageError } from '@deskkit/core';
import { describe, expect, it } from 'vitest';
import { asDiskError, isAbsent } from './disk-error.ts';

const errorOf = (code: string) => Object.assign(new Error(`${code}: the system's words`), { code });

describe('errors of the disk', () => {
  it.each([
    ['ENOSPC', 'free some space'],
    ['EACCES', 'permissions'],
    ['EROFS', 'mount it writable'],
    ['EIO', 'look at the disk'],
  ])('say what to do about %s, and that it may pass', (code, advice) => {
    const cause = errorOf(code);
    const error = asDiskError(cause);
    expect(isStorageError(error) && error.retryable).toBe(true);
    expect(error).toMatchObject({ code: 'unavailable', cause, message: expect.stringContaining(advice) });
    expect(error).toMatchObject({ message: expect.stringContaining("the system's words") });
  });

  it('leave every other error as it is', () => {
    for (const error of [errorOf('ECONNRESET'), new Error('x'), 'text', undefined]) {
      expect(asDiskError(error)).toBe(error);
    }
  });

  it('know the one that says there is no such file', () => {
    expect(isAbsent(errorOf('ENOENT'))).toBe(true);
    expect(isAbsent(errorOf('EACCES'))).toBe(false);
  });
});
