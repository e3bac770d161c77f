import { type Change, cellKey } from '@deskkit/core';
import type { RawSend } from '../floors/sqlite-sends.ts';

/** The change as a floor takes it: nothing of ours but the values. */
export function rawSendOf({ put, events, cells, index, schedule }: Change): RawSend {
  const [conversation, message, delivery] = put;
  const [event] = events;
  const [indexed] = index;
  const [work] = schedule;
  if (conversation?.kind !== 'conversation' || message?.kind !== 'message' || !event || !indexed) {
    throw new Error('A send is a conversation, a message, an event and words.');
  }
  return {
    conversation: conversation.row,
    message: message.row,
    event,
    words: indexed.words,
    ...(delivery && work && { delivery: delivery.row, work }),
    cells: cells.map(({ cell, by }) => ({ key: cellKey(cell), by })),
  };
}
