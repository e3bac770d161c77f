import type { Seq, WorkspaceId } from '@deskkit/core';
import type { Place, Workspaces } from './workspaces.ts';

/** Where the logs stand during one transaction: read once and written once, however many changes are in it. */
export interface Ledger {
  find(workspace: WorkspaceId): Place | undefined;
  /** Like `find`, and makes the workspace where there is none. */
  open(workspace: WorkspaceId): Place;
  advance(workspace: WorkspaceId, position: Seq): void;
  /** Writes the positions that moved. */
  store(): void;
}

export function createLedger(workspaces: Workspaces): Ledger {
  const places = new Map<WorkspaceId, Place>();
  const moved = new Map<number, Seq>();

  const find = (workspace: WorkspaceId): Place | undefined => {
    const place = places.get(workspace) ?? workspaces.find(workspace);
    if (place) places.set(workspace, place);
    return place;
  };
  const open = (workspace: WorkspaceId): Place => {
    const place = find(workspace) ?? workspaces.add(workspace);
    places.set(workspace, place);
    return place;
  };

  return {
    find,
    open,
    advance(workspace, position) {
      const place = open(workspace);
      if (position === place.position) return;
      places.set(workspace, { number: place.number, position });
      moved.set(place.number, position);
    },
    store() {
      for (const [number, position] of moved) workspaces.advance(number, position);
    },
  };
}
