import type { ConversationCommand } from '../conversation/command.ts';
import type { Conversation, Priority, SnoozeUntil } from '../conversation/conversation.ts';
import { type Actor, refOf } from '../people/actor.ts';
import type { ConversationId, TagId, TeamId, TeammateId } from '../shared/id.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { type Change, type Expectation, emptyChange } from '../storage/change.ts';
import { resolveRow } from '../storage/resolve-row.ts';
import { type AlterationRefusal, type Plan, planChange } from './change-conversation.ts';
import { type TagsRefusal, takeTags } from './change-details.ts';
import { combineChanges } from './combine-changes.ts';
import { commit } from './commit.ts';
import { type Forbidden, gate, gateOf } from './gate.ts';
import type { Parts } from './parts.ts';
import { behindPlanned, plannedStorage, putOnce } from './planned-storage.ts';
import { retrying } from './retrying.ts';

/** What can be done to many conversations at once. */
export type ManyCommand =
  | { readonly type: 'close' | 'open' | 'unsnooze' | 'mark-spam' | 'unmark-spam' }
  | { readonly type: 'snooze'; readonly until: SnoozeUntil }
  | {
      readonly type: 'assign';
      readonly teammate?: TeammateId | null | undefined;
      readonly team?: TeamId | null | undefined;
    }
  /** For oneself; an integrator names for whom. */
  | { readonly type: 'claim'; readonly teammate?: TeammateId | undefined }
  | { readonly type: 'set-priority'; readonly priority: Priority }
  | {
      readonly type: 'tag';
      readonly add?: readonly TagId[] | undefined;
      readonly remove?: readonly TagId[] | undefined;
    };

/** So many conversations are changed in one commit at most. */
const maxAtOnce = 100;

type OneRefusal = AlterationRefusal | TagsRefusal;

/** What became of one of them: a refusal of one stops no other. */
export interface DoneToOne {
  readonly id: ConversationId;
  readonly result: Result<Conversation, OneRefusal>;
}

/** Does the same to many conversations in one commit, each by its own rules and rights; answers in their order. */
export function changeMany(
  parts: Parts,
  actor: Actor,
  { ids, command }: { readonly ids: readonly ConversationId[]; readonly command: ManyCommand },
): Promise<Result<readonly DoneToOne[], Forbidden | { readonly code: 'limit-reached'; readonly path: 'ids' }>> {
  return retrying(async () => {
    const forbidden = gateOf(actor, 'write');
    if (forbidden) return forbidden;
    const unique = [...new Set(ids)];
    if (unique.length > maxAtOnce) return refuse({ code: 'limit-reached', path: 'ids' });
    let planned = emptyChange(actor.workspace);
    const done: DoneToOne[] = [];
    for (const id of unique) {
      const storage = plannedStorage(parts.storage, planned);
      const one = await planOne({ ...parts, storage }, actor, id, command);
      done.push({ id, result: one.ok ? ok(one.value.after) : one });
      if (!one.ok || !one.value.change) continue;
      planned = combineChanges(actor.workspace, [planned, behindPlanned(planned, one.value.change)]);
    }
    return ok(planned.put.length === 0 ? done : withWritten(done, await commitAll(parts, putOnce(planned))));
  });
}

async function planOne(
  parts: Parts,
  actor: Actor,
  id: ConversationId,
  command: ManyCommand,
): Promise<Result<Plan | { readonly change: null; readonly after: Conversation }, OneRefusal>> {
  const [found] = await parts.storage.find(actor.workspace, 'conversation', [id]);
  const passed = gate(actor, 'write', found);
  if (!passed.ok) return passed;
  const conversation = passed.value;
  const asked = askedOf(actor, conversation, command);
  if (!asked.ok) return asked;
  const tags = asked.value.type === 'change-details' ? asked.value.tags : undefined;
  const taken = await takeTags(parts, actor.workspace, conversation, tags);
  if (!taken.ok) return taken;
  const expect: readonly Expectation[] = [{ kind: 'conversation', id, version: conversation.version }, ...taken.value];
  return planChange(parts, actor, {
    conversation: id,
    action: 'write',
    command: asked.value,
    beside: () => ({ expect }),
  });
}

/** The command as this conversation is asked. */
function askedOf(
  actor: Actor,
  conversation: Conversation,
  command: ManyCommand,
): Result<ConversationCommand, OneRefusal> {
  const by = refOf(actor);
  switch (command.type) {
    case 'mark-spam':
      return ok({ type: 'mark-spam', by, because: 'teammate' });
    case 'snooze':
      return ok({ type: 'snooze', by, until: command.until });
    case 'assign': {
      const { teammate, team } = command;
      const whom = { ...(teammate === undefined ? {} : { teammate }), ...(team === undefined ? {} : { team }) };
      return ok({ type: 'assign', by, ...whom });
    }
    case 'claim': {
      const teammate = actor.kind === 'teammate' ? actor.id : command.teammate;
      return teammate ? ok({ type: 'claim', by, teammate }) : refuse({ code: 'teammate-unknown', path: 'teammate' });
    }
    case 'set-priority':
      return ok({ type: 'change-details', by, priority: command.priority });
    case 'tag': {
      const { add = [], remove = [] } = command;
      const tags = [...new Set([...conversation.tags, ...add])].filter((tag) => !remove.includes(tag));
      return ok({ type: 'change-details', by, tags });
    }
    default:
      return ok({ type: command.type, by });
  }
}

async function commitAll(parts: Parts, change: Change): Promise<ReadonlyMap<string, Conversation>> {
  const { before } = await commit(parts, change);
  const rows = change.put.map((row) => resolveRow(row, before));
  return new Map(rows.flatMap((row) => (row.kind === 'conversation' ? [[row.row.id, row.row]] : [])));
}

/** The rows as they were written: what was planned had no real seqs yet. */
function withWritten(done: readonly DoneToOne[], written: ReadonlyMap<string, Conversation>): readonly DoneToOne[] {
  return done.map(({ id, result }) => {
    const row = written.get(id);
    return { id, result: row ? ok(row) : result };
  });
}
