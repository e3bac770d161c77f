import type { WidgetModel } from '../model/widget-model.ts';

/** Tells the model when the network or the reader comes back. Gives back what ends it. */
export function watchPage(model: Pick<WidgetModel, 'wake' | 'setVisible'>): () => void {
  const look = () => {
    const isVisible = document.visibilityState === 'visible';
    model.setVisible(isVisible);
    if (isVisible) model.wake();
  };
  const wake = () => model.wake();
  look();
  document.addEventListener('visibilitychange', look);
  window.addEventListener('online', wake);
  return () => {
    document.removeEventListener('visibilitychange', look);
    window.removeEventListener('online', wake);
  };
}
