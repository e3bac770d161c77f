import { createClient } from '@deskkit/core/client';
import { effect } from '@preact/signals-core';
import { createBrowserKeep } from './dom/browser-keep.ts';
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
  if (given.name === 'ask' && of === null && keep.read().token === null) asked.push('name');
  const questions = createQuestions(asked, keep.allow);
  const stranger = createClient({ url });
  const session = createSession({
    keep,
    // A host renews its tokens: the one of now counts.
    ask: () => stranger.openWidgetSession({ key, identity: options().identity, name: questions.name() }),
  });
  const model = createWidgetModel({
    client: createClient({ url, token: session.token }),
    session,
    keep,
    questions,
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
