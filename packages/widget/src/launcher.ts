import { storageName } from './dom/storage-name.ts';
import { launcherStrings as strings } from './strings/launcher-strings.ts';
import { launcherStyle } from './style/launcher-style.ts';

export interface WidgetOptions {
  /** Where the desk is: its API is at `/v1` below it. */
  readonly url: string;
  /** The workspace's widget key. */
  readonly key: string;
  /** A JWT that the host signed for its user. */
  readonly identity?: string;
}

/** What a page can hear: the panel opened, it closed, and how many messages are unread. */
export interface WidgetEvents {
  open: undefined;
  close: undefined;
  unread: number;
}

/** The widget on a page. */
export interface Widget {
  open(): void;
  close(): void;
  toggle(): void;
  /** Calls back when it happens. Gives back what ends it. */
  on<Name extends keyof WidgetEvents>(name: Name, listener: (value: WidgetEvents[Name]) => void): () => void;
  /** Takes it off the page. What was kept stays kept. */
  unmount(): void;
}

/** The panel, as the launcher knows it. */
export interface App {
  setOpen(open: boolean): void;
  unmount(): void;
}

/** What the app finds where it is put. */
export interface Place {
  readonly root: ShadowRoot;
  readonly options: WidgetOptions;
  readonly onOpen: (open: boolean) => void;
  readonly onUnread: (count: number) => void;
}

type LoadApp = (attempt: number) => Promise<{ startApp(place: Place): App }>;

/** Puts the button on the page. The app is loaded with the first click, or to say what is unread to who wrote before. */
export function startLauncher(options: WidgetOptions, loadApp: LoadApp): Widget {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(launcherStyle);
  root.adoptedStyleSheets = [sheet];

  const badge = element('span', { class: 'badge', 'aria-hidden': 'true', hidden: '' });
  const hint = element('div', { class: 'hint', role: 'status' });
  const button = element(
    'button',
    { type: 'button', class: 'launcher', 'aria-haspopup': 'dialog', 'aria-expanded': 'false' },
    icon(
      'M20 11.5a8 8 0 0 1-8.5 8 9 9 0 0 1-3.4-.7L4 20l1.2-3.7A7.7 7.7 0 0 1 4 11.5a8 8 0 0 1 8-7.5 8 8 0 0 1 8 7.5Z',
    ),
    icon('m6 9 6 6 6-6'),
    badge,
  );
  root.append(hint, button);

  const listeners = new Map<string, Set<(value: never) => void>>();
  let app: Promise<App> | undefined;
  let attempts = 0;
  let isOpen = false;
  let isWanted = false;
  let unread = 0;
  let isGone = false;

  function emit(name: keyof WidgetEvents, value?: number): void {
    for (const listener of listeners.get(name) ?? []) listener(value as never);
  }

  function label(): void {
    const words = isOpen ? strings.close : strings.open;
    button.setAttribute('aria-label', unread > 0 && !isOpen ? `${words}, ${strings.unread(unread)}` : words);
    button.setAttribute('aria-expanded', String(isOpen));
    badge.textContent = unread > 99 ? '99+' : String(unread);
    badge.hidden = unread === 0 || isOpen;
  }

  const place: Place = {
    root,
    options,
    onOpen(open) {
      if (open === isOpen) return;
      isOpen = open;
      isWanted = open;
      label();
      if (!open) button.focus();
      emit(open ? 'open' : 'close');
    },
    onUnread(count) {
      if (count === unread) return;
      unread = count;
      label();
      emit('unread', count);
    },
  };

  function load(): Promise<App> {
    app ??= loadApp(attempts++).then(
      ({ startApp }) => startApp(place),
      (error: unknown) => {
        app = undefined;
        throw error;
      },
    );
    return app;
  }

  async function show(open: boolean): Promise<void> {
    isWanted = open;
    if (!open && !app) return;
    hint.textContent = '';
    button.setAttribute('aria-busy', 'true');
    try {
      const loaded = await load();
      if (!isGone) loaded.setOpen(isWanted);
    } catch {
      isWanted = false;
      hint.textContent = strings.notLoaded;
    }
    button.removeAttribute('aria-busy');
  }

  function attach(): void {
    if (isGone) return;
    document.body.append(host);
    if (hasWritten(options.key)) void load().catch(() => {});
  }

  button.addEventListener('click', () => void show(!isWanted));
  label();
  if (document.body) attach();
  else document.addEventListener('DOMContentLoaded', attach, { once: true });

  return {
    open: () => void show(true),
    close: () => void show(false),
    toggle: () => void show(!isWanted),
    on(name, listener) {
      const known = listeners.get(name) ?? new Set();
      listeners.set(name, known.add(listener));
      return () => known.delete(listener);
    },
    unmount() {
      isGone = true;
      host.remove();
      void app?.then((loaded) => loaded.unmount()).catch(() => {});
    },
  };
}

/** Looks, and stores nothing. */
function hasWritten(key: string): boolean {
  try {
    return localStorage.getItem(storageName(key)) !== null;
  } catch {
    return false;
  }
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Node[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

function icon(path: string): SVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  const line = document.createElementNS(namespace, 'path');
  for (const [name, value] of Object.entries({
    viewBox: '0 0 24 24',
    width: '26',
    height: '26',
    'aria-hidden': 'true',
  }))
    svg.setAttribute(name, value);
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}
