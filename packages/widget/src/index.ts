import { startLauncher } from './launcher.ts';
import type { LoadPart, Parts } from './parts.ts';
import type { Widget } from './widget.ts';
import type { WidgetOptions } from './widget-options.ts';

export type { LauncherStrings } from './strings/launcher-strings.ts';
export type { Strings } from './strings/strings.ts';
export type { Widget, WidgetEvents, WidgetListener, WidgetMessage } from './widget.ts';
export type { WidgetOptions };

const parts: { readonly [Name in keyof Parts]: () => Promise<Parts[Name]> } = {
  app: () => import('./app.tsx'),
  ar: () => import('./languages/ar.ts'),
  de: () => import('./languages/de.ts'),
  es: () => import('./languages/es.ts'),
  fr: () => import('./languages/fr.ts'),
  extras: () => import('./extras/extras.ts'),
  it: () => import('./languages/it.ts'),
  nl: () => import('./languages/nl.ts'),
  pt: () => import('./languages/pt.ts'),
};

const load: LoadPart = (name) => parts[name]();

/** Puts the chat widget on the page. It loads the rest of itself when somebody opens it, or has written before. */
export function mountWidget(options: WidgetOptions): Widget {
  return startLauncher(options, load);
}
