import type { ConversationId, MessageId } from '@deskkit/core';
import { isApiError } from '@deskkit/core/client';
import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Keep, Unsent } from './kept.ts';
import { type After, createRetry } from './retry.ts';

/**
 * `sending`: on its way. `waiting`: the desk cannot be reached, it is tried again. `sent`: the desk has it, the
 * stream has not brought it yet. `failed`: the desk refused it.
 */
export type SendState = 'sending' | 'waiting' | 'sent' | 'failed';

export interface Outgoing extends Unsent {
  readonly state: SendState;
}

/** What the visitor wrote and the desk has not confirmed yet, sent one after the other in the order of writing. */
export interface Outbox {
  readonly outgoing: ReadonlySignal<readonly Outgoing[]>;
  /** The desk could not be reached with the last attempt. */
  readonly isStuck: ReadonlySignal<boolean>;
  add(message: Unsent): void;
  /** Sends a refused message again, as a new one. */
  again(id: MessageId, newId: MessageId): void;
  /** Puts what is unsent of one conversation into another, with new ids. */
  move(from: ConversationId, to: ConversationId, newId: () => MessageId): void;
  /** The messages stand in their conversation now. */
  confirm(ids: ReadonlySet<MessageId>): void;
  /** Begins with what an earlier page left, or tries at once what waits. */
  wake(): void;
  stop(): void;
}

export interface OutboxOptions {
  readonly keep: Keep;
  readonly after: After;
  /** Hands one message to the desk. `moved` when it put it elsewhere instead. */
  readonly deliver: (message: Unsent) => Promise<'sent' | 'moved'>;
}

export function createOutbox({ keep, after, deliver }: OutboxOptions): Outbox {
  const kept = keep.read().unsent.map((message): Outgoing => ({ ...message, state: 'sending' }));
  const outgoing = signal<readonly Outgoing[]>(kept);
  const retry = createRetry(after, () => void run());
  let running = false;
  let stopped = false;

  function change(id: MessageId, state: SendState): void {
    outgoing.value = outgoing.value.map((one) => (one.id === id ? { ...one, state } : one));
  }

  const forget = (ids: ReadonlySet<string>) =>
    keep.change((before) => ({ ...before, unsent: before.unsent.filter(({ id }) => !ids.has(id)) }));

  const remember = (messages: readonly Unsent[]) =>
    keep.change((before) => ({
      ...before,
      unsent: [...before.unsent, ...messages.map(({ id, conversation, text, at }) => ({ id, conversation, text, at }))],
    }));

  async function run(): Promise<void> {
    if (running || stopped) return;
    running = true;
    try {
      for (let next = first(); next && !stopped; next = first()) if (!(await send(next))) return;
    } finally {
      running = false;
    }
  }

  const first = () => outgoing.value.find(({ state }) => state === 'sending' || state === 'waiting');

  /** Whether to go on with the next one. */
  async function send(next: Outgoing): Promise<boolean> {
    try {
      if ((await deliver(next)) === 'sent') {
        change(next.id, 'sent');
        forget(new Set([next.id]));
      }
      retry.worked();
      return true;
    } catch (error) {
      if (isApiError(error) && !error.retryable) {
        change(next.id, 'failed');
        return true;
      }
      outgoing.value = outgoing.value.map((one) => (one.state === 'sending' ? { ...one, state: 'waiting' } : one));
      if (!stopped) retry.later();
      return false;
    }
  }

  return {
    outgoing,
    isStuck: computed(() => outgoing.value.some(({ state }) => state === 'waiting')),
    add(message) {
      const state = outgoing.value.some((one) => one.state === 'waiting') ? 'waiting' : 'sending';
      outgoing.value = [...outgoing.value, { ...message, state }];
      remember([message]);
      if (state === 'waiting') retry.now();
      else void run();
    },
    again(id, newId) {
      const failed = outgoing.value.find((one) => one.id === id && one.state === 'failed');
      if (!failed) return;
      const fresh: Outgoing = { ...failed, id: newId, state: 'sending' };
      outgoing.value = [...outgoing.value.filter((one) => one !== failed), fresh];
      forget(new Set([id]));
      remember([fresh]);
      void run();
    },
    move(from, to, newId) {
      const isLeft = (one: Outgoing) => one.conversation === from && one.state !== 'sent';
      const left = outgoing.value.filter(isLeft);
      outgoing.value = outgoing.value.map((one) => (isLeft(one) ? { ...one, conversation: to, id: newId() } : one));
      forget(new Set(left.map(({ id }) => id)));
      remember(outgoing.value.filter((one) => one.conversation === to));
    },
    confirm(ids) {
      if (!outgoing.value.some(({ id }) => ids.has(id))) return;
      outgoing.value = outgoing.value.filter(({ id }) => !ids.has(id));
      forget(ids);
    },
    wake() {
      retry.stop();
      void run();
    },
    stop() {
      stopped = true;
      retry.stop();
    },
  };
}
