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

it('finds what was written and not sent after a reload, and not once it is sent', async () => {
  const { page, launcher, field, messages } = await open();
  await launcher.click();
  await page.locator('.start').click();
  await field.fill('Half a sentence');
  await page.reload();
  await launcher.click();
  await page.locator('.start').click();
  expect(await field.inputValue()).toBe('Half a sentence');
  await field.press('Enter');
  await messages.getByText('Sent').waitFor();
  await field.fill('Another half');
  await page.reload();
  await launcher.click();
  await page.getByRole('button', { name: /Half a sentence/ }).click();
  expect(await field.inputValue()).toBe('Another half');
  await page.getByRole('button', { name: 'Back to the start' }).click();
  await page.locator('.start').click();
  expect(await field.inputValue()).toBe('');
});

it('sends what was written offline once, after a reload', async () => {
  const { page, desk, write, messages, texts, launcher, url } = await open();
  await write('First');
  await messages.getByText('Sent').waitFor();
  desk.cutOff(true);
  await page.locator('textarea').fill('Second');
  await page.keyboard.press('Enter');
  await messages.getByText('Waiting to be sent').waitFor();
  await page.goto('about:blank');
  desk.cutOff(false);
  await page.goto(url);

  await expect.poll(texts).toEqual(['Second']);
  await launcher.click();
  await page.getByRole('button', { name: /Second/ }).click();
  await messages.getByText('Second').waitFor();
  expect(await messages.locator('.bubble').allTextContents()).toEqual(['First', 'Second']);
});

it('works where nothing may be stored', async () => {
  const { write, reply, messages, violations } = await open({
    host: `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });`,
  });
  await write('Hello');
  await messages.getByText('Sent').waitFor();
  await reply('Good morning');
  await messages.getByText('Good morning').waitFor();
  expect(await violations()).toEqual([]);
});

it('stores nothing until the visitor says that it may', async () => {
  const { page, write, stored, messages, panel, launcher } = await open({ script: 'data-consent="ask"' });
  await write('Hello');
  await messages.getByText('Sent').waitFor();
  expect(await stored()).toBe('[{},{},""]');
  await panel.getByRole('region', { name: 'May this browser remember our conversation?' }).waitFor();
  await page.getByRole('button', { name: 'Yes' }).click();
  expect(await stored()).toContain('token');
  await page.reload();
  await launcher.click();
  await page.getByRole('button', { name: /Hello/ }).click();
  await messages.getByText('Hello').waitFor();
  expect(await panel.getByText('May this browser').count()).toBe(0);
});

it('stores nothing when the visitor says no, and goes on', async () => {
  const { page, launcher, stored, field, messages, panel } = await open({ script: 'data-consent="ask"' });
  await launcher.click();
  await page.locator('.start').click();
  await page.getByRole('button', { name: 'Not now' }).click();
  await panel.getByText('May this browser').waitFor({ state: 'detached' });
  await field.fill('Hello');
  await field.press('Enter');
  await messages.getByText('Sent').waitFor();
  expect(await stored()).toBe('[{},{},""]');
});

it.each(['before', 'after'])('asks %s the first message who writes, and tells the desk', async (details) => {
  const { page, desk, launcher, field, messages } = await open({ script: `data-details="${details}"` });
  const form = page.getByRole('form', { name: 'How may we reach you?' });
  const introduce = async () => {
    await form.getByRole('textbox', { name: 'Your name' }).fill('Ada');
    await form.getByRole('textbox', { name: 'Your email' }).fill('ada@example.org');
    await page.keyboard.press('Enter');
    await form.waitFor({ state: 'detached' });
  };
  await launcher.click();
  await page.locator('.start').click();
  if (details === 'before') {
    await form.waitFor();
    expect(await field.count()).toBe(0);
    await introduce();
  }
  await field.fill('Hello');
  await field.press('Enter');
  await messages.getByText('Sent').waitFor();
  if (details === 'after') await introduce();

  const contact = async () => {
    const [row] = (
      await desk.desk.as(desk.ines).listConversations({ folder: { kind: 'all' }, sort: 'newest', limit: 1 })
    ).items;
    const found = row && (await desk.desk.parts.storage.find(desk.workspace.id, 'contact', [row.contact]))[0];
    return [found?.name, JSON.stringify(found).includes('ada@example.org')];
  };
  await expect.poll(contact).toEqual(['Ada', true]);
});

it('asks nobody who would rather stay a guest a second time', async () => {
  const { page, write, field, messages, launcher } = await open({ script: 'data-details="after"' });
  await write('Hello');
  await page.getByRole('button', { name: 'Not now' }).click();
  await page.reload();
  await launcher.click();
  await page.getByRole('button', { name: /Hello/ }).click();
  await field.fill('Me again');
  await field.press('Enter');
  await messages.getByText('Sent').waitFor();
  expect(await page.locator('.question').count()).toBe(0);
});

it('forgets the visitor who signs out, here and in their other tabs', async () => {
  const { page, write, stored, messages, launcher, url } = await open();
  await write('Hello');
  await messages.getByText('Sent').waitFor();
  const other = await page.context().newPage();
  await other.goto(url);
  await other.locator('.launcher').click();
  await other.getByRole('button', { name: /Hello/ }).waitFor();
  await page.evaluate('deskkit("signOut")');

  expect(await stored()).toBe('[{},{},""]');
  await page.getByRole('heading', { name: 'How can we help?' }).waitFor();
  expect(await page.getByText('Hello').count()).toBe(0);
  await other.getByRole('button', { name: /Hello/ }).waitFor({ state: 'detached' });
  await page.reload();
  await launcher.waitFor();
  expect(await stored()).toBe('[{},{},""]');
});

it('shows nothing of the one before to somebody else', async () => {
  const token = (sub: string) => `e30.${Buffer.from(JSON.stringify({ sub })).toString('base64url')}.x`;
  const { page, launcher, field, stored } = await open({
    host: `window.tokens = ${JSON.stringify([token('ada'), token('grace')])}`,
  });
  await launcher.click();
  await page.evaluate('deskkit("identify", tokens[0])');
  await page.locator('.start').click();
  await field.fill('What Ada writes');
  await page.evaluate('deskkit("identify", tokens[0])');
  expect(await field.inputValue()).toBe('What Ada writes');
  await page.evaluate('deskkit("identify", tokens[1])');
  await page.locator('.start').click();
  expect(await field.inputValue()).toBe('');
  await field.fill('Grace');
  expect(await stored()).not.toContain('Ada');
});
