import { element, lineIcon, setAttributes } from './dom/element.ts';
import type { LauncherStrings } from './strings/launcher-strings.ts';
import { launcherStyle } from './style/launcher-style.ts';

interface LauncherState {
  readonly isOpen: boolean;
  readonly isBusy: boolean;
  readonly hasFailed: boolean;
  readonly unread: number;
  readonly strings: LauncherStrings;
}

/** The button as it stands on the page. */
export interface LauncherView {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly button: HTMLButtonElement;
  show(change: Partial<LauncherState>): void;
}

export function createLauncherView(strings: LauncherStrings): LauncherView {
  const host = element('div', {});
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(launcherStyle);
  root.adoptedStyleSheets = [sheet];
  const badge = element('span', { class: 'badge', 'aria-hidden': 'true' });
  const hint = element('div', { class: 'hint', role: 'status' });
  const button = element(
    'button',
    { type: 'button', class: 'launcher', 'aria-haspopup': 'dialog' },
    lineIcon('M21 12a8.5 8.5 0 0 1-9 8.5H4l2-3.5A8.5 8.5 0 1 1 21 12Z'),
    lineIcon('m6 9 6 6 6-6'),
    badge,
  );
  root.append(hint, button);
  let state: LauncherState = { isOpen: false, isBusy: false, hasFailed: false, unread: 0, strings };

  function show(change: Partial<LauncherState>): void {
    state = { ...state, ...change };
    const { isOpen, unread, strings: say } = state;
    const words = isOpen ? say.close : say.open;
    setAttributes(button, {
      'aria-label': unread > 0 && !isOpen ? `${words}, ${say.unread(unread)}` : words,
      'aria-expanded': String(isOpen),
      'aria-busy': String(state.isBusy),
    });
    badge.textContent = unread > 99 ? '99+' : String(unread);
    badge.hidden = unread === 0 || isOpen;
    hint.textContent = state.hasFailed ? say.notLoaded : '';
  }

  show({});
  return { host, root, button, show };
}
