import { setImmediate as turn } from 'node:timers/promises';
import {
  type ConversationId,
  type Hit,
  holderFacets,
  type MessageId,
  type Scope,
  type SearchQuery,
  sharedFacet,
  type Term,
} from '@deskkit/core';
import type { Database } from 'better-sqlite3';
import { searchToken } from '../search-token.ts';
import { createFewVisible } from './few-visible.ts';
import { seqBits, tokenPrefix } from './search-index.ts';
import { closedError } from './sqlite-failure.ts';
import { storedKey } from './stored-key.ts';

/** Newest hits first, each tested by its conversation as it stands now. */
export interface Search {
  find(workspace: number, query: SearchQuery): Promise<readonly Hit[]>;
}

/** A scope as statements take it: the teams and facets as JSON, of which one is enough. */
export interface Visible {
  readonly assignee: string;
  readonly teams: string;
  readonly facets: string;
}

interface Asked {
  readonly workspace: number;
  readonly match: string;
  readonly before: number;
  readonly limit: number;
}

type Walked = [seq: number, message: MessageId | null, conversation: ConversationId | null];

/** So many hits are tested before others get their turn. */
const longestWalk = 2_000;

export function createSearch(db: Database): Search {
  const fewVisible = createFewVisible(db);
  const seqOf = (place: string) => `${place} & ((1 << ${seqBits}) - 1)`;
  const matches = `
    WHERE word_index MATCH :match AND word_index.rowid < (:workspace << ${seqBits} | :before)
    ORDER BY word_index.rowid DESC LIMIT :limit`;
  const walk = (isVisible: string) =>
    db
      .prepare<[Asked & Partial<Visible>], Walked>(`
        SELECT ${seqOf('word_index.rowid')}, CASE WHEN ${isVisible} THEN indexed_message.message END, conversation.id
        FROM word_index
          CROSS JOIN indexed_message ON indexed_message.place = word_index.rowid
          CROSS JOIN conversation ON conversation.number = indexed_message.conversation ${matches}`)
      .raw();
  const walkAll = walk('1');
  const walkVisible = walk(`
    conversation.team IN (SELECT value FROM json_each(:teams))
    OR (conversation.teammate = :assignee AND conversation.teammate <> '')
    OR EXISTS (
      SELECT 1 FROM conversation_facet
      WHERE conversation = conversation.number AND facet IN (SELECT value FROM json_each(:facets)))`);
  const walkSeqs = db.prepare<[Asked], number>(`SELECT ${seqOf('rowid')} FROM word_index ${matches}`).pluck();
  const hitAt = db
    .prepare<[number, number], Walked>(`
      SELECT ${seqOf('place')}, message, conversation.id
      FROM indexed_message JOIN conversation ON conversation.number = indexed_message.conversation
      WHERE place = ? << ${seqBits} | ?`)
    .raw();

  /** A walk along the hits of everybody; hits that are out of sight have no message. */
  function walkFor(workspace: number, scope: Scope): (asked: Asked) => readonly Walked[] {
    const visible = visibleIn(scope);
    if (!visible) return (asked) => walkAll.all(asked);
    const seqs = fewVisible.seqsOf(workspace, visible);
    if (!seqs) return (asked) => walkVisible.all({ ...asked, ...visible });
    // Most hits are not among them: looking up the others alone is many times faster.
    return (asked) =>
      walkSeqs.all(asked).map((seq): Walked => (seqs.has(seq) && hitAt.get(workspace, seq)) || [seq, null, null]);
  }

  return {
    async find(workspace, { scope, terms, before = Number.MAX_SAFE_INTEGER, limit }) {
      if (scope.kind === 'nothing' || terms.length === 0) return [];
      const walkOn = walkFor(workspace, scope);
      const match = matchOf(workspace, terms);
      const found: Hit[] = [];
      let from = Math.min(before, 2 ** seqBits - 1);
      for (let length = limit; ; length = Math.min(4 * length, longestWalk)) {
        const walked = walkOn({ workspace, match, before: from, limit: length });
        for (const [seq, message, conversation] of walked) {
          from = seq;
          if (message && conversation && found.length < limit) found.push({ message, conversation, seq });
        }
        if (walked.length < length || found.length === limit) return found;
        await turn();
        if (!db.open) throw closedError();
      }
    },
  };
}

function matchOf(workspace: number, terms: readonly Term[]): string {
  const prefix = tokenPrefix(workspace);
  return terms.map((term) => `"${prefix}${searchToken(term.word)}"${term.prefix ? ' *' : ''}`).join(' AND ');
}

/** `undefined`: everything. */
function visibleIn(scope: Scope): Visible | undefined {
  switch (scope.kind) {
    case 'everything':
      return undefined;
    case 'nothing':
      return { assignee: '', teams: '[]', facets: '[]' };
    case 'member':
      return {
        assignee: scope.assignee,
        teams: JSON.stringify([...scope.teams, ...(scope.noTeam ? [''] : [])]),
        facets: JSON.stringify([storedKey(sharedFacet(scope.sharedWith))]),
      };
    case 'holder': {
      const facets = holderFacets(scope.session, scope.identity).map(storedKey);
      return { assignee: '', teams: '[]', facets: JSON.stringify(facets) };
    }
  }
}
