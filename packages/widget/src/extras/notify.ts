import type { VisitorMessage } from '@deskkit/core/client';
import { spoken } from './spoken.ts';

/** Shows a message outside of the page, if the page may and nobody sees it. Asking for leave is the page's business. */
export function notify(message: VisitorMessage, onClick: () => void): void {
  if (!document.hidden || !('Notification' in window) || Notification.permission !== 'granted') return;
  const notification = new Notification(message.name ?? document.title, {
    body: spoken(message.body),
    tag: message.id,
  });
  notification.onclick = () => {
    window.focus();
    notification.close();
    onClick();
  };
}
