import { inScope, type Scope } from '../../access/scope.ts';
import { type Tab, tabOf } from '../../conversation/cells.ts';
import type { Conversation, ConversationState } from '../../conversation/conversation.ts';
import type { ConversationSort } from '../../conversation/conversation-sort.ts';
import { type Folder, isInFolder } from '../../conversation/folder.ts';
import type { ContactId, ConversationId, SessionId, TagId, TeamId, TeammateId } from '../../shared/id.ts';
import type { Instant } from '../../shared/instant.ts';
import { type ConversationQuery, sortKey } from '../../storage/conversation-query.ts';
import { buildConversation } from '../builders.ts';
import { createSeededRandom } from '../seeded-random.ts';
import { numbers } from './given.ts';

export const [teamA, teamB] = ['tem_1', 'tem_11'] as [TeamId, TeamId];
const teamC = 'tem_%' as TeamId;
export const [ana, ben] = ['tmt_1', 'tmt_11'] as [TeammateId, TeammateId];
const session = 'ses_1' as SessionId;
export const contacts = ['cnt_1', 'cnt_11'] as [ContactId, ContactId];
export const [urgent, refund, unused] = ['tag_1', 'tag_11', 'tag_%'] as [TagId, TagId, TagId];

const holders = [
  null,
  { session, identity: null },
  { session, identity: 'user 1' },
  { session: 'ses_11' as SessionId, identity: 'user 1' },
  { session: 'ses_11' as SessionId, identity: '' },
  { session: 'ses_11' as SessionId, identity: null },
] as const;

/** Every kind of scope; those of members are Ana's, but for one that a host made. */
export const scopes: readonly Scope[] = [
  { kind: 'everything' },
  { kind: 'nothing' },
  { kind: 'member', noTeam: true, teams: [teamA, teamB], assignee: ana, sharedWith: ana },
  { kind: 'member', noTeam: false, teams: [teamB], assignee: ana, sharedWith: ana },
  { kind: 'member', noTeam: false, teams: [], assignee: ana, sharedWith: ana },
  { kind: 'member', noTeam: false, teams: [teamB], assignee: ana, sharedWith: ben },
  { kind: 'holder', session, identity: null },
  { kind: 'holder', session, identity: 'user 1' },
  { kind: 'holder', session: 'ses_none' as SessionId, identity: '' },
];

export const folders: readonly Folder[] = [
  ...(['unassigned', 'me', 'shared', 'all', 'spam'] as const).map((kind) => ({ kind })),
  ...[teamA, teamC].map((team) => ({ kind: 'team', team }) as const),
  ...[ana, ben].map((teammate) => ({ kind: 'teammate', teammate }) as const),
];

export const tabs: readonly (Tab | undefined)[] = [undefined, 'open', 'snoozed', 'closed', 'spam'];

export const sorts: readonly ConversationSort[] = ['newest', 'oldest', 'waiting'];

/** Conversations of every kind, all of the same instant; the same ones for the same seed. */
export function someConversations(count: number, seed: number): readonly Conversation[] {
  const random = createSeededRandom(seed);
  const lastSeqs = random.shuffle(numbers(count));
  const waitingSeqs = random.shuffle(numbers(count));
  return numbers(count).map((index) => {
    const plain = buildConversation();
    const last = { ...plain.last, seq: 1 + (lastSeqs[index] ?? 0) };
    const waiting = { seq: 1 + (waitingSeqs[index] ?? 0), at: plain.startedAt };
    return buildConversation({
      id: `cnv_${index}` as ConversationId,
      number: index + 1,
      channel: random.pick(['email', 'chat', 'e%']),
      contact: random.pick(contacts),
      state: random.pick<ConversationState>([
        { status: 'open' },
        { status: 'snoozed', until: 'next-reply' },
        { status: 'snoozed', until: '2030-01-01T00:00:00.000Z' as Instant },
        { status: 'closed', closedAt: plain.startedAt },
      ]),
      assignee: { team: random.pick([null, teamA, teamB, teamC]), teammate: random.pick([null, ana, ben]) },
      sharedWith: random
        .pick<readonly TeammateId[]>([[], [], [ana], [ben], [ben, ana]])
        .map((teammate) => ({ teammate, since: 1 })),
      spam: random.below(8) === 0,
      mergedInto: random.below(10) === 0 ? ('cnv_0' as ConversationId) : null,
      holder: random.pick(holders),
      mergedFrom: random
        .pick([[], [], [random.pick(holders)], [random.pick(holders), random.pick(holders)]])
        .map((holder, at) => ({ conversation: `cnv_from_${at}` as ConversationId, holder, reads: [] })),
      tags: random.pick<readonly TagId[]>([[], [], [urgent], [refund], [refund, urgent]]),
      last,
      waiting: random.below(2) === 0 ? null : waiting,
    });
  });
}

/** What a query must give, read off the rules one conversation at a time; without its page. */
export function plainFilter(rows: readonly Conversation[], query: Omit<ConversationQuery, 'limit'>): Conversation[] {
  const { scope, folder, me, tab, channel, contact, tag, sort } = query;
  const found = rows.filter(
    (row) =>
      inScope(scope, row) &&
      isInFolder(row, folder, me) &&
      (tab === undefined || tabOf(row) === tab) &&
      (channel === undefined || row.channel === channel) &&
      (contact === undefined || row.contact === contact) &&
      (tag === undefined || row.tags.includes(tag)),
  );
  found.sort((one, other) => sortKey(one, sort) - sortKey(other, sort));
  return sort === 'newest' ? found.reverse() : found;
}
