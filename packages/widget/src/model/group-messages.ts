import type { Body, MessageId } from '@deskkit/core';
import type { VisitorMessage } from '@deskkit/core/client';
import type { Outgoing, SendState } from './outbox.ts';

/** What one author wrote within a minute, with one line below it that says when. */
export interface MessageGroup {
  readonly key: string;
  readonly from: 'me' | 'team';
  readonly name: string | null;
  readonly at: string;
  readonly state: SendState;
  readonly messages: readonly { readonly id: MessageId; readonly body: Body }[];
  /** It begins a day. */
  readonly startsDay: boolean;
}

type Entry = Omit<MessageGroup, 'key' | 'messages' | 'startsDay'> & { readonly id: MessageId; readonly body: Body };

/** The messages of a conversation as they are shown: the desk's in its order, then what it has not confirmed. */
export function groupMessages(messages: readonly VisitorMessage[], outgoing: readonly Outgoing[]): MessageGroup[] {
  const entries: readonly Entry[] = [
    ...messages.map((message): Entry => ({ ...message, state: 'sent' })),
    ...outgoing.map(
      ({ text, ...message }): Entry => ({ ...message, from: 'me', name: null, body: { format: 'text', text } }),
    ),
  ];
  const groups: MessageGroup[] = [];
  for (const { id, body, from, name, at, state } of entries) {
    const last = groups.at(-1);
    const startsDay = last === undefined || dayOf(last.at) !== dayOf(at);
    if (last && !startsDay && isTogether(last, { from, name, at, state }))
      groups[groups.length - 1] = { ...last, messages: [...last.messages, { id, body }] };
    else groups.push({ key: id, from, name, at, state, startsDay, messages: [{ id, body }] });
  }
  return groups;
}

function isTogether(group: MessageGroup, entry: Pick<Entry, 'from' | 'name' | 'at' | 'state'>): boolean {
  // Each refused message has its own way out.
  if (entry.state === 'failed' || group.state !== entry.state) return false;
  return group.from === entry.from && group.name === entry.name && minuteOf(group.at) === minuteOf(entry.at);
}

const minuteOf = (at: string) => Math.floor(Date.parse(at) / 60_000);
const dayOf = (at: string) => new Date(at).toDateString();
