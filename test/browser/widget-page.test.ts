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

const snippet = `window.deskkit ??= (...command) => (deskkit.q ??= []).push(command);`;
const hosts = 'document.querySelectorAll("html > div").length';

it('does what the page asked for before it was loaded, by the snippet of the readme', async () => {
  const { page, panel, violations } = await open({
    host: `${snippet}
      window.heard = [];
      for (const name of ['open', 'close', 'message', 'unread']) deskkit('on', name, (value) => heard.push([name, value?.text ?? value ?? null]));
      deskkit('open');`,
  });
  await panel.waitFor();
  await page.evaluate('deskkit("close")');
  await panel.waitFor({ state: 'hidden' });

  expect(await page.evaluate('heard')).toEqual([
    ['open', null],
    ['close', null],
  ]);
  expect(await violations()).toEqual([]);
});

it('tells the page of messages and of how many are unread', async () => {
  const { page, write, reply, messages } = await open({
    host: `${snippet} window.heard = []; window.hear = (value) => heard.push(value.text ?? value);
      deskkit('on', 'message', hear); deskkit('on', 'unread', hear);`,
  });
  await write('Hello');
  await messages.getByText('Sent').waitFor();
  await page.evaluate('deskkit("close")');
  await reply('Good morning');
  await expect.poll(() => page.evaluate('heard.length')).toBe(2);
  await page.evaluate('deskkit("off", "message", hear)');
  await reply('And how are you?');
  await expect.poll(() => page.evaluate('heard.length')).toBe(3);

  expect(await page.evaluate('heard')).toEqual(expect.arrayContaining(['Good morning', 1, 2]));
});

it('refuses commands and events that it does not know, and does the others', async () => {
  const errors: string[] = [];
  const { page, panel, launcher } = await open();
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await launcher.waitFor();
  await page.evaluate('deskkit("jump"); deskkit("on", "click", () => {}); deskkit("on", "open"); deskkit("open")');
  await panel.waitFor();

  expect(errors).toHaveLength(3);
  expect(errors[0]).toContain('There is no command "jump", but open,close,');
  expect(errors[1]).toContain('There is no event "click", but open,close,message,unread');
  expect(errors[2]).toContain('on "open" needs a function');
});

it('hides and shows, and opens at a new conversation with words in the field', async () => {
  const { page, launcher, panel, field } = await open({ host: snippet });
  await launcher.waitFor();
  await page.evaluate('deskkit("startConversation", "About order 17: ")');
  await field.waitFor();
  expect(await field.inputValue()).toBe('About order 17: ');
  expect(await page.evaluate('document.activeElement.shadowRoot.activeElement.tagName')).toBe('TEXTAREA');

  await page.evaluate('deskkit("hide")');
  await panel.waitFor({ state: 'hidden' });
  expect(await launcher.isVisible()).toBe(false);
  await page.evaluate('deskkit("show")');
  await launcher.waitFor();
});

it('is there once when the script is there twice', async () => {
  const { page, launcher, panel } = await open({
    change: (html) => html.replace(/<script src="http[^>]*><\/script>/, (tag) => `${tag}${tag}`),
  });
  await launcher.waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.evaluate(hosts)).toBe(1);
  await launcher.click();
  await panel.waitFor();
});

it('does not wait for a body', async () => {
  const { page, launcher, panel } = await open({
    // The script runs while the parser is still in the head.
    change: (html) => html.replace(' async', ''),
  });
  await launcher.click();
  await panel.waitFor();
  expect(await page.evaluate('document.body.querySelector("h1").textContent')).toBe('A strict page');
});

it('stays open, with what is written, when the page swaps its body or goes elsewhere by itself', async () => {
  const { page, launcher, panel, field } = await open({ host: 'window.push = history.pushState;' });
  await launcher.click();
  await page.locator('.start').click();
  await field.fill('Half a sentence');
  await page.evaluate(() => {
    history.pushState({}, '', '/?elsewhere');
    document.body = document.createElement('body');
    document.querySelector('html > div')?.remove();
  });
  await panel.waitFor();

  expect(await field.inputValue()).toBe('Half a sentence');
  expect(await page.evaluate('history.pushState === push')).toBe(true);
  expect(await page.evaluate(hosts)).toBe(1);
});
