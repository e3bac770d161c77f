import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { launchBrowser } from '../test/support/browser.ts';
import { openInbox } from '../test/support/inbox-page.ts';
import { runDesk } from '../test/support/run-desk.ts';

const images = join(import.meta.dirname, '../docs/images');

/** Takes the pictures of the documentation from the built desk with its demo data. */
async function takeScreenshots(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'deskkit-pictures-'));
  const desk = await runDesk({ DESKKIT_DEMO: 'on', DESKKIT_DATA: folder });
  const browser = await launchBrowser();
  await mkdir(images, { recursive: true });
  try {
    await inbox(browser, desk.url, 'inbox', { viewport: { width: 1440, height: 860 } });
    await inbox(browser, desk.url, 'inbox-dark', { viewport: { width: 1440, height: 860 }, colorScheme: 'dark' });
    await inbox(browser, desk.url, 'inbox-phone', { viewport: { width: 390, height: 780 } });
    await widget(browser, desk.url, 'widget', { viewport: { width: 1280, height: 780 } });
    await widget(browser, desk.url, 'widget-dark', { viewport: { width: 1280, height: 780 }, colorScheme: 'dark' });
  } finally {
    await browser.close();
    await desk.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function inbox(browser: Browser, url: string, name: string, options: BrowserContextOptions): Promise<void> {
  const { page, context, open, folder } = await openInbox(browser, url, 'Mara', options);
  if ((options.viewport?.width ?? 0) > 900) await folder('All');
  await open(name === 'inbox-phone' ? 'bank transfer' : 'Codes for signing in');
  await page.getByRole('region', { name: 'Messages' }).locator('article').first().waitFor();
  await page.screenshot({ path: join(images, `${name}.png`) });
  await context.close();
}

async function widget(browser: Browser, url: string, name: string, options: BrowserContextOptions): Promise<void> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(`${url}/demo`);
  await page.getByRole('button', { name: /^Open chat/ }).click();
  await page.getByRole('button', { name: 'Start a conversation' }).click();
  await page.getByRole('textbox', { name: 'Write a message' }).fill('Can I change the delivery date?');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Messages' }).getByText('Sent').waitFor();
  await page.screenshot({ path: join(images, `${name}.png`) });
  await context.close();
}

await takeScreenshots();
