import mitt from 'mitt';
import type { WorkspaceId } from '../shared/id.ts';
import type { Signal, Signals } from './signals.ts';

/** Signals within one process. */
export function createLocalSignals(): Signals {
  const emitter = mitt<{ signal: { workspace: WorkspaceId; signal: Signal } }>();
  return {
    publish: (workspace, signal) => emitter.emit('signal', { workspace, signal }),
    listen(listener) {
      const handler = (news: { workspace: WorkspaceId; signal: Signal }) => listener(news.workspace, news.signal);
      emitter.on('signal', handler);
      return () => emitter.off('signal', handler);
    },
    async close() {
      emitter.all.clear();
    },
  };
}
