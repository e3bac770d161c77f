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
import { seqBits, tokenPrefix } from './search-index.ts';
import { closedError } from './sqlite-failure.ts';
import { storedKey } from './stored-key.ts';

/** Newest hits first, each tested by its conversation as it stands now. */
export interface Search {
  find(workspace: number, query: SearchQuery): Promise<readonly Hit[]>;
}

type Walked = [seq: number, message: MessageId | null, conversation: ConversationId | null];

/** So many hits are tested before others get their turn. */
const longestWalk = 2_000;

export function createSearch(db: Database): Search {
  const walk = (visible: string) =>
    db
      .prepare<[Record<string, unknown>], Walked>(`
        SELECT indexed_message.place & ((1 << ${seqBits}) - 1), CASE WHEN ${visible} THEN indexed_message.message END, conversation.id
        FROM word_index
          CROSS JOIN indexed_message ON indexed_message.place = word_index.rowid
          CROSS JOIN conversation ON conversation.number = indexed_message.conversation
        WHERE word_index MATCH :match AND word_index.rowid < (:workspace << ${seqBits} | :before)
        ORDER BY word_index.rowid DESC LIMIT :limit`)
      .raw();
  const hasFacet = `EXISTS (
    SELECT 1 FROM conversation_facet
    WHERE conversation = conversation.number AND facet IN (SELECT value FROM json_each(:facets)))`;
  const walks = {
    everything: walk('1'),
    holder: walk(hasFacet),
    member: walk(`
      conversation.teammate = :assignee OR conversation.team IN (SELECT value FROM json_each(:teams)) OR ${hasFacet}`),
  };

  return {
    async find(workspace, { scope, terms, before = Number.MAX_SAFE_INTEGER, limit }) {
      if (scope.kind === 'nothing' || terms.length === 0) return [];
      const asked = { workspace, match: matchOf(workspace, terms), ...valuesOf(scope) };
      const found: Hit[] = [];
      let from = Math.min(before, 2 ** seqBits - 1);
      for (let length = limit; ; length = Math.min(4 * length, longestWalk)) {
        const walked = walks[scope.kind].all({ ...asked, before: from, limit: length });
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

function valuesOf(scope: Exclude<Scope, { kind: 'nothing' }>): Record<string, string> {
  switch (scope.kind) {
    case 'everything':
      return {};
    case 'member':
      return {
        assignee: scope.assignee,
        teams: JSON.stringify([...scope.teams, ...(scope.noTeam ? [''] : [])]),
        facets: JSON.stringify([storedKey(sharedFacet(scope.sharedWith))]),
      };
    case 'holder':
      return { facets: JSON.stringify(holderFacets(scope.session, scope.identity).map(storedKey)) };
  }
}
