import type { Conversation } from '../conversation/conversation.ts';
import type { Body } from '../message/body.ts';
import type { Attachment, EmailOfMessage, Mailbox, Message } from '../message/message.ts';
import type { Contact } from '../people/contact.ts';
import type { ConversationId, WorkspaceId } from '../shared/id.ts';
import type { Result } from '../shared/result.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** How messages come and go. A developer adds one by handing it to `createDesk`. */
export interface Channel {
  /** As conversations and messages name it: `email`. */
  readonly name: string;
  readonly capabilities: {
    /** Replies go out by `send`; without it the contact reads them from the log, as in a chat. */
    readonly sends: boolean;
    /** What is queued can be taken back until it is sent. */
    readonly undo: boolean;
  };
  /** Begins to take in. What `receiver` has answered is kept; only then may the far end be told so. */
  start?(receiver: Receiver): Promise<void>;
  /** Ends the taking in; what is under way is finished first. */
  stop?(): Promise<void>;
  /** Takes in one message in the channel's own format, for the API; resolves when it is kept. */
  accept?(
    raw: AsyncIterable<Uint8Array>,
    receiver: Receiver,
    workspace: WorkspaceId,
  ): Promise<Result<Received, { readonly code: 'too-large' | 'mail-loop' }>>;
  /**
   * Sends one message out. May be called again with the same delivery after a crash, and then sends the same
   * thing under the same external id. Rejects with `SendError` when it could not.
   */
  send?(outbound: Outbound): Promise<Sent>;
}

export interface Receiver {
  /** Keeps a message exactly once: the same channel and external id again gives what is there. */
  receive(inbound: Inbound): Promise<Received>;
  /** Looks for the conversation of a message that was kept or sent under this external id. */
  findByExternalId(workspace: WorkspaceId, channel: string, externalId: string): Promise<ConversationId | undefined>;
}

/** A message as a channel hands it in: everything in it was checked by the channel, nothing decided. */
export interface Inbound {
  readonly workspace: WorkspaceId;
  readonly channel: string;
  /** Unique per channel and workspace; what comes twice under one id is one message. */
  readonly externalId: string;
  /**
   * The conversation that it belongs to, and how that is known. `signed`: by a token or id that only we could
   * have made; `known-id`: by an id that anybody may have seen.
   */
  readonly match: { readonly conversation: ConversationId; readonly by: 'signed' | 'known-id' } | null;
  readonly from: Mailbox;
  /** Whether the sender's address authenticated. */
  readonly verdict: 'pass' | 'fail' | 'none';
  readonly subject: string;
  readonly body: Body;
  /** Their bytes lie in the blob store already. */
  readonly attachments: readonly Attachment[];
  readonly automatic: boolean;
  readonly email: EmailOfMessage | null;
}

export interface Received {
  readonly conversation: ConversationId;
  readonly message: Message['id'];
  /** It was there before. */
  readonly duplicate: boolean;
}

/** A reply on its way out, with what a channel needs to say it well. */
export interface Outbound {
  readonly workspace: Workspace;
  readonly conversation: Conversation;
  readonly message: Message;
  /** The teammate's name, or the workspace's. */
  readonly authorName: string;
  readonly contact: Contact;
  /** Messages that the contact has written or got before, newest first, at most 20; never a note. */
  readonly earlier: readonly Message[];
}

export interface Sent {
  /** Under which answers will name it; kept, so that they find their conversation. */
  readonly externalIds: readonly string[];
}

/** Why a message could not be sent; `retryable` says whether to try again later. */
export class SendError extends Error {
  override readonly name = 'SendError';

  constructor(
    /** Stable and kebab-case: `recipient-refused`. */
    readonly code: string,
    readonly retryable: boolean,
    /** The far server's own words. */
    readonly detail: string,
    options?: { readonly cause?: unknown },
  ) {
    super(`${code}: ${detail}`, options);
  }
}
