import { signal } from '@preact/signals-core';
import type { LoadPart, Parts } from '../parts.ts';

type Loaded = { readonly [Name in keyof Parts]?: Parts[Name] | null };

/**
 * A part if it is there; else it is loaded, and who asked is drawn again. `null` when it could not be loaded: what it
 * brings is left out, or shown more simply.
 */
export type Use = <Name extends keyof Parts>(name: Name) => Parts[Name] | null | undefined;

/** `onLoaded` hears of each part before anybody uses it. */
export function createUse(load: LoadPart, onLoaded: (part: Parts[keyof Parts]) => void): Use {
  const loaded = signal<Loaded>({});
  const asked = new Set<string>();

  return (name) => {
    const part: Loaded[typeof name] = loaded.value[name];
    if (!asked.has(name)) {
      asked.add(name);
      const put = (found: Loaded[typeof name]) => {
        if (found) onLoaded(found);
        loaded.value = { ...loaded.peek(), [name]: found };
      };
      load(name).then(put, () => put(null));
    }
    return part;
  };
}
