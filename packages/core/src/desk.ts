import mitt from 'mitt';
import { accessChanged } from './action/access-changed.ts';
import { addContact } from './action/add-contact.ts';
import { awaitLog } from './action/await-log.ts';
import { changeContact, describeMyself } from './action/change-contact.ts';
import { changeDetails } from './action/change-details.ts';
import { changeMany } from './action/change-many.ts';
import { joinTeam, leaveTeam } from './action/change-membership.ts';
import { deleteNote, editNote } from './action/change-note.ts';
import { changeHours, changeSettings, changeWidget } from './action/change-settings.ts';
import { changeMe, changeTeammate, deactivateTeammate, reactivateTeammate } from './action/change-teammate.ts';
import { addTeam, changeTeam, deleteTeam, type NewTeam } from './action/change-teams.ts';
import { readSettings } from './action/change-workspace.ts';
import * as commands from './action/conversation-commands.ts';
import { createWorkspace } from './action/create-workspace.ts';
import { doWork } from './action/do-work.ts';
import { findAttachment } from './action/find-attachment.ts';
import { findOriginal } from './action/find-original.ts';
import { findSession } from './action/find-session.ts';
import { handInAttachment } from './action/hand-in-attachment.ts';
import { inviteTeammate, type NewTeammate } from './action/invite-teammate.ts';
import { addAddress, removeAddress } from './action/keep-addresses.ts';
import { addApiKey, deleteApiKey, listApiKeys } from './action/keep-api-keys.ts';
import { discardDraft, findDraft, saveDraft } from './action/keep-drafts.ts';
import { findPreferences, keepPreferences } from './action/keep-preferences.ts';
import { addSavedReply, changeSavedReply, deleteSavedReply, listSavedReplies } from './action/keep-saved-replies.ts';
import { addSavedView, changeSavedView, deleteSavedView, listSavedViews } from './action/keep-saved-views.ts';
import { addSuppression, deleteSuppression, listSuppressions } from './action/keep-suppressions.ts';
import { addTag, changeTag, deleteTag, listTags } from './action/keep-tags.ts';
import {
  addWebhook,
  changeWebhook,
  deleteWebhook,
  findWebhook,
  listWebhooks,
  rotateWebhookSecret,
} from './action/keep-webhooks.ts';
import { listDrafts } from './action/list-drafts.ts';
import { countUnread, listNotifications } from './action/list-notifications.ts';
import { findWorkspace, listWorkspaces } from './action/list-workspaces.ts';
import { listen } from './action/listen.ts';
import { markNotificationsRead } from './action/mark-notifications.ts';
import { markRead } from './action/mark-read.ts';
import { mergeContacts } from './action/merge-contacts.ts';
import { merge } from './action/merge-conversations.ts';
import { openSession, type ProvenVisitor } from './action/open-session.ts';
import type { Once, Parts } from './action/parts.ts';
import { rate } from './action/rate-conversation.ts';
import { markReadByContact } from './action/read-by-contact.ts';
import { findContact, listContacts } from './action/read-contacts.ts';
import { countFolders, findConversation, listConversations } from './action/read-conversations.ts';
import { readLog } from './action/read-log.ts';
import { listTeammates, listTeams } from './action/read-people.ts';
import { readTimeline } from './action/read-timeline.ts';
import { externalKey, receiveMessage } from './action/receive-message.ts';
import { removeWorkspace } from './action/remove-workspace.ts';
import { retract } from './action/retract-reply.ts';
import { retry } from './action/retry-delivery.ts';
import { sayPresence, sayTyping } from './action/say-presence.ts';
import { searchMessages } from './action/search-messages.ts';
import { type NewWorkspace, setUpWorkspace } from './action/set-up-workspace.ts';
import { startByEmail, startChat } from './action/start-conversation.ts';
import { answer, note, reply } from './action/write-message.ts';
import type { Channel, Receiver } from './channel/channel.ts';
import { DeskError } from './errors.ts';
import type { LogEvent, LogEventType } from './log/log-event.ts';
import type { Actor, VisitorActor } from './people/actor.ts';
import type { Team } from './people/team.ts';
import type { Teammate } from './people/teammate.ts';
import { newId as randomId, type SessionId, type TeammateId, type WorkspaceId } from './shared/id.ts';
import { systemClock } from './shared/instant.ts';
import type { Result } from './shared/result.ts';
import { createLocalSignals } from './signals/local-signals.ts';
import { newSecret } from './workspace/secret.ts';
import type { Workspace } from './workspace/workspace.ts';

