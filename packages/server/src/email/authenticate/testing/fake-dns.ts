import type { Resolver } from '../limited-resolver.ts';

export interface FakeDns {
  readonly resolve: Resolver;
  /** What was asked, in order: the type and the name. */
  readonly asked: string[];
}

/** Answers with the TXT and A records of a table, by name; `'away'` gives no answer, and all other names do not exist. */
export function createFakeDns(
  txt: Readonly<Record<string, string>>,
  a: Readonly<Record<string, string>> = {},
): FakeDns {
  const asked: string[] = [];
  return {
    asked,
    async resolve(name, type) {
      asked.push(`${type} ${name}`);
      const record = type === 'TXT' ? txt[name] : type === 'A' ? a[name] : undefined;
      if (record === undefined) throw Object.assign(new Error(`No ${type} of ${name}`), { code: 'ENOTFOUND' });
      if (record === 'away') throw Object.assign(new Error('No server answers'), { code: 'ESERVFAIL' });
      // Long records come in pieces (RFC 7208 §3.3).
      return type === 'TXT' ? [record.match(/.{1,200}/g) ?? []] : [record];
    },
  };
}
