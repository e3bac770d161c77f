/** A mail as a client sends it: the words of its sender, then what the client put below them, and the rule that finds it. */
export interface AnsweredMail {
  readonly client: string;
  readonly answer: string;
  readonly below: string;
  readonly rule: string;
}

/** Names the four parts of a mail in the order in which they are read. */
export const answeredMail = (client: string, rule: string, answer: string, below: string): AnsweredMail => ({
  client,
  answer,
  below,
  rule,
});
