import { widgetRoutes } from './widget-routes.ts';

/** Where each operation lives, below `/v1`. Free of zod, so that the client can have it too. */
export const routes = {
  getMe: 'GET /me',
  listFolders: 'GET /folders',
  listConversations: 'GET /conversations',
  startConversation: 'POST /conversations',
  getConversation: 'GET /conversations/:conversation',
  readTimeline: 'GET /conversations/:conversation/timeline',
  addMessage: 'POST /conversations/:conversation/messages',
  closeConversation: 'POST /conversations/:conversation/close',
  openConversation: 'POST /conversations/:conversation/open',
  snoozeConversation: 'POST /conversations/:conversation/snooze',
  unsnoozeConversation: 'POST /conversations/:conversation/unsnooze',
  markSpam: 'POST /conversations/:conversation/spam',
  unmarkSpam: 'DELETE /conversations/:conversation/spam',
  assignConversation: 'PUT /conversations/:conversation/assignee',
  claimConversation: 'POST /conversations/:conversation/claim',
  shareConversation: 'PUT /conversations/:conversation/shared/:teammate',
  unshareConversation: 'DELETE /conversations/:conversation/shared/:teammate',
  listTeammates: 'GET /teammates',
  listTeams: 'GET /teams',
  getContact: 'GET /contacts/:contact',
  search: 'GET /search',
  addAttachment: 'POST /attachments',
  getAttachment: 'GET /attachments/:attachment',
  downloadFile: 'GET /files/:attachment',
  readEvents: 'GET /events',
  streamEvents: 'GET /events/stream',
  handInMail: 'POST /inbound/email',
  ...widgetRoutes,
} as const;

export type OperationName = keyof typeof routes;
