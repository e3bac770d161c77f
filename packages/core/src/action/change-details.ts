import { type AttributeInvalid, type AttributePatch, setAttributes } from '../attribute/set-attributes.ts';
import type { Conversation, Priority } from '../conversation/conversation.ts';
import { previewOf } from '../message/body.ts';
import type { Message } from '../message/message.ts';
import { type Actor, refOf } from '../people/actor.ts';
import type { TagId, WorkspaceId } from '../shared/id.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import type { Expectation, IndexedMessage } from '../storage/change.ts';
import { maxTags } from '../tag/tag.ts';
import { type AlterationRefusal, tryToChange } from './change-conversation.ts';
import type { On } from './conversation-commands.ts';
import { gate } from './gate.ts';
import { wordsOf } from './index-messages.ts';
import type { Parts } from './parts.ts';
import { retrying } from './retrying.ts';

export type TagsRefusal =
  | { readonly code: 'tag-unknown'; readonly path: string }
  | { readonly code: 'limit-reached'; readonly path: 'tags' };

export type DetailsRefusal = AlterationRefusal | TagsRefusal | AttributeInvalid;

/** What is to be changed; absent keys stay. */
export interface NewDetails {
  readonly subject?: string | undefined;
  readonly priority?: Priority | undefined;
  /** All that it shall have. */
  readonly tags?: readonly TagId[] | undefined;
  /** Keys that are not named stay, `null` takes one away. */
  readonly attributes?: AttributePatch | undefined;
}

/** Changes the subject, priority, tags and attributes of a conversation. */
export function changeDetails(
  parts: Parts,
  actor: Actor,
  input: On & NewDetails,
): Promise<Result<Conversation, DetailsRefusal>> {
  return retrying(async () => {
    const { workspace } = actor;
    const [found] = await parts.storage.find(workspace, 'conversation', [input.conversation]);
    const passed = gate(actor, 'write', found);
    if (!passed.ok) return passed;
    const conversation = passed.value;
    const tags = await takeTags(parts, workspace, conversation, input.tags);
    if (!tags.ok) return tags;
    const attributes = await takeAttributes(parts, workspace, conversation, input.attributes);
    if (!attributes.ok) return attributes;
    const subject = input.subject === undefined ? undefined : previewOf(input.subject, 500);
    const words = { ...(subject === undefined ? {} : { subject }), ...attributes.value.words };
    const given = {
      ...words,
      ...(input.priority === undefined ? {} : { priority: input.priority }),
      ...(input.tags === undefined ? {} : { tags: input.tags }),
    };
    const index = subject === undefined ? [] : await indexSubject(parts, workspace, conversation, subject);
    const { id, version } = conversation;
    return tryToChange(parts, actor, {
      conversation: conversation.id,
      seen: input.seen,
      action: 'write',
      command: { type: 'change-details', by: refOf(actor), ...given },
      words,
      beside: () => ({
        index,
        expect: [{ kind: 'conversation', id, version }, ...tags.value, ...attributes.value.expect],
      }),
    });
  });
}

/** Makes sure that the tags that are to be put on are there, and still are when that is written. */
export async function takeTags(
  parts: Parts,
  workspace: WorkspaceId,
  conversation: Conversation,
  tags: readonly TagId[] = [],
): Promise<Result<readonly Expectation[], TagsRefusal>> {
  if (new Set(tags).size > maxTags) return refuse({ code: 'limit-reached', path: 'tags' });
  const rows = await parts.storage.find(workspace, 'tag', tags);
  // One that was deleted since may stay on what has it.
  const unknown = tags.findIndex((tag, index) => !rows[index] && !conversation.tags.includes(tag));
  if (unknown >= 0) return refuse({ code: 'tag-unknown', path: `tags.${unknown}` });
  return ok(rows.flatMap((row) => (row ? [{ kind: 'tag', id: row.id, version: row.version } as const] : [])));
}

/** The attributes as they will be, and the schema by which they were checked. */
async function takeAttributes(
  parts: Parts,
  workspace: WorkspaceId,
  { attributes: before }: Conversation,
  patch: AttributePatch | undefined,
): Promise<
  Result<
    { readonly words: Pick<Conversation, 'attributes'> | undefined; readonly expect: readonly Expectation[] },
    AttributeInvalid
  >
> {
  const [settings] = patch ? await parts.storage.find(workspace, 'workspace', [workspace]) : [];
  if (!patch || !settings) return ok({ words: undefined, expect: [] });
  const set = setAttributes(settings.attributes.conversation, before, patch);
  if (!set.ok) return set;
  return ok({
    words: { attributes: set.value },
    expect: [{ kind: 'workspace', id: workspace, version: settings.version }],
  });
}

/** A subject is found by the conversation's first message. */
async function indexSubject(
  parts: Parts,
  workspace: WorkspaceId,
  { id, number }: Conversation,
  subject: string,
): Promise<readonly IndexedMessage[]> {
  const [first] = await parts.storage.listEvents(workspace, { conversations: [id], after: number, limit: 1 });
  if (first?.type !== 'message-added') return [];
  const [message]: readonly (Message | undefined)[] = await parts.storage.find(workspace, 'message', [first.message]);
  if (!message || message.gone) return [];
  return [{ message: message.id, conversation: id, seq: first.seq, words: wordsOf(message, subject) }];
}
