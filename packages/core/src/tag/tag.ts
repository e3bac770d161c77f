import type { TagId } from '../shared/id.ts';

/** A word to sort conversations by. Its name is unique in the workspace, whatever its case. */
export interface Tag {
  readonly id: TagId;
  readonly version: number;
  readonly name: string;
  /** `#rrggbb`. */
  readonly colour: string;
}

export const maxTags = 20;

/** The unique key of a tag's name. */
export function tagKey(name: string): string {
  return `tag/${name.normalize('NFKC').trim().toLowerCase()}`;
}
