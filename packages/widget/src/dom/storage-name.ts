/** Under which name a browser keeps what outlives the page. */
export function storageName(key: string): string {
  return `deskkit/${key}`;
}
