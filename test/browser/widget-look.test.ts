import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { openWidget, type WidgetPage, type WidgetPageOptions } from './open-widget.ts';

let browser: Browser;
let widget: WidgetPage;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
afterEach(() => widget.close());

const open = async (options: WidgetPageOptions = {}) => {
  widget = await openWidget(browser, options);
  return widget;
};

const phone = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true } as const;

it('leaves room for the keyboard on a phone, and the page below stays where it is', async () => {
  const { page, launcher, panel, field, violations } = await open({
    ...phone,
    host: `Object.defineProperty(visualViewport, 'height', { get: () => window.seen ?? 780 });
      Object.defineProperty(visualViewport, 'offsetTop', { get: () => window.moved ?? 0 });`,
  });
  const overflow = () => page.evaluate('getComputedStyle(document.documentElement).overflow');
  await launcher.click();
  await page.locator('.start').click();
  await field.waitFor();
  await page.evaluate('seen = 430; moved = 12; visualViewport.dispatchEvent(new Event("resize"))');

  expect(await panel.boundingBox()).toEqual({ x: 0, y: 12, width: 390, height: 430 });
  const bottom = await field.boundingBox();
  expect((bottom?.y ?? 0) + (bottom?.height ?? 0)).toBeLessThan(442);
  expect(await overflow()).toBe('hidden');
  // A smaller font makes some phones zoom in.
  expect(await field.evaluate((node) => getComputedStyle(node).fontSize)).toBe('16px');
  await panel.getByRole('button', { name: 'Close chat' }).click();
  await panel.waitFor({ state: 'hidden' });
  expect(await overflow()).toBe('visible');
  expect(await violations()).toEqual([]);
});

it('keeps what is read in its place while messages come, and shows at once what one sends', async () => {
  const { page, write, reply, messages, field } = await open();
  await write('Hello');
  await messages.getByText('Sent').waitFor();
  for (let count = 1; count <= 12; count++) await reply(`Reply ${count}\n\nof some height`);
  await messages.getByText('Reply 12').waitFor();
  const isAtEnd = () => messages.evaluate(({ scrollTop }) => Math.abs(scrollTop) < 2);
  expect(await isAtEnd()).toBe(true);

  await messages.hover();
  await page.mouse.wheel(0, -300);
  await expect.poll(isAtEnd).toBe(false);
  const place = () => messages.getByText('Reply 7').evaluate((node) => Math.round(node.getBoundingClientRect().y));
  const before = await place();
  await reply('Reply 13');
  await messages.getByText('Reply 13').waitFor();
  expect(await place()).toBe(before);
  await field.fill('Mine');
  await field.press('Enter');
  await messages.getByText('Mine').waitFor();
  await expect.poll(isAtEnd).toBe(true);
});

/** Goes through every state of the panel, and hands each to `look`. */
async function tour(
  { page, launcher, panel, field, messages, desk, reply }: WidgetPage,
  look: (state: string) => Promise<void>,
) {
  await launcher.waitFor();
  await look('launcher');
  await launcher.click();
  await panel.getByRole('heading').waitFor();
  await look('home');
  await page.locator('.start').click();
  await page.locator('.question').waitFor();
  await look('consent');
  await page.locator('.question button').first().click();
  await page.locator('.question input').first().fill('Ada');
  await look('details');
  await page.keyboard.press('Enter');
  await field.fill('Do you ship on Fridays?');
  await page.locator('input[type=file]').setInputFiles([
    {
      name: 'a-rather-long-name-of-a-file-that-does-not-fit.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('words'),
    },
  ]);
  await page.locator('.file').waitFor();
  await look('writing');
  await page.locator('.file button').click();
  await field.press('Enter');
  await messages.locator('.group[data-state=sent]').waitFor();
  await reply('Yes: see `FRIDAY` on [our page](https://example.com/shipping).\n\nWhich lamp is it?');
  await messages.getByRole('link').waitFor();
  await look('chat');
  desk.cutOff(true);
  await field.fill('And on Mondays?');
  await field.press('Enter');
  await page.locator('.banner').waitFor();
  await look('offline');
  desk.cutOff(false);
  await page.locator('.banner').waitFor({ state: 'detached' });
  await page.locator('header .square').first().click();
  await page.locator('.row').waitFor();
  await look('list');
}

const everything = {
  host: `window.deskkit ??= (...command) => (deskkit.q ??= []).push(command);
    deskkit.options = { upload: (file, { onProgress }) => { onProgress(0.4); return new Promise(() => {}); } };`,
  reducedMotion: 'reduce',
} as const;

it.each([
  ['en', 'light'],
  ['en', 'dark'],
  ['ar', 'light'],
  ['ar', 'dark'],
] as const)('has nothing that axe or the policy of the page objects to: %s, %s', async (locale, colorScheme) => {
  const opened = await open({
    ...everything,
    colorScheme,
    script: `data-locale="${locale}" data-consent="ask" data-details="before"`,
  });
  const found: string[] = [];
  await tour(opened, async (state) => {
    const { violations } = await new AxeBuilder({ page: opened.page }).include('div').analyze();
    for (const { id, nodes } of violations)
      found.push(
        `${state}: ${id} ${nodes.map(({ html, any }) => html + any.map(({ message }) => message)).join(' | ')}`,
      );
    if (process.env.WIDGET_PICTURES)
      for (const [width, height] of [
        [320, 568],
        [390, 780],
        [1280, 800],
      ] as const) {
        await opened.page.setViewportSize({ width, height });
        await opened.page.screenshot({
          path: `${process.env.WIDGET_PICTURES}/${locale}-${colorScheme}-${state}-${width}.png`,
        });
      }
  });
  expect(found).toEqual([]);
  expect(await opened.violations()).toEqual([]);
});
