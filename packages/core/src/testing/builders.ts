import type { Conversation } from '../conversation/conversation.ts';
import type { ConversationFact } from '../conversation/event.ts';
import type { LogEvent, WorkspaceFact } from '../log/log-event.ts';
import { type Delivery, deliveryIdOf } from '../message/delivery.ts';
import type { Message } from '../message/message.ts';
import { plainMessage } from '../message/plain-message.ts';
import type { Contact } from '../people/contact.ts';
import type { Team } from '../people/team.ts';
import type { Teammate } from '../people/teammate.ts';
import { newId } from '../shared/id.ts';
import type { Instant } from '../shared/instant.ts';
import { pendingSeq } from '../shared/seq.ts';
import type { Work } from '../storage/change.ts';
import { defaultSettings } from '../workspace/default-settings.ts';
import type { VisitorSession } from '../workspace/visitor-session.ts';
import type { Workspace } from '../workspace/workspace.ts';

const at = '2026-01-31T09:00:00.000Z' as Instant;

/** An open conversation that nobody has, with one contact message, as it stands after two events. */
export function buildConversation(overrides: Partial<Conversation> = {}): Conversation {
  return {
    id: newId('conversation'),
    version: 2,
    number: 1,
    channel: 'email',
    contact: newId('contact'),
    state: { status: 'open' },
    assignee: { teammate: null, team: null },
    sharedWith: [],
    spam: false,
    mergedInto: null,
    mergedFrom: [],
    holder: null,
    startedAt: at,
    last: { id: newId('message'), seq: 2, at, kind: 'inbound' },
    waiting: { seq: 2, at },
    priority: 'normal',
    tags: [],
    rating: null,
    contactRead: null,
    attributes: {},
    subject: 'Where is my order?',
    preview: 'It was due on Monday.',
    ...overrides,
  };
}

/** A contact's message. */
export function buildMessage(overrides: Partial<Message> = {}): Message {
  return {
    id: newId('message'),
    ...plainMessage,
    conversation: newId('conversation'),
    kind: 'inbound',
    author: { kind: 'contact', id: newId('contact') },
    channel: 'email',
    at,
    body: { format: 'text', text: 'It was due on Monday.' },
    ...overrides,
  };
}

/** An active, available member without a team. */
export function buildTeammate(overrides: Partial<Teammate> = {}): Teammate {
  const id = overrides.id ?? newId('teammate');
  return {
    id,
    version: 1,
    externalId: `host-${id}`,
    name: 'Ana',
    email: null,
    handle: `ana-${id.slice(-12)}`,
    role: 'member',
    teams: [],
    status: 'active',
    availability: 'available',
    reassignAnswers: false,
    ...overrides,
  };
}

export function buildTeam(overrides: Partial<Team> = {}): Team {
  const id = overrides.id ?? newId('team');
  return {
    id,
    version: 1,
    name: 'Billing',
    handle: `billing-${id.slice(-12)}`,
    assignment: { kind: 'manual' },
    ...overrides,
  };
}

/** A contact whom nobody knows by name. */
export function buildContact(overrides: Partial<Contact> = {}): Contact {
  const blank = { name: null, identities: [], attributes: {}, mergedInto: null, answeredAt: null };
  return { id: newId('contact'), version: 1, ...blank, createdAt: at, ...overrides };
}

export function buildWorkspace(overrides: Partial<Workspace> = {}): Workspace {
  const id = overrides.id ?? newId('workspace');
  return {
    id,
    version: 1,
    name: 'Example',
    createdAt: at,
    widgetKey: `widget-${id}`,
    mailDomain: 'example.com',
    addresses: [],
    ...defaultSettings,
    reopenWithinDays: 30,
    ...overrides,
  };
}

/** A delivery that waits in the outbox. */
export function buildDelivery(overrides: Partial<Delivery> = {}): Delivery {
  const message = overrides.message ?? newId('message');
  return {
    id: deliveryIdOf(message),
    version: 1,
    conversation: newId('conversation'),
    message,
    channel: 'email',
    state: 'queued',
    reason: null,
    detail: null,
    attempts: 0,
    createdAt: at,
    notBefore: at,
    ...overrides,
  };
}

export function buildSession(overrides: Partial<VisitorSession> = {}): VisitorSession {
  return { id: newId('session'), version: 1, contact: newId('contact'), identity: null, createdAt: at, ...overrides };
}

/** Work to deliver something, long due. */
export function buildWork(overrides: Partial<Work> = {}): Work {
  return {
    id: 'work-1',
    kind: 'deliver',
    dueAt: '2001-01-01T00:00:00.000Z' as Instant,
    subject: { kind: 'delivery', id: newId('delivery') },
    attempts: 0,
    ...overrides,
  };
}

type Envelope = Omit<Extract<LogEvent, { audience: { after: unknown } }>, keyof ConversationFact>;

/** An event of a conversation: an automatic message unless `fact` says otherwise, first in its change. */
export function buildEvent(overrides: Partial<Envelope> & { readonly fact?: ConversationFact } = {}): LogEvent {
  const { fact, ...envelope } = overrides;
  return {
    seq: pendingSeq(0),
    v: 1,
    conversation: newId('conversation'),
    version: 1,
    actor: { kind: 'system' },
    at,
    audience: { before: null, after: { teammate: null, team: null, shares: [] } },
    ...envelope,
    ...(fact ?? { type: 'message-added', message: newId('message'), kind: 'inbound', automatic: true }),
  };
}

/** An event about people or settings, first in its change. */
export function buildWorkspaceEvent(
  fact: WorkspaceFact = { type: 'settings-changed', what: 'name' },
  seq = pendingSeq(0),
): LogEvent {
  return {
    ...fact,
    seq,
    v: 1,
    conversation: null,
    version: null,
    actor: { kind: 'system' },
    at,
    audience: 'workspace',
  };
}
