/** What a caller may give of `Values`; absent and `undefined` mean the same. */
export type Given<Values> = { readonly [Key in keyof Values]?: Values[Key] | undefined };

type Present<Values> = { readonly [Key in keyof Values]?: Exclude<Values[Key], undefined> };

/** Only what was really given, to be spread over what stands. */
export function withoutAbsent<Values extends object>(values: Values): Present<Values> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<Values>;
}
