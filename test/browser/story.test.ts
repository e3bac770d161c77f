import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConversationId } from '@deskkit/core';
import { type ApiClient, createClient } from '@deskkit/core/client';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type InboxPage, openInbox } from '../support/inbox-page.ts';
import { type Mailbox, openMailbox } from '../support/open-mailbox.ts';
import { createDatabase } from '../support/postgres.ts';
import { type RunningDesk, runDesk } from '../support/run-desk.ts';

const databases = [
  { name: 'SQLite', open: async () => ({ settings: {}, drop: async () => {} }) },
  {
    name: 'Postgres',
    open: async () => {
      const { url, drop } = await createDatabase();
      return { settings: { DATABASE_URL: url, DESKKIT_SECRET: 'a secret of the story, 32 characters' }, drop };
    },
  },
];

describe.each(databases)('a day at the desk on $name', ({ open }) => {
  let browser: Browser;
  let mailbox: Mailbox;
  let desk: RunningDesk;
  let visitor: Page;
  let ines: InboxPage;
  let mara: InboxPage;
  let api: ApiClient;
  const discards: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    const database = await open();
    const folder = await mkdtemp(join(tmpdir(), 'deskkit-story-'));
    mailbox = await openMailbox();
    desk = await runDesk({
      DESKKIT_DEMO: 'on',
      DESKKIT_DATA: folder,
      DESKKIT_SMTP_URL: mailbox.url,
      ...database.settings,
    });
    browser = await launchBrowser();
    visitor = await (await browser.newContext()).newPage();
    [ines, mara] = await Promise.all([openInbox(browser, desk.url, 'Ines'), openInbox(browser, desk.url, 'Mara')]);
    api = await clientOf('Ines');
    discards.push(
      () => browser.close(),
      () => desk.stop(),
      () => mailbox.close(),
      () => database.drop(),
      () => rm(folder, { recursive: true, force: true }),
    );
  });
  afterAll(async () => {
    for (const discard of discards) await discard();
  });

  async function clientOf(name: string): Promise<ApiClient> {
    const headers = { 'content-type': 'application/json', origin: desk.url };
    const { items } = (await (await fetch(`${desk.url}/demo/people`, { headers })).json()) as {
      items: { id: string; name: string }[];
    };
    const body = JSON.stringify({ teammate: items.find((one) => one.name === name)?.id });
    const { token } = (await (await fetch(`${desk.url}/demo/token`, { method: 'POST', headers, body })).json()) as {
      token: string;
    };
    return createClient({ url: `${desk.url}/v1`, token });
  }

  async function find(words: string): Promise<ConversationId> {
    const { items } = await api.listConversations({ folder: 'all', limit: 200 });
    const found = items.find((row) => row.subject.includes(words) || row.preview.includes(words));
    if (!found) throw new Error(`No conversation says "${words}"`);
    return found.id;
  }

  // The page shows a command before the server has answered, so the server is asked until it agrees.
  async function untilStatus(conversation: ConversationId, status: 'open' | 'snoozed' | 'closed'): Promise<void> {
    const asked = async () => (await api.getConversation({ conversation })).state.status;
    await expect.poll(asked, { timeout: 15_000 }).toBe(status);
  }

  const chat = () => visitor.getByRole('region', { name: 'Messages' });

  it('shows a visitor’s words in Unassigned without reloading', async () => {
    await ines.folder('Unassigned');
    await visitor.goto(`${desk.url}/demo`);
    await visitor.getByRole('button', { name: /^Open chat/ }).click();
    await visitor.getByRole('button', { name: 'Start a conversation' }).click();
    await visitor.getByRole('textbox', { name: 'Write a message' }).fill('Where is my parcel?');
    await visitor.keyboard.press('Enter');
    await ines.row('Where is my parcel?').waitFor();
  });

  it('is claimed, discussed with a teammate and a team, and the visitor sees nothing of it', async () => {
    await ines.open('Where is my parcel?');
    await ines.press(/^Claim/);
    await ines.row('Where is my parcel?').waitFor({ state: 'detached' });
    await ines.folder('Assigned to me');
    await ines.open('Where is my parcel?');

    await mara.folder('Shared with me');
    const jonas = await openInbox(browser, desk.url, 'Jonas');
    await jonas.folder('Shared with me');
    await ines.note('Lost by the carrier, I think. @mara what does @support say?');
    await mara.row('Lost by the carrier').waitFor();
    await jonas.row('Lost by the carrier').waitFor();
    await jonas.context.close();

    expect(await chat().textContent()).not.toContain('carrier');
  });

  it('brings the reply to the visitor', async () => {
    await ines.reply('It is on its way again, **tomorrow** at the latest.');
    await chat().getByText('It is on its way again').waitFor();
    expect(await chat().locator('strong').textContent()).toBe('tomorrow');
  });

  it('takes in a forwarded mail, which stands beside it', async () => {
    await ines.folder('Unassigned');
    await mailbox.send(desk.smtpPort, {
      from: 'Ana Ruiz <ana@customer.example>',
      to: 'help@northwind.example',
      forwardedTo: 'support@localhost',
      subject: 'Invoice 2291 is wrong',
      text: 'The address on it is the old one.',
      messageId: '<invoice-2291@customer.example>',
    });
    await ines.row('Invoice 2291 is wrong').waitFor();
  });

  it('sends the reply by mail, with headers that keep the thread', async () => {
    await ines.open('Invoice 2291 is wrong');
    await ines.reply('A corrected one is on its way.');
    await expect.poll(() => mailbox.taken.length, { timeout: 15_000 }).toBe(1);
    const [mail] = mailbox.taken;
    expect(mail?.inReplyTo).toBe('<invoice-2291@customer.example>');
    expect([mail?.references].flat()).toContain('<invoice-2291@customer.example>');
    expect(mail?.subject).toBe('Re: Invoice 2291 is wrong');
    expect(mail?.text).toContain('A corrected one is on its way.');
    expect(mail?.replyTo?.value[0]?.address).toMatch(/^reply\+.+@localhost$/);
    await ines.thread.getByText('Sent').waitFor();
  });

  it('joins the contact’s answer to the conversation, and opens it again after a close', async () => {
    const id = await find('Invoice 2291');
    await ines.press(/^Close/);
    await ines.button(/^Open again/).waitFor();
    await untilStatus(id, 'closed');
    const [mail] = mailbox.taken;
    await mailbox.send(desk.smtpPort, {
      from: 'Ana Ruiz <ana@customer.example>',
      to: mail?.replyTo?.value[0]?.address ?? '',
      subject: mail?.subject ?? '',
      text: 'Thank you, it is right now.',
      messageId: '<thanks@customer.example>',
      inReplyTo: mail?.messageId ?? '',
      references: [mail?.references, mail?.messageId].flat().join(' '),
    });
    await ines.thread.getByText('Thank you, it is right now.').waitFor();
    await ines.button(/^Close/).waitFor();
    await untilStatus(id, 'open');
    const { items } = await api.readTimeline({ conversation: id });
    expect(items.map(({ event }) => event.type)).toContain('conversation-opened');
  });

  it('ends a snooze by hand, by time and by the contact’s message', async () => {
    const id = await find('Invoice 2291');
    await ines.press(/^Snooze/);
    await ines.page.getByRole('menuitem', { name: /^Tomorrow/ }).click();
    await ines.button(/^Unsnooze/).click();
    await ines.button(/^Unsnooze/).waitFor({ state: 'detached' });
    await untilStatus(id, 'open');

    const until = new Date(Date.now() + 1500).toISOString() as never;
    await api.snoozeConversation({ conversation: id, until });
    await ines.folder('Unassigned');
    await ines.tab('Snoozed');
    await ines.row('Invoice 2291 is wrong').waitFor();
    await ines.row('Invoice 2291 is wrong').waitFor({ state: 'detached' });
    await ines.tab('Open');
    await ines.row('Invoice 2291 is wrong').waitFor();

    const parcel = await find('It is on its way again');
    await api.snoozeConversation({ conversation: parcel, until: 'next-reply' });
    await visitor.getByRole('textbox', { name: 'Write a message' }).fill('It has arrived, thank you.');
    await visitor.keyboard.press('Enter');
    await ines.folder('Assigned to me');
    await ines.row('It has arrived').waitFor();
    await untilStatus(parcel, 'open');
  });

  it('offers no snooze for a closed conversation, and the API refuses it', async () => {
    const id = await find('It has arrived');
    await ines.open('It has arrived');
    await ines.press(/^Close/);
    await ines.button(/^Open again/).waitFor();
    await untilStatus(id, 'closed');
    expect(await ines.button(/^Snooze/).count()).toBe(0);
    await expect(api.snoozeConversation({ conversation: id, until: 'next-reply' })).rejects.toMatchObject({
      status: 409,
      code: 'conversation-closed',
    });
  });
});
