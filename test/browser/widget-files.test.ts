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

/** A host that stores files: each waits until the test lets it go on. */
const host = `
  window.deskkit ??= (...command) => (deskkit.q ??= []).push(command);
  window.uploads = {};
  deskkit.options = { upload: (file, { signal, onProgress }) => new Promise((resolve, reject) => {
    uploads[file.name] = { onProgress, signal, resolve: () => resolve('https://files.example/' + file.name), reject };
  }) };
`;
const text = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from('words') });
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

async function openChat(options: WidgetPageOptions = { host }) {
  const opened = await open(options);
  await opened.launcher.click();
  await opened.page.locator('.start').click();
  await opened.field.waitFor();
  return opened;
}

it('takes no files where nobody stores them', async () => {
  const { page } = await openChat({});
  await page.waitForLoadState('networkidle');
  expect(await page.locator('input[type=file]').count()).toBe(0);
});

it('shows how far a file is, and sends where it is with the words', async () => {
  const { page, field, messages, panel, violations } = await openChat();
  await page
    .getByLabel('Attach files')
    .setInputFiles([text('notes.txt'), { name: 'lamp.png', mimeType: 'image/png', buffer: pixel }]);
  await field.fill('Two files');
  await page.evaluate('uploads["notes.txt"].onProgress(0.5)');
  const progress = page.getByRole('progressbar', { name: 'notes.txt' });
  await expect.poll(() => progress.getAttribute('value')).toBe('0.5');
  await field.press('Enter');
  expect(await messages.locator('.bubble').count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Send' }).getAttribute('aria-disabled')).toBe('true');
  const drawn = () =>
    panel
      .locator('canvas')
      .evaluate((node) => (node as HTMLCanvasElement).getContext('2d')?.getImageData(9, 9, 1, 1).data[3]);
  await expect.poll(drawn).toBeGreaterThan(0);

  await page.evaluate('for (const upload of Object.values(uploads)) upload.resolve()');
  await progress.waitFor({ state: 'detached' });
  await field.press('Enter');
  await messages.getByRole('link', { name: /lamp\.png/ }).waitFor();
  expect(await messages.locator('.bubble').textContent()).toContain('Two files\nhttps://files.example/notes.txt');
  expect(await page.locator('.file').count()).toBe(0);
  expect(await violations()).toEqual([]);
});

it('stops a file that is taken out, and leaves out one that could not be stored', async () => {
  const { page, field, messages, panel } = await openChat();
  await page.getByLabel('Attach files').setInputFiles([text('a.txt'), text('b.txt')]);
  await page.getByRole('button', { name: 'Remove: a.txt' }).click();
  expect(await page.evaluate('uploads["a.txt"].signal.aborted')).toBe(true);
  await page.evaluate('uploads["b.txt"].reject(new Error("full"))');
  await panel.getByText('Not attached.').waitFor();
  await field.fill('No files');
  await field.press('Enter');
  await messages.getByText('Sent').waitFor();
  expect(await messages.locator('.bubble').allTextContents()).toEqual(['No files']);
});

it.each(['paste', 'drop'])('takes files by %s, and leaves text alone', async (type) => {
  const { page, field } = await openChat();
  const hand = (isFile: boolean) =>
    field.evaluate(
      (node, { type, isFile }) => {
        const data = new DataTransfer();
        if (isFile) data.items.add(new File(['words'], 'given.txt'));
        else data.setData('text/plain', 'words');
        const event =
          type === 'paste'
            ? new ClipboardEvent(type, { clipboardData: data, bubbles: true, cancelable: true, composed: true })
            : new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true, composed: true });
        return node.dispatchEvent(event);
      },
      { type, isFile },
    );
  expect(await hand(false)).toBe(true);
  expect(await page.locator('.file').count()).toBe(0);
  await hand(true);
  await page.getByRole('button', { name: 'Remove: given.txt' }).waitFor();
});
