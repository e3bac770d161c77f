import { SendError } from '@deskkit/core';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { openDesk, showInbox, takeDown } from '../../test/open-inbox.tsx';

afterEach(takeDown);

const row = (name: RegExp) => screen.findByRole('option', { name });
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const folder = (name: RegExp) => screen.findByRole('button', { name });

describe('the inbox', () => {
  it('shows what comes in and counts it', async () => {
    const desk = await openDesk();
    showInbox(desk, desk.ines);
    await folder(/^Unassigned$/);

    await desk.mail('An order');
    await row(/An order/);
    await folder(/^Unassigned 1 open/);
    await desk.mail('An invoice');
    await folder(/^Unassigned 2 open/);
    expect(screen.getByRole('tab', { name: 'Open 2' })).toBeDefined();
  });

  it('shows a claim before the desk has answered', async () => {
    const desk = await openDesk();
    await desk.mail('An order');
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { user } = showInbox(desk, desk.ines, ({ path }) => (path.endsWith('/claim') ? held : undefined));
    await user.click(await row(/An order/));
    await user.click(await screen.findByRole('button', { name: 'Claim' }));

    expect(screen.queryByRole('button', { name: 'Claim' })).toBeNull();
    await folder(/^Assigned to me 1 open/);
    release();
    await screen.findByText('It is yours');
    await folder(/^Assigned to me 1 open/);
  });

  it('takes a refused claim back and says who has it', async () => {
    const desk = await openDesk();
    const conversation = await desk.mail('An order');
    const { user } = showInbox(desk, desk.ines, ({ path }) =>
      path.endsWith('/claim') ? desk.desk.as(desk.mara).claim({ conversation }) : undefined,
    );
    await user.click(await row(/An order/));
    await user.click(await screen.findByRole('button', { name: 'Claim' }));

    await screen.findByText('Mara has it already');
    await folder(/^Mara 1 open/);
    await folder(/^Assigned to me$/);
    expect(button('Assign: Mara')).toBeDefined();
  });

  it('does not offer to snooze what is closed', async () => {
    const desk = await openDesk();
    await desk.mail('An order');
    const { user } = showInbox(desk, desk.ines);
    await user.click(await row(/An order/));
    await screen.findByRole('button', { name: 'Snooze' });
    await user.click(button('Close'));

    await screen.findByText('Closed', { selector: '.deskkit-toast *' });
    expect(screen.queryByRole('button', { name: 'Snooze' })).toBeNull();
    expect(button('Open again')).toBeDefined();
  });

  it('forgets a conversation that leaves the sight of a member', async () => {
    const desk = await openDesk();
    const conversation = await desk.mail('An order');
    const { user } = showInbox(desk, desk.jonas);
    await user.click(await row(/An order/));
    await screen.findByText('Hello', { selector: 'p' });

    await desk.desk.as(desk.ines).assign({ conversation, team: desk.billing.id });
    await screen.findByText('You can no longer see this conversation');
    expect(screen.queryByRole('option', { name: /An order/ })).toBeNull();
    expect(screen.queryByText('Hello', { selector: 'p' })).toBeNull();
  });

  it('moves through the list by keyboard and opens with Enter', async () => {
    const desk = await openDesk();
    await desk.mail('An order');
    await desk.mail('An invoice');
    const { user } = showInbox(desk, desk.ines);
    await row(/An order/);

    await user.keyboard('j');
    expect(document.activeElement).toBe(await row(/An invoice/));
    await user.keyboard('j');
    expect(document.activeElement).toBe(await row(/An order/));
    await user.keyboard('{Enter}');
    await screen.findByRole('heading', { name: 'An order' });
    await user.keyboard('r');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Reply' }));
    await user.keyboard('jc');
    expect(screen.getByRole('textbox', { name: 'Reply' })).toHaveProperty('value', 'jc');
  });
});

