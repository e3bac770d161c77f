import type { Channel, ConversationId, TeammateActor, TeammateId } from '@deskkit/core';
import { createClient } from '@deskkit/core/client';
import { createMockDesk } from '@deskkit/core/testing';
import { cleanup, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { vi } from 'vitest';
import { Inbox, InboxProvider } from '../src/index.ts';

/** A desk in memory with Ines (owner), Mara (admin, in Billing) and Jonas (member, in Support). */
export async function openDesk(channels: readonly Channel[] = []) {
  const mock = await createMockDesk({ channels });
  const { desk, workspace } = mock;
  const billing = await desk.addTeam(workspace.id, { name: 'Billing', handle: 'billing' });
  const support = await desk.addTeam(workspace.id, { name: 'Support', handle: 'support' });
  const add = async (name: string, role: TeammateActor['role'], teams: TeammateActor['teams']) => {
    const handle = name.toLowerCase();
    return mock.actorOf(await desk.addTeammate(workspace.id, { externalId: handle, name, handle, role, teams }));
  };
  let mails = 0;
  return {
    ...mock,
    billing,
    support,
    ines: await add('Ines', 'owner', []),
    mara: await add('Mara', 'admin', [billing.id]),
    jonas: await add('Jonas', 'member', [support.id]),
    /** A mail from Ana comes in: a new conversation, or an answer in `into`. */
    async mail(subject: string, text = 'Hello', into?: ConversationId) {
      const { conversation } = await desk.receiver.receive({
        workspace: workspace.id,
        channel: 'email',
        externalId: `<${++mails}@customer.example>`,
        match: into ? { conversation: into, by: 'signed' } : null,
        from: { name: 'Ana', address: 'ana@customer.example' },
        verdict: 'pass',
        subject,
        body: { format: 'text', text },
        attachments: [],
        automatic: false,
        email: null,
      });
      return conversation;
    },
    async sharedWith(id: ConversationId): Promise<readonly TeammateId[]> {
      const [row] = await desk.parts.storage.find(workspace.id, 'conversation', [id]);
      return row?.sharedWith.map((share) => share.teammate) ?? [];
    },
  };
}

type TestDesk = Awaited<ReturnType<typeof openDesk>>;

/** Shows the inbox of a teammate. `before` is called with each request on its way to the desk. */
export function showInbox(
  { handle, tokenOf }: TestDesk,
  actor: TeammateActor,
  before: (request: { readonly method: string; readonly path: string }) => Promise<unknown> | undefined = () =>
    undefined,
) {
  givePlace();
  const client = createClient({
    url: 'http://desk.example/v1',
    token: tokenOf(actor),
    async fetch(url, init) {
      await before({ method: init.method ?? 'GET', path: new URL(url).pathname });
      return handle(new Request(url, init));
    },
  });
  const shown = render(
    <InboxProvider client={client} locale="en-GB">
      <Inbox defaultFolder={{ kind: 'all' }} />
    </InboxProvider>,
  );
  return { ...shown, client, user: userEvent.setup() };
}

/** A document without layout has no room for a virtual list: give everything some. */
function givePlace(): void {
  class Observer implements ResizeObserver {
    constructor(private readonly told: ResizeObserverCallback) {}
    observe(target: Element): void {
      const isRow = target.querySelector(':scope > [role="option"]') !== null;
      const contentRect = new DOMRect(0, 0, 372, isRow ? 104 : 800);
      const entry = { target, contentRect } as ResizeObserverEntry;
      queueMicrotask(() => this.told([entry], this));
    }
    unobserve(): void {}
    disconnect(): void {}
  }
  vi.stubGlobal('ResizeObserver', Observer);
  Object.defineProperty(HTMLElement.prototype, 'offsetParent', {
    configurable: true,
    get(this: HTMLElement) {
      return this.parentElement;
    },
  });
}

/** After each test: what is shown goes, and its streams with it. */
export function takeDown(): void {
  cleanup();
  vi.unstubAllGlobals();
}
