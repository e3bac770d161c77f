import { type Keep, type Kept, keptFor, nothingKept } from '../model/kept.ts';
import { storageName } from './has-kept.ts';

/**
 * Keeps in the browser's storage what is of this visitor; where that is blocked or full, and until it is allowed, in this
 * page.
 */
export function createBrowserKeep(key: string, of: string | null, isAllowed: boolean): Keep {
  const name = storageName(key);
  let here = { ...nothingKept, of };
  let isClosed = !isAllowed;

  function read(): Kept {
    if (isClosed) return here;
    try {
      return keptFor(parse(localStorage.getItem(name)), of);
    } catch {
      isClosed = true;
      return here;
    }
  }

  function change(how: (kept: Kept) => Kept): void {
    // Read anew each time: other tabs keep things here too.
    here = how(read());
    if (isClosed) return;
    try {
      localStorage.setItem(name, JSON.stringify(here));
    } catch {
      isClosed = true;
    }
  }

  return {
    read,
    change,
    allow() {
      isClosed = false;
      change(() => here);
    },
    close() {
      here = read();
      isClosed = true;
    },
  };
}

/** What another version or another script left there is nothing. */
function parse(text: string | null): Kept {
  try {
    const kept: Kept = { ...nothingKept, ...JSON.parse(text ?? '{}') };
    const unsent = Array.isArray(kept.unsent) ? kept.unsent.filter((one) => one?.text) : [];
    return { ...kept, unsent, seen: { ...kept.seen }, drafts: { ...kept.drafts } };
  } catch {
    return nothingKept;
  }
}
