import type { Conversation } from '../conversation/conversation.ts';
import type { Delivery } from '../message/delivery.ts';
import { type Actor, refOf } from '../people/actor.ts';
import { type Result, refuse } from '../shared/result.ts';
import { type AlterationRefusal, tryToChange } from './change-conversation.ts';
import { expectFound, findMessage, type OnMessage } from './find-message.ts';
import { loadMessageFacts } from './load-message-facts.ts';
import { deliverAt } from './message-rows.ts';
import type { Parts } from './parts.ts';
import { retrying } from './retrying.ts';

/** Sends a reply again whose delivery failed for good, at once and with two days of tries before it. */
export function retry(parts: Parts, actor: Actor, on: OnMessage): Promise<Result<Conversation, AlterationRefusal>> {
  return retrying(async () => {
    const found = await findMessage(parts, actor, 'write', on, 'reply');
    if (!found.ok) return found;
    const { workspace } = actor;
    const { conversation, delivery: failed } = found.value;
    if (!failed) return refuse({ code: 'not-failed' });
    const now = parts.clock.now();
    const again = { version: failed.version + 1, state: 'queued', reason: null, detail: null, attempts: 0 } as const;
    const row: Delivery = { ...failed, ...again, notBefore: now };
    return tryToChange(parts, actor, {
      conversation: conversation.id,
      action: 'write',
      command: { type: 'retry', by: refOf(actor), message: on.message },
      facts: async () => ({ message: await loadMessageFacts(parts, workspace, found.value) }),
      beside: () => ({
        expect: expectFound(found.value),
        put: [{ kind: 'delivery', row }],
        schedule: [deliverAt(failed.id, now)],
      }),
    });
  });
}
