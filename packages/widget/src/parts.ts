import type { Language } from './strings/languages.ts';

/** What is loaded only when it is needed. */
export interface Parts extends Record<Exclude<Language, 'en'>, typeof import('./languages/de.ts')> {
  readonly app: typeof import('./app.tsx');
  readonly markdown: typeof import('./markdown.ts');
}

/** Loads a part. A browser may remember that an address failed: `attempt` counts from 0. */
export type LoadPart = <Name extends keyof Parts>(name: Name, attempt?: number) => Promise<Parts[Name]>;
