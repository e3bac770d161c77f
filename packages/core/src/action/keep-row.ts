import { type Actor, refOf } from '../people/actor.ts';
import { ok, type Refusal, type Refused, type Result, refuse } from '../shared/result.ts';
import { type Change, type Claim, emptyChange } from '../storage/change.ts';
import type { Row, RowKind, RowOf } from '../storage/row.ts';
import { isStorageError } from '../storage/storage-error.ts';
import { workspaceEvents } from './build-change.ts';
import { commit } from './commit.ts';
import type { NotFound } from './gate.ts';
import type { Parts } from './parts.ts';
import { retrying } from './retrying.ts';
import { sameContent } from './same-content.ts';

type Key = Pick<Claim, 'within' | 'key'>;

/** How the rows of one kind are kept, of which a workspace has hundreds at most. */
export interface Keeping<Kind extends RowKind, Taken extends Refusal = never> {
  readonly kind: Kind;
  readonly rowOf: (row: RowOf[Kind]) => Row;
  /** What one row at most may hold. */
  readonly keysOf?: (row: RowOf[Kind]) => readonly Key[];
  /** The refusal when another row holds a key. */
  readonly taken?: Taken;
  /** What `settings-changed` says that changed; `null`: the log hears nothing of this row. */
  readonly whatOf: (row: RowOf[Kind]) => string | null;
}

export type AddRefusal =
  | { readonly code: 'id-taken'; readonly path: 'id' }
  | { readonly code: 'limit-reached'; readonly limit: number };

/** Adds a row where fewer than `limit` are like it. The same id with the same content gives what is there. */
export function addRow<Kind extends RowKind, Taken extends Refusal>(
  parts: Parts,
  actor: Actor,
  keeping: Keeping<Kind, Taken>,
  row: RowOf[Kind],
  { limit, isLike = () => true }: { readonly limit: number; readonly isLike?: (other: RowOf[Kind]) => boolean },
): Promise<Result<RowOf[Kind], AddRefusal | Taken>> {
  return retrying(async () => {
    const { kind } = keeping;
    const [there] = await parts.storage.find(actor.workspace, kind, [row.id]);
    if (there) return isSameAs(row, there) ? ok(there) : refuse({ code: 'id-taken', path: 'id' });
    const like = (await listRows(parts, actor, kind)).filter(isLike);
    if (like.length >= limit) return refuse({ code: 'limit-reached', limit });
    return writeNewRow(parts, actor, keeping, row);
  });
}

/** Writes a row that was not there a moment ago; rejects when it is by now. */
export function writeNewRow<Kind extends RowKind, Taken extends Refusal>(
  parts: Parts,
  actor: Actor,
  keeping: Keeping<Kind, Taken>,
  row: RowOf[Kind],
): Promise<Result<RowOf[Kind], Taken>> {
  return write(parts, actor, keeping, row, {
    expect: [{ kind: keeping.kind, id: row.id, version: 'absent' }],
    put: [keeping.rowOf(row)],
    ...keys(keeping, undefined, row),
  });
}

/** Loads, lets `alter` decide, and commits what is different; again when somebody was faster. */
export function changeRow<Kind extends RowKind, Taken extends Refusal, R extends Refusal>(
  parts: Parts,
  actor: Actor,
  keeping: Keeping<Kind, Taken>,
  id: string,
  alter: (row: RowOf[Kind]) => Result<RowOf[Kind], R>,
): Promise<Result<RowOf[Kind], NotFound | Taken | R>> {
  return retrying(async () => {
    const { kind } = keeping;
    const [before] = await parts.storage.find(actor.workspace, kind, [id]);
    if (!before) return refuse({ code: 'not-found' });
    const altered = alter(before);
    if (!altered.ok) return altered;
    if (sameContent(before, altered.value)) return ok(before);
    const after = { ...altered.value, version: before.version + 1 };
    return write(parts, actor, keeping, after, {
      expect: [{ kind, id, version: before.version }],
      put: [keeping.rowOf(after)],
      ...keys(keeping, before, after),
    });
  });
}

/** Removes a row, and gives what it was; `refuseTo` may say no. */
export function removeRow<Kind extends RowKind, Taken extends Refusal, R extends Refusal = never>(
  parts: Parts,
  actor: Actor,
  keeping: Keeping<Kind, Taken>,
  id: string,
  refuseTo: (row: RowOf[Kind]) => Refused<R> | undefined = () => undefined,
): Promise<Result<RowOf[Kind], NotFound | Taken | R>> {
  return retrying(async () => {
    const { kind } = keeping;
    const [before] = await parts.storage.find(actor.workspace, kind, [id]);
    if (!before) return refuse({ code: 'not-found' });
    const refused = refuseTo(before);
    if (refused) return refused;
    return write(parts, actor, keeping, before, {
      expect: [{ kind, id, version: before.version }],
      remove: [{ kind, id }],
      ...keys(keeping, before, undefined),
    });
  });
}

/** Every row of a kind, in the order of their ids. */
export async function listRows<Kind extends RowKind>(
  parts: Parts,
  { workspace }: Actor,
  kind: Kind,
): Promise<readonly RowOf[Kind][]> {
  const all: RowOf[Kind][] = [];
  for (;;) {
    const after = all.at(-1)?.id;
    const page = await parts.storage.list(workspace, kind, { ...(after ? { after } : {}), limit: 500 });
    all.push(...page);
    if (page.length < 500) return all;
  }
}

async function write<Kind extends RowKind, Taken extends Refusal>(
  parts: Parts,
  actor: Actor,
  { whatOf, taken }: Keeping<Kind, Taken>,
  row: RowOf[Kind],
  change: Partial<Change>,
): Promise<Result<RowOf[Kind], Taken>> {
  const what = whatOf(row);
  const facts = what === null ? [] : [{ type: 'settings-changed', what } as const];
  const events = workspaceEvents(facts, refOf(actor), parts.clock.now());
  try {
    await commit(parts, { ...emptyChange(actor.workspace), ...change, events });
    return ok(row);
  } catch (error) {
    if (!taken || !isStorageError(error) || error.code !== 'key-taken') throw error;
    return refuse(taken);
  }
}

function keys<Kind extends RowKind>(
  { kind, keysOf = () => [] }: Pick<Keeping<Kind>, 'kind' | 'keysOf'>,
  before: RowOf[Kind] | undefined,
  after: RowOf[Kind] | undefined,
): Pick<Change, 'claim' | 'release'> {
  const [old, now] = [before ? keysOf(before) : [], after ? keysOf(after) : []];
  const without = (all: readonly Key[], gone: readonly Key[]) =>
    all.filter(({ key }) => !gone.some((one) => one.key === key));
  return {
    release: without(old, now),
    claim: after ? without(now, old).map((key) => ({ ...key, kind, id: after.id })) : [],
  };
}

function isSameAs(given: { readonly id: string }, there: { readonly id: string }): boolean {
  const own = { version: 0, createdAt: null };
  return sameContent({ ...given, ...own }, { ...there, ...own });
}
