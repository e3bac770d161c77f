import type { Presence } from '../log/presence.ts';
import { type Actor, type ActorRef, refOf, sameActor } from '../people/actor.ts';
import type { Seq } from '../shared/seq.ts';
import type { Parts } from './parts.ts';

/** What is signalled to one reader, kept until it looks. */
export interface Watch {
  /**
   * What others do, the newest of each on each conversation, until the log reaches beyond `position`, the time is over
   * or the reader is gone.
   */
  untilLogGrows(position: Seq, milliseconds: number): AsyncGenerator<readonly Presence[]>;
  end(): void;
}

/** More that nobody has looked at yet are old news. */
const maxPresences = 500;

/** Begins to remember what is signalled, so that nothing between reading and waiting is missed. */
export function watchSignals(parts: Parts, actor: Actor, stop: AbortSignal): Watch {
  const me = refOf(actor);
  let newest: Seq = 0;
  let wake = () => {};
  const presences = new Map<string, Presence>();

  const unlisten = parts.signals.listen((workspace, signal) => {
    if (workspace !== actor.workspace) return;
    if (signal.kind === 'log-grew') newest = Math.max(newest, signal.seq);
    else keep(signal.presence);
    wake();
  });
  const stopped = () => wake();
  stop.addEventListener('abort', stopped);

  function keep(presence: Presence): void {
    if (sameActor(presence.who, me)) return;
    const key = presenceKey(presence);
    presences.delete(key);
    if (presences.size < maxPresences) presences.set(key, presence);
  }

  return {
    async *untilLogGrows(position, milliseconds) {
      let isLate = false;
      const timer = setTimeout(() => {
        isLate = true;
        wake();
      }, milliseconds);
      try {
        // The log goes first: it may say that the reader has other rights now.
        while (newest <= position && !isLate && !stop.aborted) {
          if (presences.size === 0) {
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
            continue;
          }
          const taken = [...presences.values()];
          presences.clear();
          yield taken;
        }
      } finally {
        wake = () => {};
        clearTimeout(timer);
      }
    },
    end() {
      stop.removeEventListener('abort', stopped);
      unlisten();
    },
  };
}

/** The same for all that one does on one conversation. */
export function presenceKey({ conversation, who }: { readonly conversation: string; readonly who: ActorRef }): string {
  return `${conversation}/${who.kind}/${'id' in who ? who.id : ''}`;
}
