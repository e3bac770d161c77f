import type { WidgetEvents, WidgetListener } from './widget.ts';

type Anybody = (value: never) => void;

/** Who listens for what. */
export interface Listeners {
  on<Name extends keyof WidgetEvents>(name: Name, listener: WidgetListener<Name>): () => void;
  off<Name extends keyof WidgetEvents>(name: Name, listener: WidgetListener<Name>): void;
  emit<Name extends keyof WidgetEvents>(name: Name, value: WidgetEvents[Name]): void;
}

export function createListeners(): Listeners {
  const all: { readonly [Name in keyof WidgetEvents]: Set<Anybody> } = {
    open: new Set(),
    close: new Set(),
    message: new Set(),
    unread: new Set(),
  };

  function listenersOf(name: keyof WidgetEvents): Set<Anybody> {
    if (!all[name]) throw new TypeError(`There is no event "${name}", but ${Object.keys(all)}`);
    return all[name];
  }

  return {
    on(name, listener) {
      if (typeof listener !== 'function') throw new TypeError(`on "${name}" needs a function`);
      listenersOf(name).add(listener);
      return () => listenersOf(name).delete(listener);
    },
    off: (name, listener) => void listenersOf(name).delete(listener),
    emit(name, value) {
      for (const listener of all[name]) {
        try {
          listener(value as never);
        } catch (error) {
          // The page's own trouble is not the widget's.
          reportError(error);
        }
      }
    },
  };
}
