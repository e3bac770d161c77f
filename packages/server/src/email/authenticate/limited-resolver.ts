import type { MxRecord } from 'node:dns';

/** Asks DNS for the records of a type, as `resolve` of node:dns/promises does; rejects with its `code`s. */
export type Resolver = (
  name: string,
  type: string,
) => Promise<readonly string[] | readonly (readonly string[])[] | readonly MxRecord[]>;

export interface ResolverLimits {
  readonly maxLookups: number;
  readonly lookupMilliseconds: number;
}

/** A resolver for one mail, which may name any number of domains: what is beyond the limits is as if DNS were away. */
export function limitResolver(resolve: Resolver, { maxLookups, lookupMilliseconds }: ResolverLimits): Resolver {
  let lookups = 0;
  return async (name, type) => {
    lookups += 1;
    if (lookups > maxLookups) throw away('The mail names too many domains.');
    let timer: NodeJS.Timeout | undefined;
    const timeOut = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(away('DNS does not answer.')), lookupMilliseconds);
    });
    try {
      return await Promise.race([resolve(name, type), timeOut]);
    } finally {
      clearTimeout(timer);
    }
  };
}

function away(message: string): Error {
  return Object.assign(new Error(message), { code: 'ETIMEOUT' });
}
