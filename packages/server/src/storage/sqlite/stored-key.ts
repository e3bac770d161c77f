/** SQLite keeps UTF-8, which has no half of a surrogate pair; a key with one is kept as JSON, which has. */
export function storedKey(key: string): string {
  return key.startsWith('"') || /\p{Surrogate}/u.test(key) ? JSON.stringify(key) : key;
}
