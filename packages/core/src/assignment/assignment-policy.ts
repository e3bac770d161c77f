/** Who gets a conversation that nobody has. `limit`: how many open ones a teammate takes at most; `null`: any number. */
export type AssignmentPolicy =
  | { readonly kind: 'manual' }
  | { readonly kind: 'round-robin'; readonly limit: number | null }
  | { readonly kind: 'least-busy'; readonly limit: number | null };
