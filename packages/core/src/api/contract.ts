import * as addresses from './addresses.ts';
import * as apiKeys from './api-keys.ts';
import { addAttachment, downloadFile, getAttachment } from './attachments.ts';
import * as audit from './audit.ts';
import * as contacts from './contacts.ts';
import * as conversations from './conversations.ts';
import { readEvents, streamEvents } from './events.ts';
import { listFolders } from './folders.ts';
import { handInMail, handInProviderMail, listInboundMails } from './inbound-email.ts';
import * as me from './me.ts';
import { addMessage, readTimeline, startConversation } from './messages.ts';
import { listNotifications, markNotificationsRead } from './notifications.ts';
import type { AnyOperation } from './operation.ts';
import * as people from './people.ts';
import { sayPresence, sayWidgetTyping } from './presence.ts';
import type { OperationName } from './routes.ts';
import * as savedReplies from './saved-replies.ts';
import * as savedViews from './saved-views.ts';
import { search } from './search.ts';
import * as settings from './settings.ts';
import * as suppressions from './suppressions.ts';
import * as tags from './tags.ts';
import * as teams from './teams.ts';
import * as webhooks from './webhooks.ts';
import {
  addWidgetMessage,
  listWidgetConversations,
  readWidgetMessages,
  startWidgetConversation,
  streamWidgetEvents,
} from './widget.ts';
import { changeWidgetMe, getWidgetConfig, openWidgetSession } from './widget-session.ts';
import * as workspaces from './workspaces.ts';

/** The whole API. Each name has its method and path in `routes`. */
export const contract = {
  getMe: me.getMe,
  changeMe: me.changeMe,
  getPreferences: me.getPreferences,
  setPreferences: me.setPreferences,
  listNotifications,
  markNotificationsRead,
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
  sayPresence,
  listTeammates: people.listTeammates,
  inviteTeammate: people.inviteTeammate,
  changeTeammate: people.changeTeammate,
  deactivateTeammate: people.deactivateTeammate,
  reactivateTeammate: people.reactivateTeammate,
  listTeams: teams.listTeams,
  addTeam: teams.addTeam,
  changeTeam: teams.changeTeam,
  deleteTeam: teams.deleteTeam,
  joinTeam: teams.joinTeam,
  leaveTeam: teams.leaveTeam,
  listWorkspaces: workspaces.listWorkspaces,
  createWorkspace: workspaces.createWorkspace,
  removeWorkspace: workspaces.removeWorkspace,
  getWorkspaceSecrets: workspaces.getWorkspaceSecrets,
  getContact: contacts.getContact,
  listContacts: contacts.listContacts,
  addContact: contacts.addContact,
  changeContact: contacts.changeContact,
  mergeContacts: contacts.mergeContacts,
  exportContact: contacts.exportContact,
  forgetContact: contacts.forgetContact,
  listTags: tags.listTags,
  addTag: tags.addTag,
  changeTag: tags.changeTag,
  deleteTag: tags.deleteTag,
  listSavedReplies: savedReplies.listSavedReplies,
  addSavedReply: savedReplies.addSavedReply,
  changeSavedReply: savedReplies.changeSavedReply,
  deleteSavedReply: savedReplies.deleteSavedReply,
  listSavedViews: savedViews.listSavedViews,
  addSavedView: savedViews.addSavedView,
  changeSavedView: savedViews.changeSavedView,
  deleteSavedView: savedViews.deleteSavedView,
  getSettings: settings.getSettings,
  changeSettings: settings.changeSettings,
  getHours: settings.getHours,
  setHours: settings.setHours,
  getWidgetSettings: settings.getWidgetSettings,
  setWidgetSettings: settings.setWidgetSettings,
  listAddresses: addresses.listAddresses,
  addAddress: addresses.addAddress,
  removeAddress: addresses.removeAddress,
  checkAddress: addresses.checkAddress,
  listApiKeys: apiKeys.listApiKeys,
  addApiKey: apiKeys.addApiKey,
  deleteApiKey: apiKeys.deleteApiKey,
  listWebhooks: webhooks.listWebhooks,
  addWebhook: webhooks.addWebhook,
  changeWebhook: webhooks.changeWebhook,
  deleteWebhook: webhooks.deleteWebhook,
  rotateWebhookSecret: webhooks.rotateWebhookSecret,
  listWebhookDeliveries: webhooks.listWebhookDeliveries,
  redeliverWebhook: webhooks.redeliverWebhook,
  listSuppressions: suppressions.listSuppressions,
  addSuppression: suppressions.addSuppression,
  deleteSuppression: suppressions.deleteSuppression,
  readAudit: audit.readAudit,
  search,
  addAttachment,
  getAttachment,
  downloadFile,
  readEvents,
  streamEvents,
  handInMail,
  handInProviderMail,
  listInboundMails,
  getWidgetConfig,
  openWidgetSession,
  changeWidgetMe,
  listWidgetConversations,
  startWidgetConversation,
  readWidgetMessages,
  addWidgetMessage,
  sayWidgetTyping,
  streamWidgetEvents,
} satisfies Record<OperationName, AnyOperation>;

export type Contract = typeof contract;