const actions = {
  ...commands,
  reply,
  note,
  answer,
  editNote,
  deleteNote,
  retract,
  retry,
  changeDetails,
  changeMany,
  merge,
  rate,
  markRead,
  markReadByContact,
  findDraft,
  saveDraft,
  discardDraft,
  listDrafts,
  findOriginal,
  startChat,
  startByEmail,
  findConversation,
  listConversations,
  readTimeline,
  countFolders,
  listTeammates,
  listTeams,
  inviteTeammate,
  changeTeammate,
  deactivateTeammate,
  reactivateTeammate,
  changeMe,
  addTeam,
  changeTeam,
  deleteTeam,
  joinTeam,
  leaveTeam,
  findContact,
  listContacts,
  addContact,
  changeContact,
  mergeContacts,
  describeMyself,
  listTags,
  addTag,
  changeTag,
  deleteTag,
  listSavedReplies,
  addSavedReply,
  changeSavedReply,
  deleteSavedReply,
  listSavedViews,
  addSavedView,
  changeSavedView,
  deleteSavedView,
  readSettings,
  changeSettings,
  changeHours,
  changeWidget,
  addAddress,
  removeAddress,
  listApiKeys,
  addApiKey,
  deleteApiKey,
  listWebhooks,
  findWebhook,
  addWebhook,
  changeWebhook,
  deleteWebhook,
  rotateWebhookSecret,
  listSuppressions,
  addSuppression,
  deleteSuppression,
  handInAttachment,
  findAttachment,
  readLog,
  awaitLog,
  createWorkspace,
  listWorkspaces,
  findWorkspace,
  removeWorkspace,
  listNotifications,
  countUnread,
  markNotificationsRead,
  findPreferences,
  keepPreferences,
  sayPresence,
  sayTyping,
  searchMessages,
};

type Actions = typeof actions;
type RestOf<Name extends keyof Actions> = Actions[Name] extends (
  parts: Parts,
  actor: never,
  ...rest: infer Rest
) => unknown
  ? Rest
  : never;
type ResultOf<Name extends keyof Actions> = Awaited<ReturnType<Actions[Name]>>;
type ValueOf<R> = R extends { readonly ok: true; readonly value: infer Value } ? Value : never;

/** Everything that an actor can do, each answering a `Result`. */
export type Attempts = { readonly [Name in keyof Actions]: (...rest: RestOf<Name>) => Promise<ResultOf<Name>> };
/** Everything that an actor can do, each throwing a `DeskError` when it is refused. */
export type Acts = { readonly [Name in keyof Actions]: (...rest: RestOf<Name>) => Promise<ValueOf<ResultOf<Name>>> };

/** Something that happened, told to this process after the commit. */
export type DeskEvent<Type extends LogEventType> = Extract<LogEvent, { type: Type }> & {
  readonly workspace: WorkspaceId;
};

export interface DeskOptions
  extends Pick<Parts, 'storage' | 'directory' | 'blobs'>,
    Partial<Pick<Parts, 'signals' | 'clock' | 'newId' | 'newSecret' | 'logger'>> {
  readonly channels?: readonly Channel[];
}

