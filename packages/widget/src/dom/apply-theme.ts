import type { WidgetOptions } from '../widget-options.ts';

/** Hands the host's wishes to the style. */
export function applyTheme(host: HTMLElement, { accent, gap, position, scheme }: WidgetOptions): void {
  const set = (name: string, value: string | undefined) => value && host.style.setProperty(`--deskkit-${name}`, value);
  set('accent', accent);
  set('gap', gap === undefined ? gap : `${gap}px`);
  set('color-scheme', scheme === 'auto' ? 'light dark' : scheme);
  if (position) host.dataset.position = position;
}
