const label = String.raw`\[((?:[^\\[\]]|\\[\s\S]){1,999})\]`;
const space = String.raw`[ \t]*(?:(?:\r\n?|\n)[ \t]*)?`;
/** Who writes `[Owner]: @ana` means Ana, and no address, though CommonMark would take it for one. */
const address = String.raw`(?:<[^<>\r\n]{0,2000}>|[^\s<@＠]\S{0,2000})`;
const title = String.raw`(?:"(?:[^"\\]|\\[\s\S]){0,999}"|'(?:[^'\\]|\\[\s\S]){0,999}'|\((?:[^()\\]|\\[\s\S]){0,999}\))`;
const definition = new RegExp(
  `[ \\t>]*${label}:${space}${address}(?:(?:[ \\t]|\\r|\\n)${space}${title})?[ \\t]*(?:\\r\\n?|\\n|$)`,
  'y',
);

export interface Definitions {
  /** Where the last of them ends. */
  readonly to: number;
  readonly labels: readonly string[];
}

/** The definitions of links that a paragraph begins with (CommonMark §4.7), such as `[label]: https://example.com`. */
export function readDefinitions(paragraph: string): Definitions {
  const labels: string[] = [];
  let to = 0;
  if (!paragraph.startsWith('[')) return { to, labels };
  for (;;) {
    definition.lastIndex = to;
    const [whole, name = ''] = definition.exec(paragraph) ?? [];
    if (whole === undefined || name.trim() === '') return { to, labels };
    labels.push(normaliseLabel(name));
    to += whole.length;
  }
}

/** A label as labels are compared. */
export function normaliseLabel(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}
