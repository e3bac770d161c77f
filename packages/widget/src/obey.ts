import type { Widget } from './widget.ts';

/** Does what a page asks for by name, as in `deskkit('open')`. What it cannot do, it says in the console. */
export function obey(widget: Widget, [name, ...rest]: Iterable<unknown>): unknown {
  try {
    const command: unknown = Object.hasOwn(widget, String(name)) && widget[name as keyof Widget];
    if (typeof command === 'function') return command(...rest);
    throw new TypeError(`There is no command "${name}", but ${Object.keys(widget)}`);
  } catch (error) {
    // One bad command is no reason to do none of the others.
    console.error('deskkit:', error);
  }
}
