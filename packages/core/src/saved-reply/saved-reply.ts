import type { Body } from '../message/body.ts';
import { isHandle, normaliseHandle } from '../people/handle.ts';
import type { SavedReplyId } from '../shared/id.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { type NameInvalid, readName } from '../workspace/name.ts';

/** Words to answer with again and again; its body may hold variables (see `fillIn`). */
export interface SavedReply {
  readonly id: SavedReplyId;
  readonly version: number;
  readonly name: string;
  /** What is typed after `/`; unique in the workspace. Formed like a handle. */
  readonly shortcut: string | null;
  readonly body: Body;
}

/** Saved replies that a workspace has at most. */
export const maxSavedReplies = 500;

type Named = Pick<SavedReply, 'name' | 'shortcut'>;
export type SavedReplyRefusal = NameInvalid | { readonly code: 'shortcut-invalid'; readonly path: 'shortcut' };

/** The unique key of a shortcut. */
export function shortcutKey(shortcut: string): string {
  return `shortcut/${normaliseHandle(shortcut)}`;
}

/** What somebody wants a saved reply to be called, as it is kept. */
export function readSavedReplyNames(given: Named): Result<Named, SavedReplyRefusal> {
  const name = readName(given.name);
  if (name === undefined) return refuse({ code: 'name-invalid', path: 'name' });
  const shortcut = given.shortcut === null ? null : normaliseHandle(given.shortcut);
  return shortcut === null || isHandle(shortcut)
    ? ok({ name, shortcut })
    : refuse({ code: 'shortcut-invalid', path: 'shortcut' });
}
