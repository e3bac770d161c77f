import { holdersOf } from '../access/scope.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { SessionId, TagId, TeammateId } from '../shared/id.ts';

/**
 * Something that conversations have in common, and of which one conversation may have several: who holds it, with
 * whom it is shared, its tags. As a text that is the same for equal facets only.
 */
export type Facet = `session/${SessionId}` | `identity/${string}` | `shared/${TeammateId}` | `tag/${TagId}`;

/** All facets of a conversation, each once. Holders of conversations that were merged into it are among them. */
export function facetsOf(conversation: Conversation): readonly Facet[] {
  return [
    ...new Set([
      ...holdersOf(conversation).flatMap(({ session, identity }) => holderFacets(session, identity)),
      ...conversation.sharedWith.map(({ teammate }) => sharedFacet(teammate)),
      ...conversation.tags.map(tagFacet),
    ]),
  ];
}

/** A holder finds what has one of these. */
export function holderFacets(session: SessionId, identity: string | null): readonly Facet[] {
  return [`session/${session}`, ...(identity === null ? [] : [`identity/${identity}` as const])];
}

export function sharedFacet(teammate: TeammateId): Facet {
  return `shared/${teammate}`;
}

export function tagFacet(tag: TagId): Facet {
  return `tag/${tag}`;
}
