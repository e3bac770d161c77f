import { effect, signal } from '@preact/signals-core';
import { Fragment, h, render } from 'preact';
import { Panel } from './components/panel.tsx';
import { createPanelKeeper } from './dom/panel-keeper.ts';
import type { Alerts } from './extras/alerts.ts';
import { createExtras } from './model/create-extras.ts';
import { subjectOf } from './model/subject-of.ts';
import type { App, Place } from './place.ts';
import { isRightToLeft } from './strings/languages.ts';
import { loadStrings } from './strings/load-strings.ts';
import { english, type Strings } from './strings/strings.ts';
import { panelStyle } from './style/panel-style.ts';
import { welcome } from './visitor.ts';

/** Puts the panel beside the launcher, and the model behind it. */
export async function startApp(place: Place): Promise<App> {
  const { host, root, options } = place;
  const inEnglish: Partial<Strings> = { ...place.strings, ...english };
  const words = signal(await loadStrings(place, inEnglish));
  const visitor = signal(welcome(place));
  const model = () => visitor.peek().model;

  const adopt = (style: string) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  };
  adopt(panelStyle);
  const extras = createExtras(
    place.load,
    (loaded) => {
      loaded.take({ h, Fragment });
      adopt(loaded.style);
      Object.assign(inEnglish, loaded.english);
      words.value = { ...words.peek(), strings: { ...loaded.english, ...words.peek().strings } };
    },
    (callback) => setTimeout(callback, 5_000),
  );
  const box = document.createElement('div');
  root.prepend(box);
  const keeper = createPanelKeeper(host, box);

  let alerts: Alerts | undefined;

  function restart(): void {
    const before = visitor.peek();
    before.stop();
    const next = welcome(place);
    next.model.setOpen(before.model.isOpen.peek());
    visitor.value = next;
  }

  const endings = [
    // One effect draws it all: what a component reads while it is drawn makes it drawn again.
    effect(() => {
      const { model } = visitor.value;
      const focused = root.activeElement;
      render(<Panel model={model} extras={extras} upload={options().upload} {...words.value} />, box);
      keeper.keep(model, focused);
    }),
    effect(() => {
      const { strings, locale } = words.value;
      host.lang = locale;
      host.dir = isRightToLeft(locale) ? 'rtl' : 'ltr';
      place.onStrings(strings);
    }),
    effect(() => place.onOpen(visitor.value.model.isOpen.value)),
    effect(() => {
      const news = visitor.value.model.news.value;
      if (news?.kind !== 'reply') return;
      const { id, conversation, name, body } = news.message;
      place.emit('message', { id, conversation, name, text: body.text });
    }),
    effect(() => {
      const { news, unread } = visitor.value.model;
      if (unread.value > 0 || alerts) alerts ??= extras()?.createAlerts(model);
      alerts?.show(news.value, unread.value);
    }),
    () => alerts?.stop(),
    keeper.stop,
    () => visitor.peek().stop(),
    () => render(null, box),
  ];

  return {
    setOpen: (open) => model().setOpen(open),
    startConversation: (text) => model().startConversation(text),
    identify() {
      if (subjectOf(options().identity) !== visitor.peek().of) restart();
    },
    restart,
    async setLocale() {
      const wanted = options().locale;
      const loaded = await loadStrings(place, inEnglish);
      if (wanted === options().locale) words.value = loaded;
    },
    unmount() {
      for (const end of endings) end();
    },
  };
}
