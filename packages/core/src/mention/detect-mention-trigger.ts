import { findLiterals } from './literal/find-literals.ts';
import { isMentionSign, isPartOfAddress, queryLetters } from './read-mention.ts';

/** The mention that is being typed at the cursor. */
export interface MentionTrigger {
  /** Where its `@` stands. */
  readonly from: number;
  /** What stands between the `@` and the cursor; empty right behind the `@`. */
  readonly query: string;
}

/** As long as a handle may be. */
const longest = 60;
const space = String.raw`[ \u00a0\u3000]`;
const typed = new RegExp(`[@＠]((?:[${queryLetters}]+${space}(?=[${queryLetters}]))?[${queryLetters}]*)$`, 'u');
const restOfWord = new RegExp(`[${queryLetters}]{0,${longest}}`, 'yu');

/**
 * Whether somebody who writes `text` and stands at `cursor` wants to be offered names. The query may hold one space, as
 * names do. What an input method is still composing counts as typed. Code, links and addresses offer nobody.
 */
export function detectMentionTrigger(text: string, cursor: number): MentionTrigger | undefined {
  const to = Math.min(cursor, text.length);
  const query = typed.exec(text.slice(Math.max(0, to - longest - 1), to))?.[1];
  if (query === undefined) return undefined;
  const from = to - query.length - 1;
  restOfWord.lastIndex = to;
  const wordEnd = to + (restOfWord.exec(text)?.[0].length ?? 0);
  if (!isMentionSign(text, from) || isPartOfAddress(text, wordEnd)) return undefined;
  const isLiteral = findLiterals(text).some((literal) => literal.from < to && from < literal.to);
  return isLiteral ? undefined : { from, query };
}
