/** A colour as it is kept, `#rrggbb` in lower case; `undefined` for anything else. */
export function readColour(text: string): string | undefined {
  return /^#[0-9a-f]{6}$/i.test(text) ? text.toLowerCase() : undefined;
}
