import type { Actor } from '../people/actor.ts';
import type { TagId } from '../shared/id.ts';
import { ok, type Result } from '../shared/result.ts';
import { maxTagsOfWorkspace, readTag, type Tag, type TagRefusal, tagKey } from '../tag/tag.ts';
import { type Forbidden, gateOf, type NotFound } from './gate.ts';
import { type AddRefusal, addRow, changeRow, type Keeping, listRows, removeRow } from './keep-row.ts';
import type { Parts } from './parts.ts';

type Taken = { readonly code: 'tag-taken'; readonly path: 'name' };

const tags: Keeping<'tag', Taken> = {
  kind: 'tag',
  rowOf: (row) => ({ kind: 'tag', row }),
  keysOf: ({ name }) => [{ within: 'workspace', key: tagKey(name) }],
  taken: { code: 'tag-taken', path: 'name' },
  whatOf: () => 'tags',
};

const plainColour = '#6b7280';

export async function listTags(parts: Parts, actor: Actor): Promise<Result<readonly Tag[], Forbidden>> {
  return gateOf(actor, 'read-words') ?? ok(await listRows(parts, actor, 'tag'));
}

export async function addTag(
  parts: Parts,
  actor: Actor,
  given: { readonly id?: TagId | undefined; readonly name: string; readonly colour?: string | undefined },
): Promise<Result<Tag, Forbidden | TagRefusal | AddRefusal | Taken>> {
  const forbidden = gateOf(actor, 'change-words');
  if (forbidden) return forbidden;
  const read = readTag({ name: given.name, colour: given.colour ?? plainColour });
  if (!read.ok) return read;
  const tag: Tag = { id: given.id ?? parts.newId('tag'), version: 1, ...read.value };
  return addRow(parts, actor, tags, tag, { limit: maxTagsOfWorkspace });
}

export async function changeTag(
  parts: Parts,
  actor: Actor,
  {
    tag,
    name,
    colour,
  }: { readonly tag: TagId; readonly name?: string | undefined; readonly colour?: string | undefined },
): Promise<Result<Tag, NotFound | Forbidden | TagRefusal | Taken>> {
  const forbidden = gateOf(actor, 'change-words');
  if (forbidden) return forbidden;
  return changeRow(parts, actor, tags, tag, (before) => {
    const read = readTag({ name: name ?? before.name, colour: colour ?? before.colour });
    return read.ok ? ok({ ...before, ...read.value }) : read;
  });
}

/** Conversations keep the id of a tag that is gone; whoever shows them leaves it out. */
export async function deleteTag(
  parts: Parts,
  actor: Actor,
  tag: TagId,
): Promise<Result<Tag, NotFound | Forbidden | Taken>> {
  return gateOf(actor, 'change-words') ?? removeRow(parts, actor, tags, tag);
}
