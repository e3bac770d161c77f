import type { Channel, Outbound } from '../channel/channel.ts';

/** An email channel without mail: it notes what it was to send, and does what `next` says. */
export interface FakeChannel extends Channel {
  readonly sent: Outbound[];
  /** Thrown by the next sends, one each, after they were noted. */
  readonly next: Error[];
}

export function createFakeChannel(): FakeChannel {
  const sent: Outbound[] = [];
  const next: Error[] = [];
  return {
    name: 'email',
    capabilities: { sends: true, undo: false },
    sent,
    next,
    async send(outbound) {
      sent.push(outbound);
      const fault = next.shift();
      if (fault) throw fault;
      return { externalIds: [`<${outbound.message.id}@mail.example.com>`] };
    },
  };
}
