import { mkdtempSync } from 'node:fs';
import { launchBrowser } from './support/browser.ts';
import { runDesk } from './support/run-desk.ts';
const desk = await runDesk({ DESKKIT_DEMO: 'on', DESKKIT_DATA: mkdtempSync('/tmp/dk-') });
const browser = await launchBrowser();
try {
for (const [name, viewport, colorScheme] of [['1280-light', { width: 1280, height: 860 }, 'light'], ['1280-dark', { width: 1280, height: 860 }, 'dark'], ['390-light', { width: 390, height: 800 }, 'light']] as const) {
  const page = await browser.newPage({ viewport, colorScheme });
  page.on('console', (m) => console.log('console', m.text()));
  page.on('pageerror', (e) => console.log('pageerror', e.stack));
  page.on('response', (r) => r.status() >= 400 && console.log(r.status(), r.url()));
  await page.goto(`${desk.url}/demo`);
  await page.getByRole('button', { name: 'Open chat' }).waitFor({ timeout: 8000 });
  await page.screenshot({ path: `/tmp/demo-${name}.png`, fullPage: true });
  await page.getByRole('button', { name: 'Ask a question' }).click();
  await page.getByRole('button', { name: 'Start a conversation' }).click();
  await page.getByRole('textbox').fill('Do you repair lamps?');
  await page.keyboard.press('Enter');
  await page.getByText('Sent ·').waitFor();
  await page.screenshot({ path: `/tmp/demo-${name}-2.png` });
}
} finally { await browser.close(); await desk.stop(); }
process.exit(0);
