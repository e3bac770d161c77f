import type { Scope } from '../access/scope.ts';
import type { Tab } from '../conversation/cells.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { ConversationSort } from '../conversation/conversation-sort.ts';
import type { Folder } from '../conversation/folder.ts';
import type { ContactId, TagId, TeamId, TeammateId } from '../shared/id.ts';
import type { Seq } from '../shared/seq.ts';
import { type Facet, holderFacets, sharedFacet, tagFacet } from './facet.ts';

/** A page of a folder as one reader may see it. */
export interface ConversationQuery {
  readonly scope: Scope;
  readonly folder: Folder;
  /** The reader, for the folders that are the reader's own. */
  readonly me: TeammateId | null;
  /** One tab of the folder; all but spam when absent. The folder `spam` has the tab `spam` and no other. */
  readonly tab?: Tab;
  readonly channel?: string;
  readonly contact?: ContactId;
  readonly tag?: TagId;
  readonly sort: ConversationSort;
  /** The sort key of the last conversation seen; the page begins behind it. */
  readonly after?: Seq;
  readonly limit: number;
}

/**
 * What lists are ordered by: ascending for `oldest` and `waiting`, descending for `newest`. With `waiting`, those
 * that nobody waits for come last, the newest of them first.
 */
export function sortKey(conversation: Conversation, sort: ConversationSort): number {
  if (sort !== 'waiting') return conversation.last.seq;
  return conversation.waiting?.seq ?? notWaiting - conversation.last.seq;
}

/** Beyond every seq, and an exact number still. */
export const notWaiting = 2 ** 52;

/** One way into the result: equalities that one index serves. Absent parts are free; `null` means none. */
export interface Branch {
  readonly tab: Tab;
  readonly team?: TeamId | null;
  readonly teammate?: TeammateId | null;
  /** All of them, each once; few conversations have the first. */
  readonly facets: readonly Facet[];
}

/**
 * The query as branches: a conversation matches when it matches one of them, and the query's `channel` and
 * `contact`. Storage reads one page of each and merges them, since an OR would sort everything. Branches may
 * overlap.
 */
export function branchesOf({ scope, folder, me, tab, tag }: ConversationQuery): readonly Branch[] {
  const tabs: readonly Tab[] = tab ? [tab] : folder.kind === 'spam' ? ['spam'] : ['open', 'snoozed', 'closed'];
  const inFolder = folderFilter(folder, me);
  const tags = tag ? [tagFacet(tag)] : [];
  const filters = scopeFilters(scope).flatMap((inScope) => {
    const both = inFolder && intersect(inFolder, inScope);
    return both ? [both] : [];
  });
  return tabs
    .filter((one) => (one === 'spam') === (folder.kind === 'spam'))
    .flatMap((one) => filters.map((filter) => ({ ...filter, facets: [...filter.facets, ...tags], tab: one })));
}

type Filter = Omit<Branch, 'tab'>;

function folderFilter(folder: Folder, me: TeammateId | null): Filter | undefined {
  switch (folder.kind) {
    case 'unassigned':
      return { team: null, teammate: null, facets: [] };
    case 'me':
      return me ? { teammate: me, facets: [] } : undefined;
    case 'shared':
      return me ? { facets: [sharedFacet(me)] } : undefined;
    case 'team':
      return { team: folder.team, facets: [] };
    case 'teammate':
      return { teammate: folder.teammate, facets: [] };
    default:
      return { facets: [] };
  }
}

function scopeFilters(scope: Scope): readonly Filter[] {
  switch (scope.kind) {
    case 'everything':
      return [{ facets: [] }];
    case 'nothing':
      return [];
    case 'member':
      return [
        ...(scope.noTeam ? [{ team: null, facets: [] }] : []),
        ...scope.teams.map((team) => ({ team, facets: [] })),
        { teammate: scope.assignee, facets: [] },
        { facets: [sharedFacet(scope.sharedWith)] },
      ];
    case 'holder':
      return holderFacets(scope.session, scope.identity).map((facet) => ({ facets: [facet] }));
  }
}

/** Both filters at once; `undefined` when no conversation can have one team, or teammate, and another. */
function intersect(one: Filter, other: Filter): Filter | undefined {
  const agree = (['team', 'teammate'] as const).every(
    (key) => !(key in one) || !(key in other) || one[key] === other[key],
  );
  return agree ? { ...one, ...other, facets: [...new Set([...one.facets, ...other.facets])] } : undefined;
}
