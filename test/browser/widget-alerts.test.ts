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

/** Counts the notes that sound, collects notifications, and lets a test send the reader away and back. */
const watch = `
  window.notes = 0;
  window.OscillatorNode = class extends OscillatorNode { start(at) { notes += 1; super.start(at); } };
  window.shown = [];
  window.Notification = class { static permission = 'granted'; constructor(title, { body }) { shown.push(title + ': ' + body); window.newest = this; } close() {} };
  window.away = false;
  Object.defineProperty(document, 'hidden', { get: () => away });
  Object.defineProperty(document, 'visibilityState', { get: () => away ? 'hidden' : 'visible' });
  window.go = (where) => { away = where === 'away'; document.dispatchEvent(new Event('visibilitychange')); };
`;

it('sounds, and counts in the title, for who looks elsewhere, and for nobody else', async () => {
  const { page, write, reply, messages } = await open({ host: watch });
  const title = () => page.title();
  await write('Hello');
  await messages.getByText('Sent').waitFor();
  await reply('Seen as it comes');
  await messages.getByText('Seen as it comes').waitFor();
  expect(await page.evaluate('[notes, shown.length, document.title]')).toEqual([0, 0, 'A strict page']);

  await page.evaluate('go("away")');
  await reply('See **this**');
  await expect.poll(title).toBe('(1) A strict page');
  await page.evaluate('document.title = "Another page"');
  await reply('And this');
  await expect.poll(title).toBe('(2) Another page');
  expect(await page.evaluate('[notes, shown]')).toEqual([4, ['Ines: See this', 'Ines: And this']]);

  await page.evaluate('go("back")');
  expect(await title()).toBe('Another page');
});

it('opens the conversation of a notification', async () => {
  const { page, write, reply, messages, panel } = await open({ host: watch });
  await write('Hello');
  await messages.getByText('Sent').waitFor();
  await page.evaluate('deskkit("close"); go("away")');
  await panel.waitFor({ state: 'hidden' });
  await reply('Good morning');
  await expect.poll(() => page.evaluate('shown.length')).toBe(1);
  await page.evaluate('go("back"); newest.onclick()');
  await messages.getByText('Good morning').waitFor();
});

it('is silent when it is muted, also on the next page, and when the host wants no sound', async () => {
  const { page, write, reply, messages, launcher } = await open({ host: watch });
  await write('Hello');
  await messages.getByText('Sent').waitFor();
  await page.getByRole('button', { name: 'Back to the start' }).click();
  await page.getByRole('button', { name: 'Turn sound off' }).click();
  await page.getByRole('button', { name: 'Turn sound on' }).waitFor();
  await page.reload();
  await launcher.click();
  await page.evaluate('go("away")');
  await reply('Good morning');
  await expect.poll(() => page.title()).toBe('(1) A strict page');
  expect(await page.evaluate('notes')).toBe(0);
});

it('never sounds where the host wants no sound', async () => {
  const { page, write, reply, messages } = await open({ host: watch, script: 'data-sound="off"' });
  await write('Hello');
  await messages.getByText('Sent').waitFor();
  await page.getByRole('button', { name: 'Back to the start' }).click();
  await page.getByRole('button', { name: /Hello/ }).waitFor();
  expect(await page.getByRole('button', { name: /sound/ }).count()).toBe(0);
  await reply('Good morning');
  await page.getByRole('button', { name: /Good morning.*1 unread message/ }).waitFor();
  expect(await page.evaluate('notes')).toBe(0);
});
