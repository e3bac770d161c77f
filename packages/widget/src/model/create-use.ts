import { signal } from '@preact/signals-core';
import type { LoadPart, Parts } from '../parts.ts';

type Loaded = { readonly [Name in keyof Parts]?: Parts[Name] | null };

/**
 * A part if it is there; else it is loaded, and who asked is drawn again. `null` while it can't be loaded: what it brings
 * is left out, or shown more simply.
 */
export type Use = <Name extends keyof Parts>(name: Name) => Parts[Name] | null | undefined;

/** `onLoaded` hears of each part before anybody uses it; `rest` says when it may be tried again. */
export function createUse(
  load: LoadPart,
  onLoaded: (part: Parts[keyof Parts]) => void,
  rest: (callback: () => void) => void,
): Use {
  const loaded = signal<Loaded>({});
  const asked = new Set<string>();
  let attempts = 0;

  return (name) => {
    const part: Loaded[typeof name] = loaded.value[name];
    if (!asked.has(name)) {
      asked.add(name);
      const put = (found: Loaded[typeof name]) => {
        loaded.value = { ...loaded.peek(), [name]: found };
      };
      load(name, attempts).then(
        (found) => {
          onLoaded(found);
          put(found);
        },
        () => {
          attempts += 1;
          put(null);
          rest(() => asked.delete(name));
        },
      );
    }
    return part;
  };
}
