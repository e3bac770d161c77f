import { startLauncher, type Widget, type WidgetOptions } from './launcher.ts';

/** Starts the widget for the loader: does what the page asked for meanwhile, then every command as it comes. */
export function run(options: WidgetOptions, commands: unknown[][]): void {
  const app = new URL('app.js', import.meta.url).href;
  // A browser may remember that an address failed.
  const widget = startLauncher(options, (attempt) => import(attempt === 0 ? app : `${app}?${attempt}`));
  for (const command of commands) obey(widget, command);
  commands.push = (command) => obey(widget, command) as never;
}

function obey(widget: Widget, [name, ...rest]: readonly unknown[]): unknown {
  switch (name) {
    case 'open':
    case 'close':
    case 'toggle':
      return widget[name]();
    case 'on':
      return widget.on(rest[0] as never, rest[1] as never);
    default:
      return console.error(`deskkit does not know "${String(name)}". It knows open, close, toggle and on.`);
  }
}
