/** What a mail server, or somebody's complaint, says about a mail that was sent. */
export interface Bounce {
  /** Of RFC 3463: 5 will not arrive by trying again, 4 may. Unknown for complaints and for what arrived. */
  readonly statusClass: 4 | 5 | undefined;
  /** Of RFC 3463, such as `5.1.1`, as stated or as the words mean; unknown where only the class is. */
  readonly status: string | undefined;
  readonly action: BounceAction | undefined;
  /** As stated, each once, at most 100. Anyone can state them: act only on those the mail went to. */
  readonly recipients: readonly string[];
  /** The Message-ID of the mail it is about, with its angle brackets. */
  readonly messageId: string | undefined;
  /** What the server said, on one line of at most 500 characters. */
  readonly reason: string | undefined;
  /** The stable name of the rule that found the status. */
  readonly rule: string;
}

export type BounceAction = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded' | 'complained';

/** What one way of reading found. */
export interface Finding {
  readonly status: string | undefined;
  readonly statusClass: 4 | 5 | undefined;
  readonly action: BounceAction | undefined;
  readonly reason: string | undefined;
  readonly rule: string;
}

export const mostRecipients = 100;

const addresses = /[^\s<>()[\]"',;:@\\]{1,100}@[^\s<>()[\]"',;:@\\]{1,255}/g;

/** The addresses in a text, in their order. */
export function addressesIn(text: string): readonly string[] {
  return (text.slice(0, 10_000).match(addresses) ?? []).map((address) => address.replace(/\.$/, ''));
}
