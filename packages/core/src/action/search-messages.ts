import { scope } from '../access/scope.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { Message } from '../message/message.ts';
import type { Actor } from '../people/actor.ts';
import { rankHits } from '../search/rank-hits.ts';
import { parseQuery, type Term } from '../search/search-words.ts';
import { ok, type Result } from '../shared/result.ts';
import type { Hit } from '../storage/storage.ts';
import { type Forbidden, gateOf } from './gate.ts';
import type { Parts } from './parts.ts';

export interface SearchAsk {
  readonly q: string;
  readonly sort: 'newest' | 'best';
  /** Of `newest`: the seq of the last hit seen. Of `best`: how many hits were seen. */
  readonly after?: number | undefined;
  readonly limit: number;
}

interface FoundMessage {
  readonly message: Message;
  /** The conversation that it stands in now, merged ones followed. */
  readonly conversation: Conversation;
  readonly seq: number;
}

export interface SearchPage {
  readonly items: readonly FoundMessage[];
  /** What the query was understood as, for highlights. */
  readonly terms: readonly Term[];
  readonly next?: number;
}

/** `best` ranks so many of the newest hits: ranking all would take as long as there are hits. */
const rankedHits = 1000;

/** Messages that hold every word of the query, of what the actor may read. */
export async function searchMessages(
  parts: Parts,
  actor: Actor,
  ask: SearchAsk,
): Promise<Result<SearchPage, Forbidden>> {
  const forbidden = gateOf(actor, 'read');
  if (forbidden) return forbidden;
  const { terms } = parseQuery(ask.q);
  if (terms.length === 0) return ok({ items: [], terms });
  return ok(ask.sort === 'best' ? await best(parts, actor, ask, terms) : await newest(parts, actor, ask, terms));
}

async function newest(parts: Parts, actor: Actor, { after, limit }: SearchAsk, terms: readonly Term[]) {
  const before = after === undefined ? {} : { before: after };
  const query = { scope: scope(actor), terms, ...before, limit: limit + 1 };
  const hits = await parts.storage.search(actor.workspace, query);
  const page = hits.slice(0, limit);
  const last = page.at(-1);
  const items = await loadHits(parts, actor, page);
  return { items, terms, ...(hits.length > limit && last ? { next: last.seq } : {}) };
}

async function best(parts: Parts, actor: Actor, { after = 0, limit }: SearchAsk, terms: readonly Term[]) {
  const hits = await parts.storage.search(actor.workspace, { scope: scope(actor), terms, limit: rankedHits });
  const found = rankHits(await loadHits(parts, actor, hits), terms);
  const end = after + limit;
  return { items: found.slice(after, end), terms, ...(found.length > end ? { next: end } : {}) };
}

async function loadHits(parts: Parts, actor: Actor, hits: readonly Hit[]): Promise<readonly FoundMessage[]> {
  const { workspace } = actor;
  const messages = await parts.storage.find(
    workspace,
    'message',
    hits.map(({ message }) => message),
  );
  const ids = [...new Set(hits.map(({ conversation }) => conversation))];
  const rows = await parts.storage.find(workspace, 'conversation', ids);
  const conversations = new Map(rows.map((row) => [row?.id, row]));
  return hits.flatMap(({ conversation, seq }, index) => {
    const row = conversations.get(conversation);
    const message = messages[index];
    return row && message && !message.gone ? [{ message, conversation: row, seq }] : [];
  });
}
