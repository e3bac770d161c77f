import { can } from '../access/can.ts';
import type { Actor } from '../people/actor.ts';
import {
  maxSavedViews,
  readSavedView,
  type SavedView,
  type SavedViewRefusal,
  type Shown,
} from '../saved-view/saved-view.ts';
import type { SavedViewId } from '../shared/id.ts';
import { ok, type Refused, type Result, refuse } from '../shared/result.ts';
import { type Given, withoutAbsent } from '../workspace/without-absent.ts';
import { type Forbidden, gateOf, type NotFound } from './gate.ts';
import { type AddRefusal, addRow, changeRow, type Keeping, listRows, removeRow } from './keep-row.ts';
import type { Parts } from './parts.ts';
import { meOf } from './read-conversations.ts';

const savedViews: Keeping<'saved-view'> = {
  kind: 'saved-view',
  rowOf: (row) => ({ kind: 'saved-view', row }),
  // Of what is one teammate's own, nobody else hears.
  whatOf: ({ owner }) => (owner === null ? 'saved-views' : null),
};

/** Those that everybody shares, and the actor's own. */
export async function listSavedViews(parts: Parts, actor: Actor): Promise<Result<readonly SavedView[], Forbidden>> {
  const forbidden = gateOf(actor, 'read-words');
  if (forbidden) return forbidden;
  return ok((await listRows(parts, actor, 'saved-view')).filter((view) => isSeen(actor, view)));
}

export interface NewSavedView extends Pick<Shown, 'name' | 'folder'>, Given<Omit<Shown, 'name' | 'folder'>> {
  readonly id?: SavedViewId | undefined;
  /** Everybody's, or the actor's own. */
  readonly shared: boolean;
}

export async function addSavedView(
  parts: Parts,
  actor: Actor,
  { id = parts.newId('saved-view'), shared, name, folder, ...filters }: NewSavedView,
): Promise<Result<SavedView, Forbidden | SavedViewRefusal | AddRefusal>> {
  const forbidden = gateOf(actor, shared ? 'change-words' : 'keep-personal-things');
  if (forbidden) return forbidden;
  const owner = shared ? null : meOf(actor);
  if (!shared && owner === null) return refuse({ code: 'forbidden' });
  const read = readSavedView({
    status: null,
    channel: null,
    tag: null,
    sort: 'newest',
    ...withoutAbsent(filters),
    name,
    folder,
  });
  if (!read.ok) return read;
  return addRow(
    parts,
    actor,
    savedViews,
    { id, version: 1, owner, ...read.value },
    { limit: maxSavedViews[shared ? 'shared' : 'own'], isLike: (other) => other.owner === owner },
  );
}

export async function changeSavedView(
  parts: Parts,
  actor: Actor,
  { savedView, ...given }: { readonly savedView: SavedViewId } & Given<Shown>,
): Promise<Result<SavedView, NotFound | Forbidden | SavedViewRefusal>> {
  return changeRow(
    parts,
    actor,
    savedViews,
    savedView,
    (before): Result<SavedView, NotFound | Forbidden | SavedViewRefusal> => {
      const refused = refuseChange(actor, before);
      if (refused) return refused;
      const { id, version, owner, ...shown } = before;
      const read = readSavedView({ ...shown, ...withoutAbsent(given) });
      return read.ok ? ok({ id, version, owner, ...read.value }) : read;
    },
  );
}

export async function deleteSavedView(
  parts: Parts,
  actor: Actor,
  savedView: SavedViewId,
): Promise<Result<SavedView, NotFound | Forbidden>> {
  return removeRow(parts, actor, savedViews, savedView, (before) => refuseChange(actor, before));
}

/** What is somebody else's own is not there, for admins neither. */
function refuseChange(actor: Actor, view: SavedView): Refused<NotFound | Forbidden> | undefined {
  if (view.owner !== null) return isSeen(actor, view) ? undefined : refuse({ code: 'not-found' });
  if (can(actor, 'change-words')) return undefined;
  return refuse({ code: can(actor, 'read-words') ? 'forbidden' : 'not-found' });
}

function isSeen(actor: Actor, { owner }: SavedView): boolean {
  return owner === null || owner === meOf(actor);
}
