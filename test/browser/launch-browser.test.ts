import { expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';

it('renders a page and runs its script', async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.setContent('<h1 style="width: 200px">Hello</h1><script>document.title = 6 * 7</script>');

    expect(await page.title()).toBe('42');
    expect((await page.getByRole('heading', { name: 'Hello' }).boundingBox())?.width).toBe(200);
    expect((await page.screenshot()).byteLength).toBeGreaterThan(1000);
  } finally {
    await browser.close();
  }
});
