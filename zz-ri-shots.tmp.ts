import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { launchBrowser } from './test/support/browser.ts';
const base = 'http://localhost:4471';
const csp = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'";
const browser = await launchBrowser();
const only = process.argv[2];
async function open(options: { width: number; height: number; scheme: 'light' | 'dark'; rtl?: boolean }) {
  const context = await browser.newContext({ viewport: { width: options.width, height: options.height }, colorScheme: options.scheme });
  const page = await context.newPage();
  page.on('console', (message) => { if (message.type() === 'error' || message.type() === 'warning') console.log('CONSOLE', message.text()); });
  page.on('pageerror', (error) => console.log('PAGEERROR', error.message));
  await page.route(/\/(inbox$|assets\/)/, (route) => {
    const path = new URL(route.request().url()).pathname;
    const file = path === '/inbox' ? '/inbox.html' : path;
    const type = file.endsWith('.css') ? 'text/css' : file.endsWith('.js') ? 'text/javascript' : file.endsWith('.svg') ? 'image/svg+xml' : 'text/html';
    return route.fulfill({ body: readFileSync('/tmp/ri-site' + file, 'utf8').replace('<html lang="en">', options.rtl ? '<html lang="en" dir="rtl">' : '<html lang="en">'), contentType: type, headers: { 'content-security-policy': csp } });
  });
  await page.goto(base + '/inbox');
  await page.waitForSelector('.deskkit-row, .deskkit-notice', { timeout: 8000 });
  return page;
}
async function axe(page: any, name: string) {
  const { violations } = await new AxeBuilder({ page: page as never }).analyze();
  console.log('AXE', name, violations.length);
  for (const v of violations) console.log('  ', v.id, v.impact, v.help, v.nodes.slice(0, 4).map((n: any) => n.target.join(' ') + ' :: ' + (n.failureSummary ?? '').split('\n').slice(1, 2).join('')).join(' | '));
}
const shot = (page: any, name: string) => page.screenshot({ path: `/tmp/ri-shots/${name}.png` });
if (!only || only === 'wide')
for (const scheme of ['light', 'dark'] as const) {
  const page = await open({ width: 1440, height: 860, scheme });
  await shot(page, `start-${scheme}`);
  await axe(page, `start ${scheme}`);
  await page.click('[data-folder="all"]');
  await page.waitForSelector('.deskkit-row');
  await page.getByRole('option', { name: /export stops/ }).click();
  await page.waitForSelector('.deskkit-message');
  await page.waitForTimeout(400);
  await shot(page, `thread-${scheme}`);
  await axe(page, `thread ${scheme}`);
  await page.keyboard.press('n');
  await page.keyboard.type('Thanks! @');
  await page.waitForSelector('.deskkit-mentions');
  await page.waitForTimeout(200);
  await shot(page, `note-${scheme}`);
  await axe(page, `note ${scheme}`);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('s');
  await page.waitForTimeout(200);
  await shot(page, `snooze-${scheme}`);
  await axe(page, `snooze ${scheme}`);
  await page.keyboard.press('Escape');
  await page.keyboard.press('a');
  await page.waitForTimeout(200);
  await shot(page, `assign-${scheme}`);
  await axe(page, `assign ${scheme}`);
  await page.keyboard.press('Escape');
  await page.getByText('How to try it').first().click();
  await shot(page, `try-${scheme}`);
  await axe(page, `try ${scheme}`);
  await page.context().close();
}
if (!only || only === 'narrow') {
  const page = await open({ width: 390, height: 780, scheme: 'light' });
  await shot(page, 'narrow-list');
  await axe(page, 'narrow list');
  await page.click('.deskkit-drawer-open');
  await page.waitForTimeout(300);
  await shot(page, 'narrow-drawer');
  await page.click('[data-folder="all"]');
  await page.waitForTimeout(300);
  await page.getByRole('option', { name: /export stops/ }).click();
  await page.waitForSelector('.deskkit-message');
  await page.waitForTimeout(300);
  await shot(page, 'narrow-thread');
  await axe(page, 'narrow thread');
  console.log('focus', await page.evaluate(() => document.activeElement?.className));
  await page.click('.deskkit-back');
  await page.waitForTimeout(200);
  console.log('focus', await page.evaluate(() => document.activeElement?.className));
  await page.context().close();
  const mid = await open({ width: 1000, height: 700, scheme: 'light' });
  await mid.click('[data-folder="all"]');
  await mid.getByRole('option', { name: /export stops/ }).click();
  await mid.waitForSelector('.deskkit-message');
  await mid.click('.deskkit-contact-open');
  await mid.waitForTimeout(300);
  await shot(mid, 'mid');
  await mid.context().close();
}
if (!only || only === 'rtl') {
  const page = await open({ width: 1440, height: 860, scheme: 'light', rtl: true });
  await page.click('[data-folder="all"]');
  await page.getByRole('option', { name: /export stops/ }).click();
  await page.waitForSelector('.deskkit-message');
  await page.waitForTimeout(300);
  await shot(page, 'rtl');
}
if (only === 'many') {
  const page = await open({ width: 1440, height: 860, scheme: 'light' });
  await page.click('[data-folder="all"]');
  await page.waitForSelector('.deskkit-row');
  const rows = () => page.locator('.deskkit-row').count();
  console.log('rows', await rows(), 'setsize', await page.locator('.deskkit-row').first().getAttribute('aria-setsize'));
  for (let i = 0; i < 60; i++) await page.keyboard.press('j');
  await page.waitForTimeout(500);
  console.log('after 60 j', await page.evaluate(() => [document.activeElement?.className, document.activeElement?.getAttribute('aria-posinset'), document.activeElement?.getAttribute('aria-setsize')]), 'rows', await rows());
  for (let i = 0; i < 60; i++) await page.keyboard.press('k');
  console.log('after 60 k', await page.evaluate(() => document.activeElement?.getAttribute('aria-posinset')));
  await page.keyboard.press('Enter');
  await page.waitForSelector('.deskkit-message');
  await page.waitForTimeout(500);
  await shot(page, 'many');
  await axe(page, 'many');
  const state = () => page.evaluate(() => { const t = document.querySelector('.deskkit-timeline') as HTMLElement; return [t.scrollTop, t.scrollHeight, t.clientHeight, document.querySelectorAll('.deskkit-message').length]; });
  console.log('timeline', await state());
  await page.evaluate(() => { (document.querySelector('.deskkit-timeline') as HTMLElement).scrollTop = 250; });
  const seen = () => page.evaluate(() => { const t = document.querySelector('.deskkit-timeline') as HTMLElement; const top = t.getBoundingClientRect().top; const m = [...t.querySelectorAll('.deskkit-message')].find((e) => e.getBoundingClientRect().bottom > top); return [m?.textContent?.slice(0, 60), Math.round((m?.getBoundingClientRect().top ?? 0) - top)]; });
  page.on('request', (r: any) => { if (r.url().includes('timeline')) console.log('REQ', r.url().slice(-60)); });
  console.log('before', await seen());
  for (let i = 0; i < 12; i++) { await page.waitForTimeout(60); console.log(i, JSON.stringify(await seen()), JSON.stringify(await state())); }
  console.log('after', await seen(), await state());
  // act: close by key, undo by key; focus is kept
  await page.keyboard.press('r');
  await page.keyboard.type('A reply that is sent');
  await page.keyboard.press('Control+Enter');
  await page.waitForTimeout(500);
  await shot(page, 'replied');
  console.log('end', await state());
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await page.waitForSelector('.deskkit-toast');
  await page.waitForTimeout(300);
  await shot(page, 'closed');
  console.log('focus', await page.evaluate(() => document.activeElement?.className));
  await page.keyboard.press('z');
  await page.waitForTimeout(300);
  await page.getByRole('button', { name: 'Close', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.waitForTimeout(400);
  console.log('focus after its button went', await page.evaluate(() => [document.activeElement?.tagName, document.activeElement?.className]));
  await page.setViewportSize({ width: 390, height: 780 });
  await page.waitForTimeout(200);
  await page.keyboard.press('z');
  await page.waitForTimeout(300);
  await page.getByRole('button', { name: 'Snooze' }).click();
  await page.waitForTimeout(200);
  await shot(page, 'narrow-snooze');
  await page.keyboard.press('Escape');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await page.waitForTimeout(800);
  await shot(page, 'offline');
  await page.context().close();
}
await browser.close();
