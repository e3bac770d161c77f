import type { Widget } from './widget.ts';

/** Does what a page asks for by name, as in `deskkit('open')`. What it cannot do, it says in the console. */
export function obey(widget: Widget, [name, ...rest]: Iterable<unknown>): unknown {
  try {
    const command = Object.entries(widget).find(([known]) => known === name);
    if (command) return command[1](...rest);
    throw new TypeError(`There is no "${name}", but ${Object.keys(widget).join(', ')}.`);
  } catch (error) {
    // One bad command is no reason to do none of the others.
    console.error('deskkit:', error);
  }
}
