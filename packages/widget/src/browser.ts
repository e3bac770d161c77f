import { startLauncher } from './launcher.ts';
import { obey } from './obey.ts';
import type { WidgetOptions } from './widget-options.ts';

/** Starts the widget for the loader: does what the page asked for meanwhile, then every command as it comes. */
export function run(options: WidgetOptions, commands: Iterable<unknown>[]): void {
  const widget = startLauncher(options, (name, attempt) => {
    const { href } = new URL(`${name}.js`, import.meta.url);
    return import(attempt ? `${href}?${attempt}` : href);
  });
  for (const command of commands) obey(widget, command);
  commands.push = (command) => obey(widget, command) as never;
}
