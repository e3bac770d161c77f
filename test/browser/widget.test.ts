import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type ChatDesk, openChatDesk } from '../support/open-chat-desk.ts';
import { openStrictPage, type StrictPage } from '../support/open-strict-page.ts';

let browser: Browser;
let desk: ChatDesk;
let site: StrictPage;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  desk = await openChatDesk();
  site = await openStrictPage(desk.url);
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  page = await context.newPage();
  await page.goto(site.url);
});
afterEach(async () => {
  await context.close();
  await site.close();
  await desk.close();
});

const launcher = () => page.getByRole('button', { name: /^Open chat/ });
const field = () => page.getByRole('textbox', { name: 'Write a message' });
const messages = () => page.getByRole('region', { name: 'Messages' });

async function write(text: string): Promise<void> {
  await launcher().click();
  await page.getByRole('button', { name: 'Start a conversation' }).click();
  await field().fill(text);
  await field().press('Enter');
}

async function reply(text: string): Promise<void> {
  const [conversation] = (
    await desk.desk.as(desk.ines).listConversations({ folder: { kind: 'all' }, sort: 'newest', limit: 1 })
  ).items;
  if (!conversation) throw new Error('Nobody has written yet.');
  await desk.desk.as(desk.ines).reply({ conversation: conversation.id, body: { format: 'markdown', text } });
}

const violations = () => page.evaluate('window.violations');
const stored = () =>
  page.evaluate('[Object.keys(localStorage), Object.keys(sessionStorage), document.cookie].flat().join()');

it('asks for two files and leaves nothing behind before the first click', async () => {
  await launcher().waitFor();
  await page.waitForLoadState('networkidle');

  expect(desk.requests).toEqual(['GET /widget/loader.js', 'GET /widget/launcher.js']);
  expect(await stored()).toBe('');
  expect(await violations()).toEqual([]);
});

it('opens no session for somebody who only looks', async () => {
  await launcher().click();
  await page.getByRole('heading', { name: 'How can we help?' }).waitFor();
  await page.waitForLoadState('networkidle');

  expect(desk.requests.filter((request) => request.includes('/v1/'))).toEqual(['GET /v1/widget/config?key=wk_lantern']);
  expect(await stored()).toBe('');
});

it('carries words both ways, live, under a policy that forbids nearly everything', async () => {
  await write('Can I change the delivery date?');
  await messages().getByText('Sent').waitFor();
  await reply('Of course. **Which day** suits you?');

  await messages().getByText('Of course.').waitFor();
  expect(await messages().locator('strong').textContent()).toBe('Which day');
  expect(await page.getByRole('status').allTextContents()).toContain('Ines: Of course. Which day suits you?');

  await field().fill('Saturday');
  await page.getByRole('button', { name: 'Send' }).click();
  await messages().getByText('Saturday').waitFor();
  await messages().getByText('Sent').waitFor();
  expect(await violations()).toEqual([]);
});

it('finds the conversation again after a reload, and says what came meanwhile', async () => {
  await write('Do you repair lamps?');
  await messages().getByText('Sent').waitFor();
  await page.goto('about:blank');
  await reply('Yes, bring it to the shop.');
  await page.goto(site.url);

  await page.getByRole('button', { name: 'Open chat, 1 unread message' }).click();
  await page.getByRole('button', { name: /Ines.*1 unread message/ }).click();

  await messages().getByText('Yes, bring it to the shop.').waitFor();
  expect(await messages().getByText('Do you repair lamps?').count()).toBe(1);
  await page.keyboard.press('Escape');
  expect(await launcher().getAttribute('aria-label')).toBe('Open chat');
});

it('keeps what is written while the desk is away, and sends it once when it is back', async () => {
  await write('First');
  await messages().getByText('Sent').waitFor();
  desk.cutOff(true);
  await field().fill('Second');
  await field().press('Enter');
  await messages().getByText('Waiting to be sent').waitFor();
  await page.getByText('You are offline.').waitFor();

  desk.cutOff(false);
  await messages().getByText('Sent').waitFor();
  await page.getByText('You are offline.').waitFor({ state: 'detached' });

  await page.reload();
  await launcher().click();
  await page.getByRole('button', { name: /Second/ }).click();
  await messages().getByText('Second').waitFor();
  expect(await messages().locator('.bubble').allTextContents()).toEqual(['First', 'Second']);
});

it('works by keyboard alone', async () => {
  await launcher().waitFor();
  await page.getByRole('link', { name: 'More' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Chat' }).waitFor();
  await page.keyboard.press('Enter');
  await field().waitFor();
  await page.keyboard.type('One line');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('and another');
  await page.keyboard.press('Enter');
  await messages().getByText('One line and another').waitFor();

  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(await page.evaluate('document.activeElement.shadowRoot.activeElement.className')).toBe('launcher');
});

it('fills a small screen and keeps the focus inside', async () => {
  await page.setViewportSize({ width: 390, height: 780 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await launcher().click();
  const panel = page.getByRole('dialog', { name: 'Chat' });

  expect(await panel.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 780 });
  for (let presses = 0; presses < 6; presses++) await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement === document.querySelector("a")')).toBe(false);
  await panel.getByRole('button', { name: 'Close chat' }).click();
  await panel.waitFor({ state: 'hidden' });
});

it('takes commands from before it was loaded, and tells the page what happens', async () => {
  await page.addInitScript(() => {
    const held: { deskkit: unknown } = window as never;
    const q: unknown[] = [];
    held.deskkit = Object.assign((...command: unknown[]) => q.push(command), { q });
    q.push(['on', 'open', () => document.body.setAttribute('data-opened', 'yes')], ['open']);
  });
  await page.reload();

  await page.getByRole('dialog', { name: 'Chat' }).waitFor();
  expect(await page.getAttribute('body', 'data-opened')).toBe('yes');
  await page.evaluate('deskkit("close")');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.evaluate('deskkit("toggle")');
  await page.getByRole('dialog', { name: 'Chat' }).waitFor();
});

it.each(['light', 'dark'] as const)('has nothing that axe objects to, %s', async (colorScheme) => {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  const objections = async () => {
    // Adds its script by the driver: the page's own policy would not let it in.
    const { violations: found } = await new AxeBuilder({ page }).include('div').analyze();
    return found.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ html, any }) => html + any.map(({ message }) => message).join()).join(' | ')}`,
    );
  };
  await launcher().waitFor();
  expect(await objections()).toEqual([]);
  await launcher().click();
  await page.getByRole('heading', { name: 'How can we help?' }).waitFor();
  expect(await objections()).toEqual([]);
  await page.getByRole('button', { name: 'Start a conversation' }).click();
  await field().fill('Do you ship on Fridays?');
  await field().press('Enter');
  await messages().getByText('Sent').waitFor();
  await reply('Yes: see `FRIDAY` on [our page](https://example.com/shipping).');
  await messages().getByText('our page').waitFor();
  expect(await objections()).toEqual([]);
  desk.cutOff(true);
  await field().fill('And Mondays?');
  await field().press('Enter');
  await page.getByText('You are offline.').waitFor();
  expect(await objections()).toEqual([]);
  await page.getByRole('button', { name: 'Back to the start' }).click();
  expect(await objections()).toEqual([]);
});
