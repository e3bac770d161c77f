import { can } from '../access/can.ts';
import { viewPresence } from '../access/view-presence.ts';
import type { Frame } from '../log/frame.ts';
import type { Presence } from '../log/presence.ts';
import type { Actor } from '../people/actor.ts';
import type { ConversationId } from '../shared/id.ts';
import { type Instant, plus } from '../shared/instant.ts';
import type { Parts } from './parts.ts';
import { presenceKey } from './watch-signals.ts';

/** So long it is believed that the reader may, or may not, read a conversation. */
const believedMilliseconds = 5_000;
const maxBelieved = 1_000;

/** What one stream shows of who does what, to whom may read the conversation now. */
export interface PresenceView {
  /** What the log says of conversations is newer than what was believed. */
  learn(frame: Frame): void;
  show(presence: Presence): Promise<Presence | undefined>;
}

export function createPresenceView(parts: Parts, actor: Actor): PresenceView {
  const believed = new Map<ConversationId, { readonly readable: boolean; readonly until: Instant }>();
  const typing = new Set<string>();

  async function isReadable(id: ConversationId): Promise<boolean> {
    const known = believed.get(id);
    const now = parts.clock.now();
    if (known && known.until > now) return known.readable;
    const [row] = await parts.storage.find(actor.workspace, 'conversation', [id]);
    const readable = row !== undefined && can(actor, 'read', row);
    if (believed.size >= maxBelieved) believed.clear();
    believed.set(id, { readable, until: plus(now, believedMilliseconds) });
    return readable;
  }

  return {
    learn(frame) {
      if (frame.kind === 'forget') believed.delete(frame.conversation);
      if (frame.kind === 'appear' || frame.kind === 'happened') believed.delete(frame.conversation.id);
    },
    async show(presence) {
      const key = presenceKey(presence);
      const shown = viewPresence(presence, actor, typing.has(key));
      if (!shown || !(await isReadable(presence.conversation))) return undefined;
      if (shown.doing === 'typing-reply' && actor.kind === 'visitor') typing.add(key);
      else typing.delete(key);
      return shown;
    },
  };
}
