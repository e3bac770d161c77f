import type * as preact from 'preact';

// What the build calls for the markup in parts that are loaded later: they bring no Preact of their own.
export let h: typeof preact.h;
export let Fragment: typeof preact.Fragment;

/** Takes it from the app. */
export function take(given: Pick<typeof preact, 'h' | 'Fragment'>): void {
  ({ h, Fragment } = given);
}
