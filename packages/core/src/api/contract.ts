import { addAttachment, downloadFile, getAttachment } from './attachments.ts';
import * as conversations from './conversations.ts';
import { readEvents, streamEvents } from './events.ts';
import { listFolders } from './folders.ts';
import { handInMail } from './inbound-email.ts';
import { addMessage, readTimeline, startConversation } from './messages.ts';
import type { AnyOperation } from './operation.ts';
import { getContact, getMe, listTeammates, listTeams } from './people.ts';
import type { OperationName } from './routes.ts';
import { search } from './search.ts';
import {
  addWidgetMessage,
  getWidgetConfig,
  listWidgetConversations,
  openWidgetSession,
  readWidgetMessages,
  startWidgetConversation,
  streamWidgetEvents,
} from './widget.ts';

/** The whole API. Each name has its method and path in `routes`. */
export const contract = {
  getMe,
  listFolders,
  listConversations: conversations.listConversations,
  startConversation,
  getConversation: conversations.getConversation,
  readTimeline,
  addMessage,
  closeConversation: conversations.closeConversation,
  openConversation: conversations.openConversation,
  snoozeConversation: conversations.snoozeConversation,
  unsnoozeConversation: conversations.unsnoozeConversation,
  markSpam: conversations.markSpam,
  unmarkSpam: conversations.unmarkSpam,
  assignConversation: conversations.assignConversation,
  claimConversation: conversations.claimConversation,
  shareConversation: conversations.shareConversation,
  unshareConversation: conversations.unshareConversation,
  listTeammates,
  listTeams,
  getContact,
  search,
  addAttachment,
  getAttachment,
  downloadFile,
  readEvents,
  streamEvents,
  handInMail,
  getWidgetConfig,
  openWidgetSession,
  listWidgetConversations,
  startWidgetConversation,
  readWidgetMessages,
  addWidgetMessage,
  streamWidgetEvents,
} satisfies Record<OperationName, AnyOperation>;

export type Contract = typeof contract;
