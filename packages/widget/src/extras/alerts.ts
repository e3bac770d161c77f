import type { News } from '../model/space.ts';
import type { WidgetModel } from '../model/widget-model.ts';
import { notify } from './notify.ts';
import { playChime } from './play-chime.ts';
import { titleWith } from './title-with.ts';

/** Tells who looks elsewhere that something came: by a sound, in the tab's title, and by a notification if allowed. */
export interface Alerts {
  /** The newest news, and how much is unread now. */
  show(news: News | null, unread: number): void;
  stop(): void;
}

/** `model` gives that of the visitor of now. */
export function createAlerts(model: () => WidgetModel): Alerts {
  let count = 0;
  let told: News | null = null;
  let context: AudioContext | undefined;

  // The page may change its title meanwhile: only the number is ours.
  const write = () => {
    const title = titleWith(document.title, document.hidden ? count : 0);
    if (title !== document.title) document.title = title;
  };
  document.addEventListener('visibilitychange', write);

  function tell(news: News): void {
    const { hasSound, isMuted, openConversation, setOpen } = model();
    if (news.kind !== 'reply') return;
    // Before somebody has touched the page it may not sound, and later is too late.
    if (hasSound && !isMuted.peek() && navigator.userActivation?.hasBeenActive) {
      context ??= new AudioContext();
      playChime(context);
    }
    notify(news.message, () => {
      openConversation(news.message.conversation);
      setOpen(true);
    });
  }

  return {
    show(news, unread) {
      // What is read as it comes needs no telling.
      if (news && news !== told && unread > 0) tell(news);
      told = news;
      count = unread;
      write();
    },
    stop() {
      document.removeEventListener('visibilitychange', write);
      count = 0;
      write();
      void context?.close();
    },
  };
}
