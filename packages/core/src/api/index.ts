export { type ApiOptions, answer } from './answer.ts';
export { type Contract, contract } from './contract.ts';
export type { FrameView, Sse } from './events.ts';
export type { ApiRequest, ApiResponse } from './exchange.ts';
export { openapi } from './openapi.ts';
export {
  type AnyOperation,
  type Call,
  type Caller,
  type GivenBy,
  type Operation,
  operation,
  type SentTo,
} from './operation.ts';
export { type OperationName, routes } from './routes.ts';
export { createSigner, type Signer } from './signer.ts';
export { statusOf, titleOf } from './status.ts';
export { toFetchHandler } from './to-fetch-handler.ts';
export type { Authenticated, Tokens } from './tokens.ts';
export type { ConversationView, EntryView } from './views.ts';
export type { VisitorConversation, VisitorMessage } from './visitor-views.ts';
export type { VisitorFrame } from './widget.ts';
