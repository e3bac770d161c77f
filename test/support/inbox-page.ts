import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';

/** The inbox of one of the demo's team, as a person uses it. */
export interface InboxPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** A row of the list, by words in it. */
  row(words: string): Locator;
  folder(name: string): Promise<void>;
  tab(name: 'Open' | 'Snoozed' | 'Closed'): Promise<void>;
  open(words: string): Promise<void>;
  /** The messages of the open conversation. */
  readonly thread: Locator;
  reply(text: string): Promise<void>;
  /** Writes a note by the keyboard; `@` words are chosen from the list. */
  note(text: string): Promise<void>;
  press(button: string | RegExp): Promise<void>;
  button(name: string | RegExp): Locator;
}

export async function openInbox(
  browser: Browser,
  url: string,
  name: string,
  options: BrowserContextOptions = { viewport: { width: 1440, height: 860 } },
): Promise<InboxPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(url);
  const drawer = page.getByRole('button', { name: 'Show folders' });
  await drawer
    .or(page.getByRole('button', { name: /^Unassigned/ }))
    .first()
    .waitFor();
  const isNarrow = await drawer.isVisible();
  if (isNarrow) await drawer.click();
  const switcher = page.getByRole('combobox', { name: /^Demo: you are/ });
  const option = await switcher.locator('option').filter({ hasText: name }).getAttribute('value');
  await switcher.selectOption(option);
  // Who was chosen already stays, and so does the drawer.
  if (isNarrow) await page.keyboard.press('Escape');
  await (isNarrow ? drawer : page.getByRole('button', { name: /^Unassigned/ })).waitFor();

  const button = (named: string | RegExp) => page.getByRole('button', { name: named });
  const write = async (kind: 'Reply' | 'Note') => {
    await page.getByRole('tab', { name: new RegExp(`^${kind}`) }).click();
    const field = page.locator('form textarea');
    await field.click();
    return field;
  };
  return {
    page,
    context,
    row: (words) => page.getByRole('option').filter({ hasText: words }),
    folder: (folder) =>
      page
        .getByRole('navigation')
        .getByRole('button', { name: new RegExp(`^${folder}`) })
        .click(),
    tab: (tab) => page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click(),
    open: (words) => page.getByRole('option').filter({ hasText: words }).click(),
    thread: page.getByRole('log', { name: 'Messages' }),
    async reply(text) {
      const field = await write('Reply');
      await field.fill(text);
      await button(/^Send/).click();
    },
    async note(text) {
      const field = await write('Note');
      for (const word of text.split(/(?<=\s)/)) {
        await page.keyboard.type(word.trimEnd());
        if (word.startsWith('@')) await page.keyboard.press('Enter');
        else if (word.endsWith(' ')) await page.keyboard.type(' ');
      }
      await field.press('Control+Enter');
    },
    press: (named) => button(named).click(),
    button,
  };
}
