import type { TagId } from '../shared/id.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { readColour } from '../workspace/colour.ts';
import { type NameInvalid, readName } from '../workspace/name.ts';

/** A word to sort conversations by. Its name is unique in the workspace, whatever its case. */
export interface Tag {
  readonly id: TagId;
  readonly version: number;
  readonly name: string;
  /** `#rrggbb`. */
  readonly colour: string;
}

/** Tags that one conversation has at most. */
export const maxTags = 20;

/** Tags that a workspace has at most. */
export const maxTagsOfWorkspace = 500;

export type TagRefusal = NameInvalid | { readonly code: 'colour-invalid'; readonly path: 'colour' };

/** The unique key of a tag's name. */
export function tagKey(name: string): string {
  return `tag/${name.normalize('NFKC').trim().toLowerCase()}`;
}

/** What somebody wants a tag to be, as it is kept. */
export function readTag(given: Pick<Tag, 'name' | 'colour'>): Result<Pick<Tag, 'name' | 'colour'>, TagRefusal> {
  const name = readName(given.name, 60);
  if (name === undefined) return refuse({ code: 'name-invalid', path: 'name' });
  const colour = readColour(given.colour);
  return colour === undefined ? refuse({ code: 'colour-invalid', path: 'colour' }) : ok({ name, colour });
}
