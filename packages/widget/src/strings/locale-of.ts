import type { WidgetOptions } from '../widget-options.ts';

/** The language to speak: the host's choice, else the page's, else the browser's. */
export function localeOf({ locale }: Pick<WidgetOptions, 'locale'>): string {
  return (locale || document.documentElement.lang || navigator.language).replace('_', '-');
}
