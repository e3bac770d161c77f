/** How a list of conversations is ordered: by the last message, or by who waits longest. */
export type ConversationSort = 'newest' | 'oldest' | 'waiting';
