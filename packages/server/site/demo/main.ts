const element = <Name extends keyof HTMLElementTagNameMap>(name: Name, id: string) =>
  document.querySelector<HTMLElementTagNameMap[Name]>(`${name}#${id}`);

const ask = element('button', 'ask');
const copy = element('button', 'copy');
const snippet = element('code', 'snippet');
const said = element('p', 'said');

void start();

async function start(): Promise<void> {
  const key = await findKey();
  if (key === undefined) {
    if (snippet) snippet.textContent = 'Start the desk with DESKKIT_DEMO=on, then load this page again.';
    return;
  }
  const script = document.createElement('script');
  script.src = new URL('widget/loader.js', document.baseURI).href;
  script.dataset.key = key;
  script.async = true;
  showSnippet(script.outerHTML);
  // As if it stood in the page: what a host pastes is this very element.
  document.body.append(script);
  script.addEventListener('load', letAsk);
}

/** A host would write its key into the page; the demo's is made with its workspace. */
async function findKey(): Promise<string | undefined> {
  try {
    const response = await fetch('demo/widget');
    const { key } = (await response.json()) as { readonly key?: unknown };
    return response.ok && typeof key === 'string' ? key : undefined;
  } catch {
    return undefined;
  }
}

function showSnippet(html: string): void {
  if (!snippet || !copy) return;
  snippet.textContent = html.replace('async=""', 'async');
  copy.disabled = false;
  copy.addEventListener('click', () => void copySnippet());
}

async function copySnippet(): Promise<void> {
  if (!snippet || !said) return;
  try {
    await navigator.clipboard.writeText(snippet.textContent);
    said.textContent = 'Copied.';
  } catch {
    getSelection()?.selectAllChildren(snippet);
    said.textContent = 'Your browser did not allow it. The line is selected: copy it by keyboard.';
  }
}

function letAsk(): void {
  const page: { deskkit?: (command: 'open') => void } = window as never;
  if (!ask) return;
  ask.disabled = false;
  ask.addEventListener('click', () => page.deskkit?.('open'));
}
