import { type MessageId, newId } from '@deskkit/core';
import { createClient } from '@deskkit/core/client';

/** What was sent, and which of it the desk had answered before it died. */
export interface Burst {
  readonly acknowledged: ReadonlySet<MessageId>;
  readonly sent: number;
}

/** Visitors who write as fast as they can, until the desk no longer answers. `onAnswer` hears how many were answered. */
export async function burst(
  url: string,
  widgetKey: string,
  { visitors, onAnswer }: { readonly visitors: number; readonly onAnswer: (count: number) => void },
): Promise<Burst> {
  const acknowledged = new Set<MessageId>();
  let sent = 0;
  await Promise.all(Array.from({ length: visitors }, () => writeUntilGone()));
  return { acknowledged, sent };

  function acknowledge(id: MessageId): void {
    acknowledged.add(id);
    onAnswer(acknowledged.size);
  }

  async function writeUntilGone(): Promise<void> {
    try {
      const { token } = await createClient({ url: `${url}/v1` }).openWidgetSession({ key: widgetKey });
      const client = createClient({ url: `${url}/v1`, token });
      const first = newId('message');
      sent += 1;
      const { conversation } = await client.startWidgetConversation({ message: first, body: 'first' });
      acknowledge(first);
      for (;;) {
        const id = newId('message');
        sent += 1;
        await client.addWidgetMessage({ conversation: conversation.id, id, body: `message ${sent}` });
        acknowledge(id);
      }
    } catch {
      // The desk was killed: what it had not answered may or may not be there.
    }
  }
}
