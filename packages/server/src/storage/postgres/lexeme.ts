import { createHash } from 'node:crypto';
import type { Term, WorkspaceId } from '@deskkit/core';
import { searchToken } from '../search-token.ts';

/**
 * Messages are indexed in windows of so many bits of their seq, and each lexeme begins with its window: the newest
 * hits of the commonest word are found without looking at older ones.
 */
export const windowBits = 13;

/**
 * What every lexeme of a workspace begins with; behind it comes the window in hexadecimal, a dot, and the word. Two
 * workspaces may have the same: hits are tested for theirs.
 */
export function lexemePrefix(workspace: WorkspaceId): string {
  return createHash('sha256').update(workspace).digest('hex').slice(0, 5);
}

/** Stands for the window in a pattern, and in no word. */
export const anyWindow = '~';

/** The query for all of `terms`, with `anyWindow` in place of the window. */
export function patternOf(workspace: WorkspaceId, terms: readonly Term[]): string {
  const before = `${lexemePrefix(workspace)}${anyWindow}.`;
  return terms.map(({ word, prefix }) => `'${before}${searchToken(word)}'${prefix ? ':*' : ''}`).join(' & ');
}
