import { type Change, cellKey } from '@deskkit/core';
import type { RawSend } from '../floors/sqlite-sends.ts';

/** The change as a floor takes it: nothing of ours but the values. */
export function rawSendOf({ put, events, cells }: Change): RawSend {
  const [conversation, message] = put;
  const [event] = events;
  if (conversation?.kind !== 'conversation' || message?.kind !== 'message' || !event) {
    throw new Error('A send is a conversation, a message and an event.');
  }
  return {
    conversation: conversation.row,
    message: message.row,
    event,
    cells: cells.map(({ cell, by }) => ({ key: cellKey(cell), by })),
  };
}
