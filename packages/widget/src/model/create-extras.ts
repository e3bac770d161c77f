import { signal } from '@preact/signals-core';
import type { LoadPart, Parts } from '../parts.ts';

/**
 * The extras if they are there; else they are loaded, and who asked is drawn again. `null` while they can't be: what they
 * bring is left out, or shown more simply.
 */
export type Extras = () => Parts['extras'] | null | undefined;

/** `onLoaded` hears of them before anybody uses them; `rest` says when it may be tried again. */
export function createExtras(
  load: LoadPart,
  onLoaded: (extras: Parts['extras']) => void,
  rest: (callback: () => void) => void,
): Extras {
  const loaded = signal<Parts['extras'] | null | undefined>(undefined);
  let attempts = 0;
  let isAsked = false;

  return () => {
    const extras = loaded.value;
    if (!isAsked) {
      isAsked = true;
      load('extras', attempts++).then(
        (found) => {
          onLoaded(found);
          loaded.value = found;
        },
        () => {
          loaded.value = null;
          rest(() => {
            isAsked = false;
          });
        },
      );
    }
    return extras;
  };
}
