import type { WidgetModel } from '../model/widget-model.ts';

/** Tells the model when the network or the reader comes back. Gives back what ends it. */
export function watchPage(model: Pick<WidgetModel, 'wake' | 'setVisible'>): () => void {
  const ending = new AbortController();
  const look = () => {
    model.setVisible(!document.hidden);
    if (!document.hidden) model.wake();
  };
  look();
  document.addEventListener('visibilitychange', look, ending);
  window.addEventListener('online', look, ending);
  return () => ending.abort();
}