describe('the thread', () => {
  it('shows a message once, with how its delivery stands', async () => {
    const channel = { name: 'email', capabilities: { sends: true, undo: false }, send: () => Promise.reject(refused) };
    const refused = new SendError('recipient-refused', false, '550 No such person');
    const desk = await openDesk([channel]);
    const conversation = await desk.mail('An order');
    const body = { format: 'markdown', text: 'It is on its way' } as const;
    await desk.desk.as(desk.mara).reply({ conversation, body });
    const { user } = showInbox(desk, desk.ines);
    await user.click(await row(/An order/));
    const message = await screen.findByText('It is on its way', { selector: 'article p' });
    expect(within(message.closest('article') ?? message).getByText('Waiting to be sent')).toBeDefined();

    await desk.desk.doWork();
    await screen.findByText(/Not delivered/);
    expect(screen.getByText('550 No such person')).toBeDefined();
    expect(screen.getAllByText('It is on its way', { selector: 'article p' })).toHaveLength(1);
  });

  it('keeps the focus near when a button no longer makes sense', async () => {
    const desk = await openDesk();
    await desk.mail('An order');
    const { user } = showInbox(desk, desk.ines);
    await user.click(await row(/An order/));
    (await screen.findByRole('button', { name: 'Close' })).focus();
    await user.keyboard('{Enter}');
    await screen.findByRole('button', { name: 'Open again' });
    await waitFor(() => expect(document.activeElement?.closest('.deskkit-thread')).not.toBeNull());
  });
});

describe('the composer', () => {
  it('shows a reply at once, and once only when the desk has it', async () => {
    const desk = await openDesk();
    const conversation = await desk.mail('An order');
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { user } = showInbox(desk, desk.ines, ({ method, path }) =>
      method === 'POST' && path.endsWith('/messages') ? held : undefined,
    );
    await user.click(await row(/An order/));
    await user.type(await screen.findByRole('textbox', { name: 'Reply' }), 'It is on its way');
    await user.keyboard('{Control>}{Enter}{/Control}');

    const message = await screen.findByText('It is on its way', { selector: 'article p' });
    expect(message.closest('article')?.dataset.pending).toBe('true');
    release();
    await waitFor(() => {
      const shown = screen.getAllByText('It is on its way', { selector: 'article p' });
      expect(shown.map((one) => one.closest('article')?.dataset.pending)).toEqual([undefined]);
    });
    const { items } = await desk.desk.as(desk.ines).readTimeline({ conversation, before: undefined, limit: 50 });
    expect(items.filter(({ message: one }) => one?.kind === 'reply')).toHaveLength(1);
  });

  it('gives the words back when the contact wrote meanwhile, and says so', async () => {
    const desk = await openDesk();
    const conversation = await desk.mail('An order');
    let written = false;
    const { user } = showInbox(desk, desk.ines, async ({ method, path }) => {
      if (written || method !== 'POST' || !path.endsWith('/messages')) return;
      written = true;
      await desk.mail('Re: An order', 'It has come', conversation);
    });
    await user.click(await row(/An order/));
    const field = await screen.findByRole('textbox', { name: 'Reply' });
    await user.type(field, 'It is on its way');
    await user.click(button('Send'));

    await screen.findByText(/Your text is kept\. Ana wrote meanwhile/);
    expect(field).toHaveProperty('value', 'It is on its way');
    await screen.findByText('It has come', { selector: 'p' });
    await user.click(button('Send'));
    await screen.findByText('It is on its way', { selector: 'article p' });
  });

  it('mentions teammates and teams in notes, by keyboard', async () => {
    const desk = await openDesk();
    const conversation = await desk.mail('An order');
    const { user } = showInbox(desk, desk.ines);
    await user.click(await row(/An order/));
    await screen.findByRole('textbox', { name: 'Reply' });
    await user.keyboard('n');
    const field = screen.getByRole('textbox', { name: 'Note' });
    await user.keyboard('Look, @jo');
    const list = screen.getByRole('listbox', { name: 'Mention' });
    expect(within(list).getAllByRole('option')).toHaveLength(1);
    expect(field.getAttribute('aria-activedescendant')).toBe(within(list).getByRole('option').id);
    await user.keyboard('{Enter}and @bil{Tab}');
    expect(field).toHaveProperty('value', 'Look, @jonas and @billing ');
    await user.click(button('Add note'));

    await waitFor(async () => {
      expect(new Set(await desk.sharedWith(conversation))).toEqual(new Set([desk.jonas.id, desk.mara.id]));
    });
    expect(screen.getByText('@jonas').dataset.mention).toBe('jonas');
    expect(screen.getByText('@billing').dataset.mention).toBe('billing');
  });

  it('closes the list of mentions with Escape and stays in the field', async () => {
    const desk = await openDesk();
    await desk.mail('An order');
    const { user } = showInbox(desk, desk.ines);
    await user.click(await row(/An order/));
    await screen.findByRole('textbox', { name: 'Reply' });
    await user.keyboard('n@{Escape}');
    expect(screen.queryByRole('listbox', { name: 'Mention' })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Note' }));
  });
});
