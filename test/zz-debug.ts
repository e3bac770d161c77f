import { launchBrowser } from './support/browser.ts';
import { openChatDesk } from './support/open-chat-desk.ts';
import { openStrictPage } from './support/open-strict-page.ts';
const browser = await launchBrowser();
const desk = await openChatDesk();

const md = 'Of course. **Which day** suits you? We deliver *Monday to Saturday*, 8 to 20.\n\nSee [our delivery page](https://example.com/x) or run `lantern --help`:\n```\nconst day = "saturday";\n```';
for (const [name, opts, dir] of [
  ['1280-light', { viewport: { width: 1280, height: 800 }, colorScheme: 'light' }, 'ltr'],
  ['1280-dark', { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' }, 'ltr'],
  ['390-light', { viewport: { width: 390, height: 780 }, colorScheme: 'light', hasTouch: true }, 'ltr'],
  ['390-dark', { viewport: { width: 390, height: 780 }, colorScheme: 'dark' }, 'ltr'],
  ['1280-rtl', { viewport: { width: 1280, height: 800 }, colorScheme: 'light' }, 'rtl'],
] as const) {
  const rtl = dir === 'rtl';
  const site = await openStrictPage(desk.url, { dir });
  const context = await browser.newContext({ ...opts, locale: 'en-GB' });
  const page = await context.newPage();
  page.on('pageerror', (e) => console.log('pageerror', e.stack));
  const shot = async (what: string) => { await new Promise((r) => setTimeout(r, 500)); await page.screenshot({ path: `/tmp/w-${name}-${what}.png` }); };
  const reply = async (text: string) => {
    const { items: [c] } = await desk.desk.as(desk.ines).listConversations({ folder: { kind: 'all' }, sort: 'newest', limit: 1 });
    await desk.desk.as(desk.ines).reply({ conversation: c!.id, body: { format: 'markdown', text } });
  };
  await page.goto(site.url);
  await page.getByRole('button', { name: /^Open chat/ }).waitFor();
  await shot('0');
  await page.getByRole('button', { name: /^Open chat/ }).click();
  await page.getByText('Lantern & Loom').waitFor();
  await shot('1home');
  await page.getByRole('button', { name: 'Start a conversation' }).click();
  const f = page.getByRole('textbox', { name: 'Write a message' });
  await f.waitFor();
  await shot('2new');
  const say = async (t: string) => { await f.fill(t); await f.press('Enter'); await page.locator('[data-state=sending]').waitFor({ state: 'detached' }); };
  await say(rtl ? 'هل يمكنني تغيير موعد التسليم؟ سأكون مسافرًا يوم الجمعة.' : 'Can I change the delivery date? I will be away on Friday.');
  await page.getByText('Sent ·').waitFor();
  await reply(rtl ? 'بالطبع. **أي يوم** يناسبك؟' : md);
  await reply(rtl ? 'نوصل من الاثنين إلى السبت.' : 'Take your time.');
  await say(rtl ? 'السبت سيكون مثاليًا' : 'Saturday would be perfect');
  await say(rtl ? 'قبل الظهر إن أمكن' : 'before noon, if possible. The door bell is broken, so please call 0123 / 456 when you are here');
  await shot('3chat');
  desk.cutOff(true);
  await f.fill('One more thing'); await f.press('Enter');
  await f.fill('A draft that is\nlonger than one line\nand grows');
  await page.getByText('You are offline.').waitFor();
  await shot('4offline');
  desk.cutOff(false);
  await page.getByText('You are offline.').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Back to the start' }).click();
  await reply('A corrected invoice is on its way to you, and it should arrive today.');
  await page.getByText('1 unread').first().waitFor({ state: 'attached' });
  await shot('5list');
  await page.getByRole('button', { name: 'Close chat' }).first().click();
  await shot('6badge');
  console.log(name, await page.evaluate('window.violations.length'));
  await context.close(); await site.close();
}
await browser.close(); await desk.close();
process.exit(0);
