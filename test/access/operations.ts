import type { OperationName } from '@deskkit/core/api';
import type { PageLine } from './access-page.ts';
import type { AccessWorld } from './access-world.ts';
import { contactOf, conversationOf, freshWord, made, webhookOf } from './fixtures.ts';
import type { Place } from './subjects.ts';

/** How an operation is called, and which line of the page says who may. */
export interface Called {
  readonly line: PageLine;
  /** Path below `/v1`, and body. Made anew for each call. */
  ask(world: AccessWorld, place: Place): Promise<readonly [path: string, body?: unknown]>;
  /** It is about no row, so that nobody is told that there is none. */
  readonly aboutNothing?: true;
}

type Ask = Called['ask'];

const plain = (line: PageLine, path: string, body?: unknown): Called => ({
  line,
  aboutNothing: true,
  ask: async () => [path, typeof body === 'function' ? body() : body],
});

const onConversation = (line: PageLine, rest: string, body?: unknown): Called => ({
  line,
  ask: async (world, place) => [`/conversations/${await conversationOf(world, place)}${rest}`, body],
});

const onContact = (line: PageLine, rest = '', body?: unknown): Called => ({
  line,
  ask: async (world, place) => [`/contacts/${await contactOf(world, place)}${rest}`, body],
});

const onMade = (line: PageLine, path: string, given: () => object, rest = '', body?: unknown): Called => ({
  line,
  ask: async (world) => [`${path}/${await made(world, path, given())}${rest}`, body],
});

const teammate = () => ({ externalId: freshWord(), name: 'Kim', handle: freshWord() });
const named = () => ({ name: freshWord() });
const team = () => ({ name: 'Team', handle: freshWord() });
const savedReply = () => ({ name: freshWord(), body: { format: 'text', text: 'Hello' } });
const savedView = () => ({ name: freshWord(), folder: 'all' });
const onWebhook = (line: PageLine, rest = '', body?: unknown): Called => ({
  line,
  ask: async (world) => [`/webhooks/${await webhookOf(world)}${rest}`, body],
});

const webhook = () => ({ url: 'https://shop.example/hooks' });
const apiKey = () => ({ name: freshWord(), scopes: ['conversations:read'] });
const address = () => ({ address: `${freshWord()}@one.example` });
const mail = 'From: kim@example.org\r\nTo: help@one.example\r\nSubject: An order\r\n\r\nWhere is it?\r\n';

const workOn = (rest: string, body: unknown = {}) => onConversation('work on conversations', rest, body);
const withAddress =
  (path: string, rest = ''): Ask =>
  async (world) => {
    const given = address();
    await made(world, path, given).catch(() => undefined);
    return [`${path}/${encodeURIComponent(given.address)}${rest}`, rest ? {} : undefined];
  };

