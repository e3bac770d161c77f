import type { LogEvent } from '../log/log-event.ts';
import type { Message } from '../message/message.ts';
import { searchWords } from '../search/search-words.ts';
import type { IndexedMessage } from '../storage/change.ts';

/** What search finds of the messages that a change adds: their words, their sender's name and address, the subject. */
export function indexMessages(
  messages: readonly Message[],
  events: readonly LogEvent[],
  subject: string,
): readonly IndexedMessage[] {
  return events.flatMap((event, index) => {
    if (event.type !== 'message-added') return [];
    const message = messages.find(({ id }) => id === event.message);
    if (!message) return [];
    const isFirst = events[index - 1]?.type === 'conversation-started';
    const { conversation } = message;
    return [{ message: message.id, conversation, seq: event.seq, words: wordsOf(message, isFirst ? subject : '') }];
  });
}

/** The words of a message for the search index. */
export function wordsOf({ body, email }: Message, subject: string): readonly string[] {
  const sender = email ? `${email.from.name} ${email.from.address}` : '';
  return searchWords(`${subject} ${sender} ${body.text}`).slice(0, maxWords);
}

/** Nobody looks for what stands behind so many words, and an index of them would only grow. */
const maxWords = 20_000;
