import type { Language } from './strings/languages.ts';

type Languages = Record<Exclude<Language, 'en'>, typeof import('./languages/de.ts')>;

/** What is loaded only when it is needed. What needs a look of its own brings it as `style`. */
export interface Parts extends Languages {
  readonly app: typeof import('./app.tsx');
  /** What not every visitor needs: lists of what was before, markdown, sounds, files, questions. */
  readonly extras: typeof import('./extras/extras.ts');
}

/** Loads a part. A browser may remember that an address failed: `attempt` counts from 0. */
export type LoadPart = <Name extends keyof Parts>(name: Name, attempt?: number) => Promise<Parts[Name]>;
