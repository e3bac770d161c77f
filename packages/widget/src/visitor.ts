import { effect } from '@preact/signals-core';
import { createBrowserKeep } from './dom/browser-keep.ts';
import { connectDesk } from './dom/connect-desk.ts';
import { hasKept } from './dom/has-kept.ts';
import { watchPage } from './dom/watch-page.ts';
import { newId } from './model/new-id.ts';
import { type Asked, createQuestions } from './model/questions.ts';
import { createSession } from './model/session.ts';
import { subjectOf } from './model/subject-of.ts';
import { createWidgetModel, type WidgetModel } from './model/widget-model.ts';
import type { Place } from './place.ts';

/** Somebody in front of the widget: what it knows of them, until they leave or turn out to be somebody else. */
export interface Visitor {
  readonly of: string | null;
  readonly model: WidgetModel;
  stop(): void;
}

export function welcome({ options, onUnread }: Place): Visitor {
  const { key, ...given } = options();
  const url = `${given.url.replace(/\/$/, '')}/v1`;
  const of = subjectOf(given.identity);
  const isAllowed = given.consent !== 'ask' || hasKept(key);
  const keep = createBrowserKeep(key, of, isAllowed);
  const asked: Asked[] = isAllowed ? [] : ['keep'];
  if (given.details === 'after' || (given.details === 'before' && keep.read().token === null))
    asked.push(given.details);
  const stranger = connectDesk(url);
  const session = createSession({
    keep,
    // A host renews its tokens: the one of now counts.
    ask: () => stranger.openWidgetSession({ key, identity: options().identity }),
  });
  const client = connectDesk(url, session.token);
  const model = createWidgetModel({
    client,
    session,
    keep,
    questions: createQuestions({
      keep,
      asked: of === null ? asked : asked.filter((one) => one === 'keep'),
      tell: client.changeWidgetMe,
    }),
    hasSound: given.sound !== 'off',
    greet: () => stranger.getWidgetConfig({ key }),
    newId,
    now: () => new Date().toISOString(),
    after(milliseconds, callback) {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
  });
  const endings = [watchPage(model), effect(() => onUnread(model.unread.value)), model.stop, keep.close];
  return {
    of,
    model,
    stop() {
      for (const end of endings) end();
    },
  };
}
