declare const brand: unique symbol;

/** A `T` that only its own makers can produce: two brands of the same `T` do not mix. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
