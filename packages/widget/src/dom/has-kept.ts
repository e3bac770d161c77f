/** Under which name a browser keeps what outlives the page. */
export function storageName(key: string): string {
  return `deskkit/${key}`;
}

/** Something is kept from before. Looks, and stores nothing. */
export function hasKept(key: string): boolean {
  try {
    return localStorage.getItem(storageName(key)) !== null;
  } catch {
    return false;
  }
}

/** Forgets all that is kept. */
export function forget(key: string): void {
  try {
    localStorage.removeItem(storageName(key));
  } catch {
    // What cannot be reached keeps nothing.
  }
}
