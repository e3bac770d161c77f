import { type Channel, type Outbound, SendError, type Sent } from '../channel/channel.ts';
import type { ConversationCommand } from '../conversation/command.ts';
import type { DeliveryState } from '../conversation/event.ts';
import type { LeasedWork } from '../directory/directory.ts';
import type { Delivery } from '../message/delivery.ts';
import type { SystemActor } from '../people/actor.ts';
import type { WorkspaceId } from '../shared/id.ts';
import { type Instant, plus } from '../shared/instant.ts';
import { type Change, emptyChange } from '../storage/change.ts';
import { isStorageError } from '../storage/storage-error.ts';
import { changeConversation } from './change-conversation.ts';
import { commit } from './commit.ts';
import { followMerges } from './follow-merges.ts';
import { loadOutbound } from './load-outbound.ts';
import type { Parts } from './parts.ts';
import { externalKey } from './receive-message.ts';

/** What is over: it was sent, given up or taken back. */
const ends: readonly Delivery['state'][] = ['sent', 'delivered', 'failed', 'cancelled'];

/**
 * Sends one delivery and keeps how it went. Whoever dies between sending and keeping leaves the lease to run out;
 * the repeat goes out under the same external id.
 */
export async function deliver(parts: Parts, work: LeasedWork): Promise<void> {
  const { workspace } = work;
  const [found] = await parts.storage.find(workspace, 'delivery', [work.subject.id]);
  if (!found || ends.includes(found.state)) {
    await commit(parts, { ...emptyChange(workspace), settle: [work] });
    return;
  }
  const delivery = await claimToSend(parts, workspace, found);
  if (!delivery) return;
  const outcome = await send(parts, work, delivery);
  const actor: SystemActor = { kind: 'system', workspace };
  const { state, reason } = outcome;
  const command: ConversationCommand = {
    type: 'change-delivery',
    by: { kind: 'system' },
    message: delivery.message,
    state,
    reason,
  };
  const beside: Partial<Change> = {
    expect: [{ kind: 'delivery', id: delivery.id, version: delivery.version }],
    put: [{ kind: 'delivery', row: outcome.row }],
    settle: [work],
    schedule: outcome.retryAt ? [{ ...work, dueAt: outcome.retryAt, attempts: outcome.row.attempts }] : [],
    claim: outcome.externalIds.map((id) => {
      return { within: 'workspace', key: externalKey(delivery.channel, id), kind: 'message', id: delivery.message };
    }),
  };
  const conversation = await followMerges(parts, actor, delivery.conversation);
  try {
    // Still waiting for the same reason: nothing happened that anybody needs to hear of.
    const isNews = state !== found.state || reason !== found.reason;
    const change = { conversation, action: 'write', command, beside: () => beside } as const;
    const told = isNews && (await changeConversation(parts, actor, change)).ok;
    if (!told) await commit(parts, { ...emptyChange(workspace), ...beside });
  } catch (error) {
    // Whoever had the lease next has kept how it went.
    if (!isTaken(error)) throw error;
  }
}

/**
 * Where a reply can be taken back, sending begins with a commit that says so: of taking back and sending, one finds
 * the delivery as it expects it. Gives nothing when it was taken back, or when another sends it.
 */
async function claimToSend(parts: Parts, workspace: WorkspaceId, delivery: Delivery): Promise<Delivery | undefined> {
  if (!parts.channels.get(delivery.channel)?.capabilities.undo) return delivery;
  const { id, version } = delivery;
  const sending: Delivery = { ...delivery, version: version + 1, state: 'sending' };
  try {
    await commit(parts, {
      ...emptyChange(workspace),
      expect: [{ kind: 'delivery', id, version }],
      put: [{ kind: 'delivery', row: sending }],
    });
    return sending;
  } catch (error) {
    if (!isTaken(error)) throw error;
    return undefined;
  }
}

/** Somebody else has changed the delivery. */
function isTaken(error: unknown): boolean {
  if (!isStorageError(error) || error.reason.code !== 'version-conflict') return false;
  return error.reason.expected.kind === 'delivery';
}

interface Outcome {
  readonly row: Delivery;
  readonly state: DeliveryState;
  readonly reason: string | null;
  readonly externalIds: readonly string[];
  readonly retryAt?: Instant;
}

async function send(parts: Parts, work: LeasedWork, delivery: Delivery): Promise<Outcome> {
  const attempts = work.attempts + 1;
  const tried = { ...delivery, version: delivery.version + 1, attempts };
  try {
    const channel = parts.channels.get(delivery.channel);
    const { externalIds } = await sendBy(channel, await loadOutbound(parts, work.workspace, delivery));
    const sent = { state: 'sent', reason: null } as const;
    return { row: { ...tried, ...sent, detail: null }, ...sent, externalIds };
  } catch (error) {
    if (isStorageError(error)) throw error;
    const { code, retryable, detail } = reasonOf(error);
    const pause = retryable ? pauseBefore(attempts, code) : undefined;
    const how = { state: pause ? 'delayed' : 'failed', reason: code } as const;
    const row: Delivery = {
      ...tried,
      // Not tried at all, so that the two days begin with the first try.
      attempts: code === notConfigured ? work.attempts : attempts,
      ...how,
      detail: detail.slice(0, 1000),
    };
    const outcome = { row, ...how, externalIds: [] };
    return pause ? { ...outcome, retryAt: plus(parts.clock.now(), pause) } : outcome;
  }
}

function sendBy(channel: Channel | undefined, outbound: Outbound): Promise<Sent> {
  if (!channel?.send) throw new SendError('channel-unknown', false, `No channel sends for ${outbound.message.channel}`);
  return channel.send(outbound);
}

/** A channel that breaks in a way of its own is given time, and then up: nothing is tried for ever. */
function reasonOf(error: unknown): SendError {
  if (error instanceof SendError) return error;
  return new SendError('channel-failed', true, error instanceof Error ? error.message : String(error), {
    cause: error,
  });
}

/** What a channel that is not set up yet rejects with. */
const notConfigured = 'not-configured';

const minute = 60_000;
const pauses = [1, 5, 15, 60, 240, 720, 720, 720, 480].map((minutes) => minutes * minute);

/**
 * The pause after so many attempts, in milliseconds; none when two days have been tried. A channel that is not set
 * up yet keeps what it has, for as long as that takes.
 */
export function pauseBefore(attempts: number, code?: string): number | undefined {
  return code === notConfigured ? 5 * minute : pauses[attempts - 1];
}
