import { type KnownLabels, linkEnd } from './link-end.ts';
import type { Span } from './span.ts';

const autolink = String.raw`<(?:[a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@()[\]\\,;:"]+@[\p{L}\p{N}.-]+)>`;
const token = new RegExp(String.raw`\\[!-/:-@[-\x60{-~]|(\x60+)|${autolink}|!?\[|\]`, 'giu');

interface Opened {
  readonly at: number;
  /** Where its words begin. */
  readonly from: number;
  readonly isImage: boolean;
}

/** Code, links, images and autolinks of a paragraph (CommonMark §6.1, §6.3 to §6.5), in order. */
export function inlineLiterals(text: string, known: KnownLabels): readonly Span[] {
  const spans: Span[] = [];
  if (!/[`[<]/.test(text)) return spans;
  const opened: Opened[] = [];
  const closingRun = text.includes('`') ? closingRuns(text) : () => undefined;
  let bracket = -1;
  let linkFrom = -1;

  function close(at: number): number | undefined {
    const open = opened.pop();
    const words = open && bracket === open.from - 1 ? text.slice(open.from, at) : undefined;
    bracket = at;
    const end = open && linkEnd(text, words, at, known);
    // A link has no links in it, but an image has.
    if (!open || end === undefined || (open.at < linkFrom && !open.isImage)) return undefined;
    if (!open.isImage) linkFrom = open.at;
    while ((spans.at(-1)?.from ?? -1) >= open.at) spans.pop();
    spans.push({ from: open.at, to: end });
    return end;
  }

  const scanner = new RegExp(token);
  for (let match = scanner.exec(text); match; match = scanner.exec(text)) {
    const [sign, ticks] = match;
    const at = match.index;
    if (ticks !== undefined) {
      const end = closingRun(ticks.length, scanner.lastIndex);
      if (end === undefined) continue;
      spans.push({ from: at, to: end });
      scanner.lastIndex = end;
    } else if (sign.startsWith('<')) spans.push({ from: at, to: scanner.lastIndex });
    else if (sign === ']') scanner.lastIndex = close(at) ?? scanner.lastIndex;
    else if (!sign.startsWith('\\')) {
      bracket = scanner.lastIndex - 1;
      opened.push({ at, from: scanner.lastIndex, isImage: sign.startsWith('!') });
    }
  }
  return spans;
}

/** Asked with rising positions: behind the next run of so many backticks, which ends the code that as many began. */
function closingRuns(text: string): (length: number, from: number) => number | undefined {
  const starts = new Map<number, number[]>();
  for (const { index, 0: run } of [...text.matchAll(/`+/g)].reverse()) {
    const known = starts.get(run.length);
    if (known) known.push(index);
    else starts.set(run.length, [index]);
  }
  return (length, from) => {
    const left = starts.get(length);
    while ((left?.at(-1) ?? from) < from) left?.pop();
    const start = left?.at(-1);
    return start === undefined ? undefined : start + length;
  };
}
