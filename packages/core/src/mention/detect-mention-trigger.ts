/** The mention that is being typed at the cursor. */
export interface MentionTrigger {
  /** Where its `@` stands. */
  readonly from: number;
  /** What stands between the `@` and the cursor; empty right behind the `@`. */
  readonly query: string;
}

/** Whether somebody who writes `text` and stands at `cursor` wants to be offered names. */
export function detectMentionTrigger(text: string, cursor: number): MentionTrigger | undefined {
  const match = /(?<![\p{L}\p{M}\p{N}._%+@-])@([\p{L}\p{M}\p{N}._-]{0,60})$/u.exec(
    text.slice(Math.max(0, cursor - 80), cursor),
  );
  return match ? { from: cursor - match[0].length, query: match[1] ?? '' } : undefined;
}