/** Every operation that asks who calls. The others are open: a key or a signature in the address is all they need. */
export const operations: Partial<Record<OperationName, Called>> = {
  getMe: plain('who am I', '/me'),
  changeMe: plain('own things', '/me', { availability: 'available' }),
  getPreferences: plain('own things', '/me/preferences'),
  setPreferences: plain('own things', '/me/preferences', { silenced: [], timeZone: null, locale: null }),
  listNotifications: plain('own things', '/notifications'),
  markNotificationsRead: plain('own things', '/notifications/read', { all: true }),
  listFolders: plain('read conversations', '/folders'),
  listConversations: plain('read conversations', '/conversations'),
  startConversation: plain('work on conversations', '/conversations', () => ({
    to: { address: `${freshWord()}@example.org` },
    subject: 'Hello',
    body: 'Hello',
  })),
  getConversation: onConversation('read conversations', ''),
  readTimeline: onConversation('read conversations', '/timeline'),
  addMessage: workOn('/messages', { kind: 'note', body: 'A note' }),
  closeConversation: workOn('/close'),
  openConversation: workOn('/open'),
  snoozeConversation: workOn('/snooze', { until: 'next-reply' }),
  unsnoozeConversation: workOn('/unsnooze'),
  markSpam: workOn('/spam'),
  unmarkSpam: workOn('/spam', undefined),
  assignConversation: workOn('/assignee', { teammate: null }),
  claimConversation: workOn('/claim'),
  sayPresence: workOn('/presence', { doing: 'viewing' }),
  shareConversation: {
    line: 'work on conversations',
    ask: async (world, place) => [`/conversations/${await conversationOf(world, place)}/shared/${world.admin.id}`, {}],
  },
  unshareConversation: {
    line: 'take somebody else out of a share',
    async ask(world, place) {
      const conversation = await conversationOf(world, place);
      const someone = await world.desk.addTeammate(world.workspace, { ...teammate(), role: 'member' });
      await world.desk.as(world.owner).share({ conversation, teammate: someone.id });
      return [`/conversations/${conversation}/shared/${someone.id}`];
    },
  },
  listTeammates: plain('see people', '/teammates'),
  inviteTeammate: plain('invite, role, deactivate', '/teammates', teammate),
  changeTeammate: onMade('invite, role, deactivate', '/teammates', teammate, '', { name: 'Kim' }),
  deactivateTeammate: onMade('invite, role, deactivate', '/teammates', teammate, '/deactivate', {}),
  reactivateTeammate: onMade('invite, role, deactivate', '/teammates', teammate, '/reactivate', {}),
  listTeams: plain('see people', '/teams'),
  addTeam: plain('change teams', '/teams', team),
  changeTeam: onMade('change teams', '/teams', team, '', { name: 'Other' }),
  deleteTeam: onMade('change teams', '/teams', team),
  joinTeam: {
    line: 'change teams',
    ask: async (world) => [`/teams/${await made(world, '/teams', team())}/members/${world.admin.id}`, {}],
  },
  leaveTeam: {
    line: 'change teams',
    ask: async (world) => [`/teams/${await made(world, '/teams', team())}/members/${world.admin.id}`],
  },
  listWorkspaces: plain('workspaces', '/workspaces'),
  createWorkspace: plain('workspaces', '/workspaces', () => ({ name: 'New', mailDomain: `${freshWord()}.example` })),
  getWorkspaceSecrets: {
    line: 'workspaces',
    ask: async (world) => [`/workspaces/${world.workspace}/secrets`],
  },
  getContact: onContact('read contacts'),
  listContacts: plain('read contacts', '/contacts'),
  addContact: plain('edit contacts', '/contacts', () => ({ name: freshWord() })),
  changeContact: onContact('edit contacts', '', { name: 'Kim' }),
  mergeContacts: {
    line: 'merge, export, forget contacts',
    async ask(world, place) {
      const into = await contactOf(world, place);
      return [`/contacts/${await contactOf(world, place)}/merge`, { into }];
    },
  },
  exportContact: onContact('merge, export, forget contacts', '/export', {}),
  forgetContact: onContact('merge, export, forget contacts'),
  listTags: plain('read words', '/tags'),
  addTag: plain('change words', '/tags', named),
  changeTag: onMade('change words', '/tags', named, '', { colour: '#112233' }),
  deleteTag: onMade('change words', '/tags', named),
  listSavedReplies: plain('read words', '/saved-replies'),
  addSavedReply: plain('change words', '/saved-replies', savedReply),
  changeSavedReply: onMade('change words', '/saved-replies', savedReply, '', { name: 'Other' }),
  deleteSavedReply: onMade('change words', '/saved-replies', savedReply),
  listSavedViews: plain('read words', '/saved-views'),
  addSavedView: plain('own saved views', '/saved-views', savedView),
  changeSavedView: onMade('change words', '/saved-views', () => ({ ...savedView(), shared: true }), '', {
    name: 'Other',
  }),
  deleteSavedView: onMade('change words', '/saved-views', () => ({ ...savedView(), shared: true })),
  getSettings: plain('read settings', '/settings'),
  changeSettings: plain('change settings', '/settings', { name: 'One' }),
  getHours: plain('read settings', '/settings/hours'),
  setHours: plain('change settings', '/settings/hours', { hours: null }),
  getWidgetSettings: plain('read settings', '/settings/widget'),
  setWidgetSettings: plain('change settings', '/settings/widget', {
    colour: '#112233',
    position: 'end',
    greeting: '',
    identity: 'optional',
    askEmail: 'after',
    rating: true,
    origins: [],
  }),
  listAddresses: plain('read settings', '/settings/addresses'),
  addAddress: plain('change settings', '/settings/addresses', address),
  removeAddress: { line: 'change settings', ask: withAddress('/settings/addresses') },
  checkAddress: { line: 'change settings', ask: withAddress('/settings/addresses', '/check') },
  listApiKeys: plain('api keys', '/api-keys'),
  addApiKey: plain('api keys', '/api-keys', apiKey),
  deleteApiKey: onMade('api keys', '/api-keys', apiKey),
  listWebhooks: plain('read settings', '/webhooks'),
  addWebhook: {
    line: 'change settings',
    aboutNothing: true,
    async ask(world) {
      await webhookOf(world);
      return ['/webhooks', webhook()];
    },
  },
  changeWebhook: onWebhook('change settings', '', { status: 'off' }),
  deleteWebhook: onWebhook('change settings'),
  rotateWebhookSecret: onWebhook('change settings', '/rotate', {}),
  listWebhookDeliveries: onWebhook('read settings', '/deliveries'),
  redeliverWebhook: onWebhook('change settings', '/deliveries/some/redeliver', {}),
  listSuppressions: plain('log of inbound mail', '/suppressions'),
  addSuppression: plain('change suppressions', '/suppressions', address),
  deleteSuppression: { line: 'change suppressions', ask: withAddress('/suppressions') },
  readAudit: plain('read settings', '/audit'),
  search: plain('read conversations', '/search?q=parcel'),
  readEvents: plain('read conversations', '/events?after=0'),
  streamEvents: plain('read conversations', '/events/stream'),
  handInMail: plain('hand in mail', '/inbound/email', mail),
  handInProviderMail: plain('hand in mail', '/inbound/email/postmark', mail),
  listInboundMails: plain('log of inbound mail', '/inbound/mails'),
  changeWidgetMe: plain('own conversations', '/widget/me', { name: 'Kim' }),
  listWidgetConversations: plain('own conversations', '/widget/conversations'),
  startWidgetConversation: plain('own conversations', '/widget/conversations', { body: 'Hello' }),
  readWidgetMessages: {
    line: 'own conversations',
    ask: async (world, place) => [`/widget/conversations/${await conversationOf(world, place)}/messages`],
  },
  addWidgetMessage: {
    line: 'own conversations',
    ask: async (world, place) => [
      `/widget/conversations/${await conversationOf(world, place)}/messages`,
      { body: 'Hi' },
    ],
  },
  sayWidgetTyping: {
    line: 'own conversations',
    ask: async (world, place) => [`/widget/conversations/${await conversationOf(world, place)}/typing`, {}],
  },
  streamWidgetEvents: plain('own conversations', '/widget/events/stream'),
};
