import {
  type Attachment,
  type Clock,
  type ConversationCommand,
  type ConversationId,
  type Message,
  type MessageId,
  plainMessage,
  type SnoozeUntil,
  type TeamId,
  type TeammateId,
} from '@deskkit/core';
import type { ApiClient, ConversationView } from '@deskkit/core/client';
import type { InboxStore } from '@deskkit/core/inbox';

export interface NewMessage {
  /** Chosen here, so that the same message sent again is recognised. */
  readonly id: MessageId;
  readonly kind: 'reply' | 'note';
  readonly text: string;
  readonly attachments: readonly Attachment[];
}

/** Everything a teammate does to a conversation: shown at once, taken back and rejected when the desk refuses. */
export interface InboxActions {
  claim(row: ConversationView): Promise<void>;
  /** An absent half stays as it is; `null` clears it. */
  assign(
    row: ConversationView,
    to: { readonly teammate?: TeammateId | null; readonly team?: TeamId | null },
  ): Promise<void>;
  close(row: ConversationView): Promise<void>;
  open(row: ConversationView): Promise<void>;
  snooze(row: ConversationView, until: SnoozeUntil): Promise<void>;
  unsnooze(row: ConversationView): Promise<void>;
  write(row: ConversationView, message: NewMessage): Promise<void>;
}

type Doing = ConversationCommand extends infer Command
  ? Command extends unknown
    ? Omit<Command, 'by'>
    : never
  : never;

export function createInboxActions({
  client,
  store,
  clock,
}: {
  readonly client: ApiClient;
  readonly store: InboxStore;
  readonly clock: Clock;
}): InboxActions {
  function me() {
    const people = store.people();
    if (!people) throw new Error('The inbox is not loaded yet; wait for its people');
    return { kind: 'teammate', id: people.me.id } as const;
  }

  function perform(
    id: ConversationId,
    command: Doing,
    send: () => Promise<{ readonly conversation: ConversationView | null }>,
    message?: Message,
  ): Promise<void> {
    return store.perform(id, { ...command, by: me() } as ConversationCommand, send, message);
  }

  return {
    // Without `seen`: a claim is refused anyway when somebody has it, and then says who.
    claim: async ({ id }) =>
      perform(id, { type: 'claim', teammate: me().id }, () => client.claimConversation({ conversation: id })),
    assign: async ({ id, version }, to) =>
      perform(id, { type: 'assign', ...to }, () =>
        client.assignConversation({ conversation: id, seen: version, ...to }),
      ),
    close: async ({ id, version }) =>
      perform(id, { type: 'close' }, () => client.closeConversation({ conversation: id, seen: version })),
    open: async ({ id, version }) =>
      perform(id, { type: 'open' }, () => client.openConversation({ conversation: id, seen: version })),
    snooze: async ({ id, version }, until) =>
      perform(id, { type: 'snooze', until }, () =>
        client.snoozeConversation({ conversation: id, seen: version, until }),
      ),
    unsnooze: async ({ id, version }) =>
      perform(id, { type: 'unsnooze' }, () => client.unsnoozeConversation({ conversation: id, seen: version })),
    async write(row, { id, kind, text, attachments }) {
      const message: Message = {
        id,
        ...plainMessage,
        version: 0,
        conversation: row.id,
        kind,
        author: me(),
        channel: kind === 'note' ? null : row.channel,
        at: clock.now(),
        body: { format: 'markdown', text },
        attachments,
      };
      const files = attachments.length > 0 ? { attachments: attachments.map((one) => one.id) } : {};
      const send = () => client.addMessage({ conversation: row.id, id, kind, body: text, seen: row.version, ...files });
      await perform(row.id, { type: kind, message: id }, send, message);
    },
  };
}
