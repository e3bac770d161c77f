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

it.each([
  ['de', 'Wie können wir helfen?', 'ltr'],
  ['fr-CA', 'Comment pouvons-nous vous aider ?', 'ltr'],
  ['es', '¿Cómo podemos ayudarte?', 'ltr'],
  ['pt-BR', 'Como podemos ajudar?', 'ltr'],
  ['it', 'Come possiamo aiutarti?', 'ltr'],
  ['nl', 'Hoe kunnen we helpen?', 'ltr'],
  ['ar', 'كيف يمكننا مساعدتك؟', 'rtl'],
  ['ja', 'How can we help?', 'ltr'],
])('speaks %s', async (locale, question, direction) => {
  const { page, launcher, panel, violations } = await open({ script: `data-locale="${locale}"` });
  await launcher.click();
  await panel.getByText(question).waitFor();

  expect(await panel.evaluate((node) => getComputedStyle(node).direction)).toBe(direction);
  const language = locale.slice(0, 2);
  const loaded = widget.desk.requests.filter((request) => /\/[a-z]{2}\.js$/.test(request));
  expect(loaded).toEqual(locale === 'ja' ? [] : [`GET /widget/${language}.js`]);
  expect(await page.evaluate('document.querySelector("html > div").lang')).toBe(locale);
  expect(await violations()).toEqual([]);
});

it('speaks the language of the page unless it is told another, and changes it when it is told', async () => {
  const { page, launcher, panel, field } = await open({
    change: (html) => html.replace('lang="en"', 'lang="nl"'),
  });
  await launcher.click();
  await panel.getByText('Hoe kunnen we helpen?').waitFor();
  await page.locator('.start').click();
  await field.fill('Half a sentence');
  await page.evaluate('deskkit("setLocale", "ar")');
  await page.getByRole('textbox', { name: 'اكتب رسالة' }).waitFor();

  expect(await field.inputValue()).toBe('Half a sentence');
  expect(await launcher.getAttribute('aria-label')).toBe('إغلاق الدردشة');
  await page.evaluate('deskkit("setLocale", "en")');
  await page.getByRole('textbox', { name: 'Write a message' }).waitFor();
});

it('says what the host says instead', async () => {
  const { launcher, panel } = await open({
    script: 'data-locale="de"',
    host: `window.deskkit ??= (...command) => (deskkit.q ??= []).push(command);
      deskkit.options = { strings: { start: 'Frag uns', greeting: ['Moin.', 'Was gibt es?'] } };`,
  });
  await launcher.click();
  await panel.getByText('Was gibt es?').waitFor();
  await panel.getByText('Frag uns').waitFor();
  await panel.getByText('Antworten erscheinen hier').waitFor();
});

it('says in English what it could not load in another language', async () => {
  const { page, launcher, panel } = await open({ script: 'data-locale="de"' });
  await page.route('**/widget/de.js', (route) => route.abort());
  await launcher.click();
  await panel.getByText('How can we help?').waitFor();
});

const luminance = ([red = 0, green = 0, blue = 0]: readonly number[]) => {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((one) =>
    one / 255 <= 0.04045 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one: readonly number[], other: readonly number[]) => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

it.each(['light', 'dark'] as const)('writes on every primary colour what can be read, %s', async (colorScheme) => {
  const { page, launcher } = await open({ colorScheme });
  await launcher.waitFor();
  const accents = [
    '#ffe066',
    '#0000ff',
    '#7f7f7f',
    '#767676',
    '#00ff00',
    '#d6336c',
    '#111111',
    'rebeccapurple',
    'white',
  ];
  for (const accent of accents) {
    const [back, text, mark, panel] = await page.evaluate((accent) => {
      const host = document.querySelector<HTMLElement>('html > div');
      const button = host?.shadowRoot?.querySelector('button');
      if (!host || !button) throw new Error('There is no widget.');
      host.style.setProperty('--deskkit-accent', accent);
      const probe = document.createElement('i');
      button.append(probe);
      const pixel = (color: string) => {
        probe.style.color = color;
        const context = new OffscreenCanvas(1, 1).getContext('2d');
        if (!context) throw new Error('There is no canvas.');
        context.fillStyle = getComputedStyle(probe).color;
        context.fillRect(0, 0, 1, 1);
        return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
      };
      const colors = ['var(--accent)', 'var(--on-accent)', 'var(--mark)', 'var(--bg)'].map(pixel);
      probe.remove();
      return colors;
    }, accent);
    expect(contrast(back ?? [], text ?? []), `text on ${accent}`).toBeGreaterThanOrEqual(4.5);
    expect(contrast(mark ?? [], panel ?? []), `a mark in ${accent}`).toBeGreaterThanOrEqual(3);
  }
});

it('stands where the host wants it, in the colours it wants', async () => {
  const { launcher, panel } = await open({
    script: 'data-position="start" data-gap="36" data-accent="#ffe066" data-scheme="dark"',
    colorScheme: 'light',
  });
  expect(await launcher.boundingBox()).toEqual({ x: 36, y: 800 - 36 - 56, width: 56, height: 56 });
  expect(await launcher.evaluate((node) => getComputedStyle(node).backgroundColor)).toBe('rgb(255, 224, 102)');
  await launcher.click();
  await panel.waitFor();
  expect((await panel.boundingBox())?.x).toBe(36);
  expect(await panel.evaluate((node) => getComputedStyle(node).backgroundColor)).toBe('rgb(18, 20, 24)');
});

it('stands on the other side where one reads from right to left', async () => {
  const { launcher, panel } = await open({ script: 'data-locale="ar"' });
  await launcher.click();
  await panel.waitFor();
  expect((await launcher.boundingBox())?.x).toBe(20);
  expect((await panel.boundingBox())?.x).toBe(20);
});
