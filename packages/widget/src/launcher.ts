import { applyTheme } from './dom/apply-theme.ts';
import { forget, hasKept, storageName } from './dom/has-kept.ts';
import { stayOnPage } from './dom/stay-on-page.ts';
import { createLauncherView } from './launcher-view.ts';
import { createListeners } from './listeners.ts';
import type { LoadPart } from './parts.ts';
import type { App, Place } from './place.ts';
import { launcherStrings } from './strings/launcher-strings.ts';
import type { Widget } from './widget.ts';
import type { WidgetOptions } from './widget-options.ts';

/** Puts the button on the page. The app is loaded with the first click, or to say what is unread to who wrote before. */
export function startLauncher(given: WidgetOptions, loadPart: LoadPart): Widget {
  let options = given;
  const { host, root, button, show } = createLauncherView({ ...launcherStrings, ...options.strings });
  const { on, off, emit } = createListeners();
  let app: Promise<App> | undefined;
  let attempts = 0;
  let isOpen = false;
  let isWanted = false;
  let unread = 0;
  const ending = new AbortController();

  const place: Place = {
    host,
    root,
    options: () => options,
    load: loadPart,
    strings: launcherStrings,
    onOpen(open) {
      if (open === isOpen) return;
      isOpen = open;
      isWanted = open;
      show({ isOpen });
      if (!open) button.focus();
      emit(open ? 'open' : 'close', undefined);
    },
    onUnread(count) {
      if (count === unread) return;
      unread = count;
      show({ unread });
      emit('unread', unread);
    },
    onStrings: (strings) => show({ strings }),
    emit,
  };

  function load(): Promise<App> {
    app ??= loadPart('app', attempts++)
      .then(({ startApp }) => startApp(place))
      .catch((error: unknown) => {
        app = undefined;
        throw error;
      });
    return app;
  }

  async function want(open: boolean, then?: (app: App) => void): Promise<void> {
    isWanted = open;
    if (!open && !app) return;
    show({ isBusy: true, hasFailed: false });
    try {
      const loaded = await load();
      if (ending.signal.aborted) return;
      then?.(loaded);
      loaded.setOpen(isWanted);
    } catch {
      isWanted = false;
      show({ hasFailed: true });
    }
    show({ isBusy: false });
  }

  /** Tells the app, if it is there. */
  const tell = (change: (app: App) => void) => void app?.then(change).catch(() => {});

  function leave(): void {
    options = { ...options, identity: undefined };
    tell((loaded) => loaded.restart());
  }

  // Who signs out in one tab is gone from all.
  window.addEventListener(
    'storage',
    ({ key, newValue }) => {
      if (key === storageName(options.key) && newValue === null) leave();
    },
    ending,
  );
  button.addEventListener('click', () => void want(!isWanted));
  applyTheme(host, options);
  const takeOff = stayOnPage(host);
  if (hasKept(options.key)) void load().catch(() => {});

  return {
    open: () => void want(true),
    close: () => void want(false),
    toggle: () => void want(!isWanted),
    hide() {
      void want(false);
      host.hidden = true;
    },
    show() {
      host.hidden = false;
    },
    startConversation: (text = '') => void want(true, (loaded) => loaded.startConversation(text)),
    identify(identity) {
      options = { ...options, identity };
      tell((loaded) => loaded.identify());
    },
    signOut() {
      forget(options.key);
      leave();
    },
    setLocale(locale) {
      options = { ...options, locale };
      tell((loaded) => loaded.setLocale());
    },
    on,
    off,
    unmount() {
      takeOff();
      ending.abort();
      tell((loaded) => loaded.unmount());
    },
  };
}
