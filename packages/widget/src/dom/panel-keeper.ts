import type { WidgetModel } from '../model/widget-model.ts';

/** Where the panel fills the screen nothing behind it can be reached. */
const fullScreen = '(max-width: 480px)';

/** Does for the panel what a rendering can't: opens the dialog, puts the focus, makes the field as high as its text. */
export interface PanelKeeper {
  /** After each rendering; `focused` had the focus before. */
  keep(model: WidgetModel, focused: Element | null): void;
  stop(): void;
}

export function createPanelKeeper(host: HTMLElement, box: HTMLElement): PanelKeeper {
  let shown: unknown;
  let newest: unknown;
  let text: string | undefined;
  let overflow: string | undefined;
  const page = document.documentElement.style;

  // A keyboard that slides in makes the visible part of the page smaller, and may move it.
  const fit = () => {
    host.style.setProperty('--seen-height', `${window.visualViewport?.height}px`);
    host.style.setProperty('--seen-top', `${window.visualViewport?.offsetTop}px`);
  };
  const ending = new AbortController();
  for (const event of ['resize', 'scroll']) window.visualViewport?.addEventListener(event, fit, ending);

  // What lies below a full screen does not scroll along.
  function lock(): void {
    overflow = page.overflow;
    page.overflow = 'hidden';
  }

  function unlock(): void {
    if (overflow !== undefined) page.overflow = overflow;
    overflow = undefined;
  }

  return {
    keep({ isOpen, space, draft, outgoing }, focused) {
      const dialog = box.querySelector('dialog');
      const field = box.querySelector('textarea');
      if (!dialog) return;
      if (dialog.open !== isOpen.value) {
        if (isOpen.value) {
          fit();
          const isFull = matchMedia(fullScreen).matches;
          dialog[isFull ? 'showModal' : 'show']();
          if (isFull) lock();
        } else {
          dialog.close();
          unlock();
        }
      }
      const place = isOpen.value && (space.value.name === 'chat' ? space.value.conversation : space.value.name);
      const first = dialog.querySelector<HTMLElement>('[data-first]');
      // Also when what had the focus is gone.
      if (place && (place !== shown || focused?.isConnected === false)) first?.focus({ preventScroll: true });
      if (field && (place !== shown || text !== draft.value)) {
        field.style.blockSize = 'auto';
        field.style.blockSize = `${field.scrollHeight}px`;
      }
      const own = outgoing.value.at(-1)?.id;
      // Wherever somebody is reading, they see what they send.
      if (own && own !== newest) box.querySelector('.messages')?.scrollTo(0, 0);
      newest = own;
      // What is to have the focus may still be loading.
      shown = first && place;
      text = draft.value;
    },
    stop() {
      unlock();
      ending.abort();
    },
  };
}
