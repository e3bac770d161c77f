import type { Language } from './strings/languages.ts';

type Languages = Record<Exclude<Language, 'en'>, typeof import('./languages/de.ts')>;

/** What is loaded only when it is needed. What needs a look of its own brings it as `style`. */
export interface Parts extends Languages {
  readonly app: typeof import('./app.tsx');
  /** For messages that are more than plain words. */
  readonly markdown: typeof import('./markdown.ts');
  /** For who wrote before. */
  readonly history: typeof import('./history/history.ts');
}

/** Loads a part. A browser may remember that an address failed: `attempt` counts from 0. */
export type LoadPart = <Name extends keyof Parts>(name: Name, attempt?: number) => Promise<Parts[Name]>;
