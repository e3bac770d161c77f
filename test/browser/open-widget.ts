import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { type ChatDesk, listen, openChatDesk } from '../support/open-chat-desk.ts';
import { openStrictPage } from '../support/open-strict-page.ts';

/** A strict page with the widget, and the desk behind it. */
export interface WidgetPage {
  readonly page: Page;
  readonly desk: ChatDesk;
  readonly url: string;
  readonly launcher: ReturnType<Page['getByRole']>;
  readonly panel: ReturnType<Page['getByRole']>;
  readonly field: ReturnType<Page['getByRole']>;
  readonly messages: ReturnType<Page['getByRole']>;
  /** Opens the panel and sends the first message of a conversation. */
  write(text: string): Promise<void>;
  reply(text: string): Promise<void>;
  /** The texts that the desk has, oldest first. */
  texts(): Promise<string[]>;
  /** What the browser keeps of this page, as text. */
  stored(): Promise<string>;
  violations(): Promise<unknown>;
  close(): Promise<void>;
}

export interface WidgetPageOptions extends BrowserContextOptions {
  /** Attributes of the script tag. */
  readonly script?: string;
  /** The page's own script, run before the widget's. */
  readonly host?: string;
  readonly change?: (html: string) => string;
  readonly dir?: string;
}

export async function openWidget(browser: Browser, options: WidgetPageOptions = {}): Promise<WidgetPage> {
  const { script = '', host = '', change = (html) => html, dir = 'ltr', ...rest } = options;
  const desk = await openChatDesk();
  const strict = await openStrictPage(desk.url, { dir });
  const site = await listen(async (request, response) => {
    if (request.url === '/host.js') return response.writeHead(200, { 'content-type': 'text/javascript' }).end(host);
    const answer = await fetch(strict.url + request.url);
    const headers = ['content-type', 'content-security-policy'].map((name) => [name, answer.headers.get(name) ?? '']);
    const text = (await answer.text())
      .replace('data-key', `${script} data-key`)
      .replace('<script src="/watch.js"></script>', '$&<script src="/host.js"></script>');
    response.writeHead(answer.status, headers.flat()).end(change(text));
  });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...rest });
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  await page.goto(site.url);

  const launcher = page.locator('.launcher');
  const field = page.locator('textarea');
  const messages = page.locator('.messages');
  const conversations = async () =>
    (await desk.desk.as(desk.ines).listConversations({ folder: { kind: 'all' }, sort: 'newest', limit: 10 })).items;
  return {
    page,
    desk,
    url: site.url,
    launcher,
    panel: page.locator('dialog'),
    field,
    messages,
    async write(text) {
      await launcher.click();
      await page.locator('.start').click();
      await field.fill(text);
      await field.press('Enter');
    },
    async reply(text) {
      const [conversation] = await conversations();
      if (!conversation) throw new Error('Nobody has written yet.');
      await desk.desk.as(desk.ines).reply({ conversation: conversation.id, body: { format: 'markdown', text } });
    },
    async texts() {
      return (await conversations()).map(({ preview }) => preview ?? '').toReversed();
    },
    stored: () => page.evaluate('JSON.stringify([localStorage, sessionStorage, document.cookie])'),
    violations: () => page.evaluate('window.violations'),
    async close() {
      await context.close();
      await site.close();
      await strict.close();
      await desk.close();
    },
  };
}
