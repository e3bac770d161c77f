import { draftId } from '../draft/draft.ts';
import type { PersonalRow } from '../log/frame.ts';
import type { PersonalFact, WorkspaceEvent } from '../log/log-event.ts';
import { readMarkerId } from '../message/read-marker.ts';
import type { WorkspaceId } from '../shared/id.ts';
import type { Seq } from '../shared/seq.ts';
import type { RowKind } from '../storage/row.ts';
import type { Parts } from './parts.ts';

export type PersonalEvent = Extract<WorkspaceEvent, PersonalFact>;

export function isPersonal(event: WorkspaceEvent): event is PersonalEvent {
  return refOf(event) !== undefined || event.type === 'notifications-changed';
}

/** The rows that personal events are about, by the seq of the event; absent where the row is gone, or there is none. */
export async function joinPersonalRows(
  parts: Parts,
  workspace: WorkspaceId,
  events: readonly PersonalEvent[],
): Promise<ReadonlyMap<Seq, PersonalRow>> {
  const rows = new Map<Seq, PersonalRow>();
  for (const kind of ['notification', 'draft', 'read-marker'] as const) {
    const named = events.flatMap((event) => {
      const ref = refOf(event);
      return ref?.kind === kind ? [{ seq: event.seq, id: ref.id }] : [];
    });
    if (named.length === 0) continue;
    const found = await parts.storage.find(
      workspace,
      kind,
      named.map(({ id }) => id),
    );
    named.forEach(({ seq }, index) => {
      const row = found[index];
      if (row) rows.set(seq, row);
    });
  }
  return rows;
}

function refOf(event: WorkspaceEvent): { readonly kind: RowKind; readonly id: string } | undefined {
  switch (event.type) {
    case 'notified':
      return { kind: 'notification', id: event.notification };
    case 'draft-changed':
      return { kind: 'draft', id: draftId(event.teammate, event.about, event.kind) };
    case 'read-changed':
      return { kind: 'read-marker', id: readMarkerId(event.teammate, event.about) };
    default:
      return undefined;
  }
}
