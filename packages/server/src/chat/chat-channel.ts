import type { Channel } from '@deskkit/core';

/** Live chat: visitors write and read by the API, so nothing has to be sent. */
export const chatChannel: Channel = { name: 'chat', capabilities: { sends: false, undo: false } };