/** The help desk: give it storage and channels, and act through it. */
export interface Desk {
  readonly parts: Parts;
  /** `desk.as(actor).reply(…)`: answers the value, throws a `DeskError` when refused. */
  as(actor: Actor): Acts;
  /** The same as `Result`s, for those who handle every refusal. */
  attempt(actor: Actor): Attempts;
  /** The same desk, whose next commit remembers the request it came from. */
  remembering(once: Once): Desk;
  /** Calls back in the process that committed it, once it is committed. Gives back what ends it. */
  on<Type extends LogEventType>(type: Type, listener: (event: DeskEvent<Type>) => void): () => void;
  listen(actor: Actor, options: Parameters<typeof listen>[2]): ReturnType<typeof listen>;
  /** Does due work once; whoever runs a desk calls it again and again. */
  doWork(options?: Parameters<typeof doWork>[1]): Promise<number>;
  /** What channels hand their messages to. */
  readonly receiver: Receiver;
  setUpWorkspace(given: NewWorkspace): Promise<Workspace>;
  addTeammate(workspace: WorkspaceId, given: NewTeammate): Promise<Teammate>;
  addTeam(workspace: WorkspaceId, given: NewTeam): Promise<Team>;
  /** A teammate, or with `null` everybody, has other rights now: streams end, and what follows is viewed anew. */
  accessChanged(workspace: WorkspaceId, teammate: TeammateId | null): Promise<void>;
  openSession(workspace: WorkspaceId, proven: ProvenVisitor | null, name?: string | null): Promise<VisitorActor>;
  findSession(workspace: WorkspaceId, id: SessionId): Promise<VisitorActor | undefined>;
}

export function createDesk(options: DeskOptions): Desk {
  const emitter = mitt<Record<LogEventType, LogEvent & { readonly workspace: WorkspaceId }>>();
  const logger = options.logger ?? { warn() {}, error() {} };
  const parts: Parts = {
    storage: options.storage,
    directory: options.directory,
    blobs: options.blobs,
    signals: options.signals ?? createLocalSignals(),
    clock: options.clock ?? systemClock,
    newId: options.newId ?? randomId,
    newSecret: options.newSecret ?? newSecret,
    channels: new Map((options.channels ?? []).map((channel) => [channel.name, channel])),
    logger,
    tell: (workspace, events) => {
      for (const event of events) emitter.emit(event.type, { ...event, workspace });
    },
  };
  return deskOf(parts, emitter);
}

type Emitter = ReturnType<typeof mitt<Record<LogEventType, LogEvent & { readonly workspace: WorkspaceId }>>>;

function deskOf(parts: Parts, emitter: Emitter): Desk {
  return {
    parts,
    as: (actor) => bind(parts, actor, unwrap) as Acts,
    attempt: (actor) => bind(parts, actor, (result) => result) as Attempts,
    remembering: (once) => deskOf({ ...parts, once }, emitter),
    on(type, listener) {
      const call = listener as (event: LogEvent & { readonly workspace: WorkspaceId }) => void;
      // What is committed is committed: a listener that throws must not look like a failed commit, nor stop others.
      const handler: typeof call = (event) => {
        try {
          call(event);
        } catch (error) {
          parts.logger.error('A listener of the desk threw', { type, error });
        }
      };
      emitter.on(type, handler);
      return () => emitter.off(type, handler);
    },
    listen: (actor, ask) => listen(parts, actor, ask),
    doWork: (ask) => doWork(parts, ask),
    receiver: {
      receive: (inbound) => receiveMessage(parts, inbound),
      async findByExternalId(workspace, channel, externalId) {
        const found = await parts.storage.findByKey(workspace, externalKey(channel, externalId));
        const [message] = found ? await parts.storage.find(workspace, 'message', [found.id]) : [];
        return message?.conversation;
      },
    },
    setUpWorkspace: (given) => setUpWorkspace(parts, given),
    addTeammate: async (workspace, given) => unwrap(await inviteTeammate(parts, { kind: 'system', workspace }, given)),
    addTeam: async (workspace, given) => unwrap(await addTeam(parts, { kind: 'system', workspace }, given)),
    accessChanged: (workspace, teammate) => accessChanged(parts, workspace, teammate),
    openSession: (workspace, proven, name) => openSession(parts, workspace, proven, name),
    findSession: (workspace, id) => findSession(parts, workspace, id),
  };
}

function bind(parts: Parts, actor: Actor, finish: (result: Result<unknown>) => unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(actions).map(([name, action]) => {
      const act = action as (...all: readonly unknown[]) => Promise<Result<unknown>>;
      return [name, async (...rest: readonly unknown[]) => finish(await act(parts, actor, ...rest))];
    }),
  );
}

function unwrap<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new DeskError(result.refusal);
  return result.value;
}
