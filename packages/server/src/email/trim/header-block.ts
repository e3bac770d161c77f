import { hasAddress, hasTime, hasYear } from './dates.ts';
import { type HeaderKind, headerKindOf } from './header-labels.ts';
import type { Line } from './line.ts';

const labelLimit = 30;
const blockLimit = 16;
const headersLimit = 300;
const wrappedLimit = 3;

/** Whether the headers of a quoted mail (From, Sent, To, Subject, in any order and language) start at `lines[at]`. */
export function startsHeaderBlock(lines: readonly Line[], at: number): boolean {
  if (!labelOf(lines[at]?.text ?? '')) return false;
  const kinds = new Set<HeaderKind>();
  let values = '';
  let wrapped = 0;
  for (let i = at; i < Math.min(lines.length, at + blockLimit); i++) {
    const text = lines[i]?.text ?? '';
    const label = labelOf(text);
    if (label) {
      if (label.kind !== 'other' && kinds.has(label.kind)) break;
      kinds.add(label.kind);
      for (const kind of kindsWithin(text)) kinds.add(kind);
      wrapped = 0;
    } else if (text === '') {
      if (!labelOf(lines[i + 1]?.text ?? '')) break;
    } else if (++wrapped > wrappedLimit) break;
    values += ` ${text}`;
  }
  return isEnough(kinds, values);
}

/** People write "From: … To: … Date: …" about journeys too: only an address, a subject or a time of sending makes it a mail. */
function isEnough(kinds: ReadonlySet<HeaderKind>, values: string): boolean {
  const named = [...kinds].filter((kind) => kind !== 'other').length;
  const dated = (kinds.has('date') || kinds.has('sent')) && hasYear(values);
  if (named >= 3 && kinds.has('from')) {
    return kinds.has('subject') || hasAddress(values) || (kinds.has('sent') && hasTime(values));
  }
  return named === 2 && dated && hasTime(values) && hasAddress(values) && (kinds.has('from') || kinds.has('to'));
}

function labelOf(text: string): { readonly kind: HeaderKind } | undefined {
  const end = text.slice(0, labelLimit).search(/[:：]/u);
  if (end <= 0) return undefined;
  const label = text.slice(0, end).replace(/^[\s*_|>]+|[\s*_]+$/gu, '');
  const kind = headerKindOf(label);
  return kind ? { kind } : undefined;
}

/** Some clients lose the line ends between the headers. */
function kindsWithin(text: string): readonly HeaderKind[] {
  const found: HeaderKind[] = [];
  for (const match of text.slice(0, headersLimit).matchAll(/[\s*]([\p{L}-]{2,12})\s?:\*?\s/gu)) {
    const kind = headerKindOf(match[1] ?? '');
    if (kind) found.push(kind);
  }
  return found;
}
