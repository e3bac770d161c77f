import { shownLiterals } from './shown-literals.ts';
import { joinSpans, type Span, spanAfter } from './span.ts';
import { standardLiterals } from './standard-literals.ts';

/**
 * The code, the links with their words, and the URLs of a markdown text, in order and free of overlaps: what is shown
 * as such here and what CommonMark has as such. Takes time in proportion to the length.
 */
export function findLiterals(text: string): readonly Span[] {
  const marked = joinSpans(shownLiterals(text), standardLiterals(text));
  return joinSpans(marked, bareUrls(text, marked));
}

const label = String.raw`[\p{L}\p{N}-]`;
/** The whole rest of the word behind `://`, `mailto:`, or a host with a path, as in `www.example.com/@ana`. */
const bareUrl = new RegExp(
  String.raw`(?:(?<=[a-z0-9+.-])://|(?<![\p{L}\p{M}\p{N}@＠._-])(?:mailto:|(?:${label}{1,63}\.){1,20}\p{L}{2,24}(?::\d{1,5})?[/?#]))[^\s<>]*`,
  'giu',
);

function bareUrls(text: string, marked: readonly Span[]): readonly Span[] {
  const spans: Span[] = [];
  const markedAfter = spanAfter(marked);
  const scanner = new RegExp(bareUrl);
  for (let match = scanner.exec(text); match; match = scanner.exec(text)) {
    const around = markedAfter(match.index);
    if (around && around.from <= match.index) scanner.lastIndex = around.to;
    else spans.push({ from: match.index, to: scanner.lastIndex });
  }
  return spans;
}
