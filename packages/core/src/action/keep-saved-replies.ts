import type { Body } from '../message/body.ts';
import type { Actor } from '../people/actor.ts';
import {
  maxSavedReplies,
  readSavedReplyNames,
  type SavedReply,
  type SavedReplyRefusal,
  shortcutKey,
} from '../saved-reply/saved-reply.ts';
import type { SavedReplyId } from '../shared/id.ts';
import { ok, type Result } from '../shared/result.ts';
import type { Given } from '../workspace/without-absent.ts';
import { type Forbidden, gateOf, type NotFound } from './gate.ts';
import { type AddRefusal, addRow, changeRow, type Keeping, listRows, removeRow } from './keep-row.ts';
import type { Parts } from './parts.ts';
import { type BodyRefusal, refuseBody } from './refuse-body.ts';

type Taken = { readonly code: 'shortcut-taken'; readonly path: 'shortcut' };
type Refused = Forbidden | SavedReplyRefusal | BodyRefusal | Taken;

const savedReplies: Keeping<'saved-reply', Taken> = {
  kind: 'saved-reply',
  rowOf: (row) => ({ kind: 'saved-reply', row }),
  keysOf: ({ shortcut }) => (shortcut === null ? [] : [{ within: 'workspace', key: shortcutKey(shortcut) }]),
  taken: { code: 'shortcut-taken', path: 'shortcut' },
  whatOf: () => 'saved-replies',
};

export async function listSavedReplies(parts: Parts, actor: Actor): Promise<Result<readonly SavedReply[], Forbidden>> {
  return gateOf(actor, 'read-words') ?? ok(await listRows(parts, actor, 'saved-reply'));
}

export interface NewSavedReply {
  readonly id?: SavedReplyId | undefined;
  readonly name: string;
  readonly shortcut?: string | null | undefined;
  readonly body: Body;
}

export async function addSavedReply(
  parts: Parts,
  actor: Actor,
  { id = parts.newId('saved-reply'), name, shortcut = null, body }: NewSavedReply,
): Promise<Result<SavedReply, Refused | AddRefusal>> {
  const forbidden = gateOf(actor, 'change-words');
  if (forbidden) return forbidden;
  const read = readSavedReply({ name, shortcut, body });
  if (!read.ok) return read;
  return addRow(parts, actor, savedReplies, { id, version: 1, ...read.value }, { limit: maxSavedReplies });
}

export async function changeSavedReply(
  parts: Parts,
  actor: Actor,
  given: { readonly savedReply: SavedReplyId } & Given<Content>,
): Promise<Result<SavedReply, NotFound | Refused>> {
  const forbidden = gateOf(actor, 'change-words');
  if (forbidden) return forbidden;
  return changeRow(parts, actor, savedReplies, given.savedReply, (before) => {
    const { name = before.name, shortcut = before.shortcut, body = before.body } = given;
    const read = readSavedReply({ name, shortcut, body });
    return read.ok ? ok({ ...before, ...read.value }) : read;
  });
}

export async function deleteSavedReply(
  parts: Parts,
  actor: Actor,
  savedReply: SavedReplyId,
): Promise<Result<SavedReply, NotFound | Forbidden | Taken>> {
  return gateOf(actor, 'change-words') ?? removeRow(parts, actor, savedReplies, savedReply);
}

type Content = Pick<SavedReply, 'name' | 'shortcut' | 'body'>;

function readSavedReply({ body, ...names }: Content): Result<Content, SavedReplyRefusal | BodyRefusal> {
  const read = readSavedReplyNames(names);
  if (!read.ok) return read;
  return refuseBody(body, []) ?? ok({ ...read.value, body });
}
