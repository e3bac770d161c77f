/** The origin of web pages as a browser sends it, `https://host:port`; `undefined` for anything else. */
export function readOrigin(text: string): string | undefined {
  try {
    const { origin } = new URL(text);
    return origin === text && /^https?:/.test(origin) ? origin : undefined;
  } catch {
    return undefined;
  }
}
