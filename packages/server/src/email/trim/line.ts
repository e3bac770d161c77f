/** What the markup of a mail says about a line: that it and all after it is history, is forwarded, or is a signature. */
export interface LineMark {
  readonly kind: 'rest' | 'forward' | 'signature';
  readonly rule: string;
}

/** One line of a mail as the rules read it, and where it starts in the source. */
export interface Line {
  /** Without surrounding space, quote signs, invisible characters, and what goes beyond `lineLimit` characters. */
  readonly text: string;
  readonly start: number;
  /** `sign`: begins with a quote sign; `block`: in a plain block quote; `marked`: in an element its client made for quotes. */
  readonly quoted: false | 'sign' | 'block' | 'marked';
  /** The name of the marker, where `quoted` is `marked`. */
  readonly quoteRule?: string | undefined;
  readonly mark?: LineMark | undefined;
}

/** No rule looks at more of a line than this. */
export const lineLimit = 1000;

/** Lines beyond this many are not looked at: what stands there goes where the last line looked at went. */
export const linesLimit = 5000;

const invisible = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** `text` as rules compare it: without invisible characters, each run of space one space. */
export function cleanLine(text: string): string {
  return text.slice(0, lineLimit).replace(invisible, '').replace(/\s+/gu, ' ').trim();
}
