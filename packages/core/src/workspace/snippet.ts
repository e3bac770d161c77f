/** What a host pastes into its pages to get the widget; `url` is where the desk is reached, without a `/` at the end. */
export function snippetOf(url: string, widgetKey: string): string {
  return `<script src="${escapeAttribute(url)}/widget/loader.js" data-key="${escapeAttribute(widgetKey)}" async></script>`;
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
