export type { FrameView } from '../api/events.ts';
export type { ConversationView, EntryView, EventView, MessageView } from '../api/views.ts';
export type { VisitorConversation, VisitorMessage } from '../api/visitor-views.ts';
export type { VisitorFrame } from '../api/widget.ts';
export {
  type ApiCalls,
  type ApiClient,
  type CallsOf,
  createClient,
  createVisitorClient,
  type JsonOperation,
  type VisitorClient,
} from './api-client.ts';
export { ApiError, isApiError } from './api-error.ts';
export type { CallOptions, ClientOptions } from './calls.ts';
export { each } from './each.ts';
export { type Connection, type FollowOptions, follow } from './follow.ts';
export { readServerSentEvents, type ServerSentEvent } from './server-sent-events.ts';
export type { Upload, UploadOptions } from './upload.ts';
