/** The headers of a mail as they were sent, unfolded (RFC 5322 §2.2.3) but not decoded; names in lower case. */
export interface MailHeaders {
  first(name: string): string | undefined;
  /** From the top, where the newest are. */
  all(name: string): readonly string[];
}

export function createMailHeaders(lines: readonly { readonly key: string; readonly line: string }[]): MailHeaders {
  const values = new Map<string, string[]>();
  for (const { key, line } of lines) {
    const value = line
      .slice(line.indexOf(':') + 1)
      .replace(/[\r\n]+/g, ' ')
      .trim();
    const others = values.get(key);
    if (others) others.push(value);
    else values.set(key, [value]);
  }
  return {
    first: (name) => values.get(name)?.[0],
    all: (name) => values.get(name) ?? [],
  };
}
