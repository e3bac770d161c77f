import { newId } from '@deskkit/core';
import { createClient } from '@deskkit/core/client';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { Panel } from './components/panel.tsx';
import { createBrowserKeep } from './dom/browser-keep.ts';
import { watchPage } from './dom/watch-page.ts';
import type { App, Place } from './launcher.ts';
import { createSession } from './model/session.ts';
import { subjectOf } from './model/subject-of.ts';
import { createWidgetModel } from './model/widget-model.ts';
import { english } from './strings/strings.ts';
import { panelStyle } from './style/panel-style.ts';

/** Puts the panel beside the launcher, and the model behind it. */
export function startApp({ root, options, onOpen, onUnread }: Place): App {
  const { key, identity } = options;
  const url = `${options.url.replace(/\/$/, '')}/v1`;
  const keep = createBrowserKeep(key);
  const stranger = createClient({ url });
  const session = createSession({
    keep,
    of: identity === undefined ? null : subjectOf(identity),
    ask: () => stranger.openWidgetSession(identity === undefined ? { key } : { key, identity }),
  });
  const model = createWidgetModel({
    client: createClient({ url, token: session.token }),
    session,
    keep,
    greet: () => stranger.getWidgetConfig({ key }),
    newId,
    now: () => new Date().toISOString(),
    after(milliseconds, callback) {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
  });

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(panelStyle);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const box = document.createElement('div');
  root.prepend(box);
  render(<Panel model={model} strings={english} />, box);

  const endings = [
    watchPage(model),
    effect(() => onOpen(model.isOpen.value)),
    effect(() => onUnread(model.unread.value)),
  ];
  return {
    setOpen: model.setOpen,
    unmount() {
      for (const end of endings) end();
      model.stop();
      render(null, box);
    },
  };
}
