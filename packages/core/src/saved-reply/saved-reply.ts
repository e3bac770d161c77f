import type { Body } from '../message/body.ts';
import type { SavedReplyId } from '../shared/id.ts';

/** Words to answer with again and again; its body may hold variables (see `fillIn`). */
export interface SavedReply {
  readonly id: SavedReplyId;
  readonly version: number;
  readonly name: string;
  /** What is typed after `/`; unique in the workspace. */
  readonly shortcut: string | null;
  readonly body: Body;
}
