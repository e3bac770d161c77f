import type { LoadPart } from './parts.ts';
import type { LauncherStrings } from './strings/launcher-strings.ts';
import type { WidgetEvents } from './widget.ts';
import type { WidgetOptions } from './widget-options.ts';

/** What the app finds where it is put. */
export interface Place {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** As they are now: a page may identify its user later, or change the language. */
  readonly options: () => WidgetOptions;
  readonly load: LoadPart;
  /** What the button says in English. */
  readonly strings: LauncherStrings;
  readonly onOpen: (open: boolean) => void;
  readonly onUnread: (count: number) => void;
  /** What the button says in the language that was loaded. */
  readonly onStrings: (strings: LauncherStrings) => void;
  readonly emit: <Name extends keyof WidgetEvents>(name: Name, value: WidgetEvents[Name]) => void;
}

/** The panel, as the launcher knows it. */
export interface App {
  setOpen(open: boolean): void;
  startConversation(text: string): void;
  /** Takes the identity that the options hold now. */
  identify(): void;
  /** Begins anew with what is kept now. */
  restart(): void;
  setLocale(): void;
  unmount(): void;
}
