import { type Keep, type Kept, nothingKept } from '../model/kept.ts';
import { storageName } from './storage-name.ts';

/** Keeps in the browser's storage; where that is blocked or full, in this page. */
export function createBrowserKeep(key: string): Keep {
  const name = storageName(key);
  let here: Kept = nothingKept;
  let isBlocked = false;

  function read(): Kept {
    if (isBlocked) return here;
    try {
      const text = localStorage.getItem(name);
      return text === null ? nothingKept : parse(text);
    } catch {
      isBlocked = true;
      return here;
    }
  }

  return {
    read,
    change(change) {
      // Read anew each time: other tabs keep things here too.
      here = change(read());
      if (isBlocked) return;
      try {
        localStorage.setItem(name, JSON.stringify(here));
      } catch {
        isBlocked = true;
      }
    },
  };
}

/** What another version or another script left there is nothing. */
function parse(text: string): Kept {
  try {
    const { session, unsent, seen } = { ...nothingKept, ...(JSON.parse(text) as Partial<Kept>) };
    return {
      session: typeof session?.token === 'string' ? { token: session.token, of: session.of ?? null } : null,
      unsent: Array.isArray(unsent) ? unsent.filter(({ text }) => typeof text === 'string') : [],
      seen: typeof seen === 'object' && seen ? seen : {},
    };
  } catch {
    return nothingKept;
  }
}
