import type { Clock } from '@deskkit/core';
import type { Database } from 'better-sqlite3';
import { type Cells, createCells } from './cells.ts';
import { type Claims, createClaims } from './claims.ts';
import { type ConversationLists, createConversationLists } from './conversation-lists.ts';
import { type Conversations, createConversations } from './conversations.ts';
import { createEvents, type Events } from './events.ts';
import { createPlaces, type Places } from './places.ts';
import { createRemoval, type Removal } from './removal.ts';
import { createRows, type Rows } from './rows.ts';
import { createSearch, type Search } from './search.ts';
import { createSearchIndex, type SearchIndex } from './search-index.ts';
import { createWorks, type Works } from './work.ts';
import { createWorkspaces, type Workspaces } from './workspaces.ts';

/** Every table with its prepared statements. */
export interface Tables {
  readonly workspaces: Workspaces;
  readonly rows: Rows;
  readonly conversations: Conversations;
  readonly lists: ConversationLists;
  readonly events: Events;
  readonly cells: Cells;
  readonly claims: Claims;
  readonly places: Places;
  readonly index: SearchIndex;
  readonly search: Search;
  readonly works: Works;
  readonly removal: Removal;
}

export function createTables(db: Database, clock: Clock): Tables {
  return {
    workspaces: createWorkspaces(db),
    rows: createRows(db),
    conversations: createConversations(db),
    lists: createConversationLists(db),
    events: createEvents(db),
    cells: createCells(db),
    claims: createClaims(db),
    places: createPlaces(db),
    index: createSearchIndex(db),
    search: createSearch(db),
    works: createWorks(db, clock),
    removal: createRemoval(db),
  };
}
