import { type ConversationId, createDesk, type TeammateActor, type VisitorActor } from '@deskkit/core';
import { createSigner, type Tokens, toFetchHandler } from '@deskkit/core/api';
import { openMemoryStorage } from '@deskkit/core/storage/memory';
import { afterEach, expect, it, vi } from 'vitest';
import { mountWidget, type Widget } from './index.ts';

/** A session's token is its number: nobody here forges one. */
function createPlainTokens(): Tokens {
  const visitors: VisitorActor[] = [];
  return {
    async check(token) {
      const actor = visitors[Number(token) - 1];
      return actor && { actor, expiresAt: null };
    },
    async issue(visitor) {
      visitors.push(visitor);
      return { token: String(visitors.length), expiresAt: '2099-01-01T00:00:00.000Z' as never };
    },
    checkIdentity: async () => undefined,
    secretsOf: async () => ({ teammates: '', visitors: '' }),
  };
}

const ends: (() => void)[] = [];

afterEach(() => {
  for (const end of ends.splice(0)) end();
  localStorage.clear();
  vi.unstubAllGlobals();
});

/** The widget on a page, in front of a desk in memory. */
async function open() {
  const blobs = { put: async () => 0, get: async () => undefined, delete: async () => {} };
  const desk = createDesk({ ...openMemoryStorage(), blobs });
  const workspace = await desk.setUpWorkspace({
    name: 'Lantern',
    mailDomain: 'x.example',
    addresses: [],
    widgetKey: 'wk',
  });
  const person = { externalId: 'ines', name: 'Ines', handle: 'ines', role: 'admin' } as const;
  const { id, role, teams } = await desk.addTeammate(workspace.id, person);
  const ines: TeammateActor = { kind: 'teammate', workspace: workspace.id, id, role, teams, isolation: 'on' };
  const handle = toFetchHandler({ desk, tokens: createPlainTokens(), signer: createSigner('a secret for tests') });
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => handle(new Request(url, init)));

  function mount(): Widget {
    const widget = mountWidget({ url: 'https://desk.example', key: 'wk' });
    ends.push(() => widget.unmount());
    return widget;
  }
  const conversations = async () =>
    (await desk.as(ines).listConversations({ folder: { kind: 'all' }, sort: 'newest', limit: 10 })).items;
  async function reply(text: string): Promise<ConversationId> {
    const [conversation] = await conversations();
    if (!conversation) throw new Error('Nobody has written yet.');
    await desk.as(ines).reply({ conversation: conversation.id, body: { format: 'markdown', text } });
    return conversation.id;
  }
  return { desk, ines, widget: mount(), mount, reply, conversations };
}

const root = () => {
  const found = [...document.querySelectorAll('div')].findLast(({ shadowRoot }) => shadowRoot)?.shadowRoot;
  if (!found) throw new Error('There is no widget on the page.');
  return found;
};
const find = <Found extends HTMLElement>(selector: string) =>
  vi.waitFor(() => {
    const found = root().querySelector<Found>(selector);
    if (!found) throw new Error(`There is no ${selector}.`);
    return found;
  });
const bubbles = () => [...root().querySelectorAll('.bubble')].map(({ textContent }) => textContent);

async function say(text: string): Promise<void> {
  const field = await find<HTMLTextAreaElement>('textarea');
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
}

async function begin(widget: Widget, text: string): Promise<void> {
  widget.open();
  (await find('.start')).click();
  await say(text);
  await vi.waitFor(() => expect(root().querySelector('.meta')?.textContent).toMatch(/^Sent · /));
}

it('shows what both wrote, grouped by author, with markdown as nodes and text as it is', async () => {
  const { widget, reply } = await open();
  await begin(widget, '**Hello** <b>there</b>');
  await reply('See **this** <b>first</b>');
  await reply('then [that](https://example.com)');

  await vi.waitFor(() => expect(bubbles()).toHaveLength(3));
  expect(root().querySelectorAll('.bubble b')).toHaveLength(0);
  expect(bubbles()[0]).toBe('**Hello** <b>there</b>');
  await vi.waitFor(() => expect(root().querySelector('.bubble strong')?.textContent).toBe('this'));
  expect(root().querySelector('a')?.getAttribute('rel')).toBe('noopener noreferrer');
  expect(root().querySelectorAll('.group')).toHaveLength(2);
  expect(root().querySelector('[data-from=team] .meta')?.textContent).toMatch(/^Ines · /);
});

it('shows nothing of a private note', async () => {
  const { widget, desk, ines, reply } = await open();
  await begin(widget, 'Hello');
  const conversation = await reply('A moment, please');
  await desk.as(ines).note({ conversation, body: { format: 'markdown', text: 'Who knows this one?' } });
  await reply('Here we are');

  await vi.waitFor(() => expect(bubbles()).toEqual(['Hello', 'A moment, please', 'Here we are']));
  widget.close();
  expect(root().textContent).not.toContain('Who knows');
});

it('says what could not be sent, and sends it when asked', async () => {
  const { widget, conversations } = await open();
  await begin(widget, 'First');
  const working = fetch;
  const refusal = JSON.stringify({ code: 'body-too-long' });
  vi.stubGlobal('fetch', (url: string, init: RequestInit) =>
    init.method === 'POST' ? Promise.resolve(new Response(refusal, { status: 400 })) : working(url, init),
  );
  await say('Second');
  const again = await find<HTMLButtonElement>('[data-state=failed] .link');
  expect(again.parentElement?.textContent).toMatch(/^Not sent · .*Try again$/);
  vi.stubGlobal('fetch', working);
  again.click();

  await vi.waitFor(async () => expect((await conversations())[0]?.preview).toBe('Second'));
  await vi.waitFor(() => expect(root().querySelector('[data-state=failed]')).toBeNull());
  expect(bubbles()).toEqual(['First', 'Second']);
});

it('shows earlier messages when asked', async () => {
  const { widget, mount, reply } = await open();
  await begin(widget, 'The first of all');
  for (let number = 1; number <= 60; number++) await reply(`Reply ${number}`);
  widget.unmount();

  mount().open();
  (await find('.row')).click();
  await vi.waitFor(() => expect(bubbles().at(-1)).toBe('Reply 60'));
  expect(bubbles()).not.toContain('The first of all');
  (await find('.earlier')).click();
  await vi.waitFor(() => expect(bubbles()[0]).toBe('The first of all'));
  expect(bubbles()).toHaveLength(61);
});

it('works where nothing can be stored', async () => {
  const { widget, reply } = await open();
  vi.stubGlobal('localStorage', {
    clear() {},
    getItem() {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    },
  });
  await begin(widget, 'Hello');
  await reply('Good morning');

  await vi.waitFor(() => expect(bubbles()).toEqual(['Hello', 'Good morning']));
});

it('tells the page what happens, until the page has heard enough', async () => {
  const { widget } = await open();
  const heard: string[] = [];
  widget.on('open', () => heard.push('open'));
  const enough = widget.on('close', () => heard.push('close'));
  widget.open();
  await find('.start');
  widget.close();
  await vi.waitFor(() => expect(heard).toEqual(['open', 'close']));
  enough();
  widget.toggle();
  await vi.waitFor(() => expect(heard).toEqual(['open', 'close', 'open']));
  widget.toggle();
  await vi.waitFor(() => expect(root().querySelector('.launcher')?.getAttribute('aria-expanded')).toBe('false'));
  expect(heard).toEqual(['open', 'close', 'open']);
});
