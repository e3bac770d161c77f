import { emptyChange, newId, pendingSeq, type Scope, type SearchQuery, type Storage } from '@deskkit/core';
import { buildConversation, buildEvent } from '@deskkit/core/testing';
import { median } from '../frame/median.ts';
import { workspace, zipfWords } from './sends.ts';

const perConversation = 5;
const perChange = 1_000;
const rareOnes = 20;
const mine = newId('team');
const others = newId('team');

/**
 * So many messages of about 45 different words, five to a conversation. `common` stands in every third, `rare` in 20 of
 * them all over the log. One conversation in a thousand is the member's.
 */
export async function fillIndex(storage: Storage, size: number): Promise<void> {
  const everyRare = Math.floor(size / rareOnes);
  for (let from = 0; from < size; from += perChange) {
    const conversations = Array.from({ length: perChange / perConversation }, (_, index) => {
      const isMine = (from / perConversation + index) % 1_000 === 0;
      return buildConversation({ assignee: { team: isMine ? mine : others, teammate: null } });
    });
    const messages = Array.from({ length: perChange }, (_, index) => {
      const nth = from + index;
      const words = [...zipfWords(nth * 7_907, 60)];
      if (nth % 3 === 0) words.push('common');
      if (nth % everyRare === 0) words.push('rare');
      const { id } = conversations[Math.floor(index / perConversation)] ?? buildConversation();
      return { message: newId('message'), conversation: id, seq: pendingSeq(index), words };
    });
    await storage.commit({
      ...emptyChange(workspace),
      put: conversations.map((row) => ({ kind: 'conversation', row })),
      events: messages.map(({ conversation, seq }) => buildEvent({ conversation, seq })),
      index: messages,
    });
  }
}

export const readers: readonly { readonly name: string; readonly scope: Scope }[] = [
  { name: 'an admin', scope: { kind: 'everything' } },
  {
    name: 'a member who sees 1 in 1,000',
    scope: {
      kind: 'member',
      noTeam: false,
      teams: [mine],
      assignee: newId('teammate'),
      sharedWith: newId('teammate'),
    },
  },
];

export const terms = {
  'rare word': { word: 'rare', prefix: false },
  'common word': { word: 'common', prefix: false },
  'absent word': { word: 'absent', prefix: false },
  'beginning of two letters': { word: 'co', prefix: true },
} as const;

/** The newest 20 hits; so many of a common word must be there. */
export async function searchFor(storage: Storage, query: Pick<SearchQuery, 'scope' | 'terms'>): Promise<void> {
  const hits = await storage.search(workspace, { ...query, limit: 20 });
  const isCommon = query.terms.some(({ word }) => word === 'common');
  if (isCommon && hits.length !== 20) throw new Error(`A common word was found ${hits.length} times instead of 20.`);
}

/** The median and the 95th percentile of so many calls, in microseconds. */
export async function percentiles(calls: number, call: () => Promise<unknown>): Promise<{ p50: number; p95: number }> {
  const figures: number[] = [];
  for (let turn = 0; turn < calls; turn++) {
    const started = performance.now();
    await call();
    figures.push((performance.now() - started) * 1000);
  }
  const sorted = figures.toSorted((one, other) => one - other);
  return { p50: median(figures), p95: sorted[Math.ceil(calls * 0.95) - 1] ?? Number.NaN };
}
