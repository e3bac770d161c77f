import type { ConversationId, MessageId } from '@deskkit/core';
import type { VisitorMessage } from '@deskkit/core/client';
import { expect, it } from 'vitest';
import { groupMessages } from './group-messages.ts';
import type { Outgoing, SendState } from './outbox.ts';

const conversation = 'cnv_1' as ConversationId;
let made = 0;

function message(from: 'me' | 'team', at: string, name: string | null = null): VisitorMessage {
  made += 1;
  const body = { format: 'text', text: String(made) } as const;
  return {
    id: `msg_${made}` as MessageId,
    conversation,
    from,
    name,
    at: at as VisitorMessage['at'],
    body,
    attachments: [],
  };
}

function outgoing(state: SendState, at: string): Outgoing {
  made += 1;
  return { id: `msg_${made}` as MessageId, conversation, text: String(made), at, state };
}

const sizes = (messages: readonly VisitorMessage[], unsent: readonly Outgoing[] = []) =>
  groupMessages(messages, unsent).map(
    ({ from, name, state, messages }) => `${name ?? from} ${state} ${messages.length}`,
  );

it('puts together what one author wrote within a minute', () => {
  const messages = [
    message('me', '2026-03-01T10:00:01Z'),
    message('me', '2026-03-01T10:00:59Z'),
    message('me', '2026-03-01T10:01:00Z'),
    message('team', '2026-03-01T10:01:01Z'),
    message('team', '2026-03-01T10:01:02Z', 'Ines'),
    message('team', '2026-03-01T10:01:03Z', 'Ines'),
    message('team', '2026-03-01T10:01:04Z', 'Mara'),
  ];
  expect(sizes(messages)).toEqual(['me sent 2', 'me sent 1', 'team sent 1', 'Ines sent 2', 'Mara sent 1']);
});

it('keeps apart what has another state, and each refused message by itself', () => {
  const at = '2026-03-01T10:00:01Z';
  const unsent = [outgoing('sent', at), outgoing('failed', at), outgoing('failed', at), outgoing('waiting', at)];
  expect(sizes([message('me', at)], unsent)).toEqual(['me sent 2', 'me failed 1', 'me failed 1', 'me waiting 1']);
});

it('begins a day where the reader’s own day begins', () => {
  const noon = (day: number) => new Date(2026, 2, day, 12).toISOString();
  const late = new Date(2026, 2, 2, 23, 59, 59).toISOString();
  const early = new Date(2026, 2, 3, 0, 0, 0).toISOString();
  const groups = groupMessages(
    [noon(1), noon(2), late, early, noon(3)].map((at) => message('me', at)),
    [],
  );
  expect(groups.map(({ startsDay }) => startsDay)).toEqual([true, true, false, true, false]);
});
