/** Puts `host` on the page, beside its body, and back when a page that changes itself took it off. Gives back what ends it. */
export function stayOnPage(host: HTMLElement): () => void {
  // Beside the body: it need not be there yet, and another may take its place.
  const put = () => {
    if (host.isConnected) return;
    document.documentElement.append(host);
    watch.observe(document.documentElement, { childList: true });
  };
  const watch = new MutationObserver(put);
  watch.observe(document, { childList: true });
  put();
  return () => {
    watch.disconnect();
    host.remove();
  };
}
