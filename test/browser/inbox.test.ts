import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { openInbox } from '../support/inbox-page.ts';
import { type RunningDesk, runDesk } from '../support/run-desk.ts';

let browser: Browser;
let desk: RunningDesk;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskkit-inbox-'));
  desk = await runDesk({ DESKKIT_DEMO: 'on', DESKKIT_DATA: folder });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
  await rm(folder, { recursive: true, force: true });
});

const screens: readonly [string, BrowserContextOptions][] = [
  ['light', { viewport: { width: 1440, height: 860 }, colorScheme: 'light' }],
  ['dark', { viewport: { width: 1440, height: 860 }, colorScheme: 'dark' }],
  ['on a phone', { viewport: { width: 390, height: 780 } }],
];

it.each(screens)('has nothing that axe objects to, %s', async (_name, options) => {
  const { page, context, open, thread } = await openInbox(browser, desk.url, 'Ines', options);
  const objections = async () =>
    (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
  expect(await objections()).toEqual([]);
  await open('Paying by bank transfer');
  await thread.getByText('Is it possible to pay by bank transfer').waitFor();
  expect(await objections()).toEqual([]);
  await context.close();
});

it('is worked by keyboard alone: open, claim, note, reply and close', async () => {
  const { page, context, thread, row } = await openInbox(browser, desk.url, 'Ines');
  await row('The page with my orders').waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await thread.getByText('The page with my orders stays empty').waitFor();
  await page.keyboard.press('c');
  await thread.getByText('You claimed it').or(thread.getByText('Ines claimed it')).first().waitFor();
  await page.keyboard.press('n');
  await page.keyboard.type('Same as last week, I think.');
  await page.keyboard.press('Control+Enter');
  await thread.getByText('Same as last week, I think.').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('r');
  await page.keyboard.type('It is back. Could you load the page again?');
  await page.keyboard.press('Control+Enter');
  await thread.getByText('It is back. Could you load the page again?').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await page.getByRole('button', { name: /^Open again/ }).waitFor();
  await context.close();
});
