/**
 * A mail's body in two parts. Together they hold every word of the mail, each part in the mail's order; `hidden` is empty
 * when `rule`, the kebab-case name of what was recognised, is `none`.
 */
export interface Trimmed {
  readonly visible: string;
  readonly hidden: string;
  readonly rule: string;
}

export interface TrimOptions {
  /** Whether the mail answers nothing that we know: then only its signature is hidden. */
  readonly isFirst?: boolean;
}
