/** What a host keeps beside conversations or contacts: which keys there are, and what fits under each. */
export type AttributeSchema = Readonly<Record<string, AttributeType>>;

export type AttributeType =
  | { readonly type: 'text'; readonly maxLength?: number }
  | { readonly type: 'number'; readonly min?: number; readonly max?: number }
  | { readonly type: 'yes-no' }
  | { readonly type: 'date' }
  | { readonly type: 'choice'; readonly options: readonly string[] };
