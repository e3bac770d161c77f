import { startLauncher, type Widget, type WidgetEvents, type WidgetOptions } from './launcher.ts';

export type { Widget, WidgetEvents, WidgetOptions };

/** Puts the chat widget on the page. It loads the rest of itself when somebody opens it, or has written before. */
export function mountWidget(options: WidgetOptions): Widget {
  return startLauncher(options, () => import('./app.tsx'));
}
