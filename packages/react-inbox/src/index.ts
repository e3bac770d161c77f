'use client';

export { Inbox, type InboxProps } from './components/inbox.tsx';
export { type Composer, useComposer } from './hooks/use-composer.ts';
export { useConnection } from './hooks/use-connection.ts';
export { type Known, useContact } from './hooks/use-contact.ts';
export { useConversation } from './hooks/use-conversation.ts';
export { type LoadedList, useConversationList } from './hooks/use-conversation-list.ts';
export { type Deeds, useDeeds } from './hooks/use-deeds.ts';
export { useDraft } from './hooks/use-draft.ts';
export { useFolders } from './hooks/use-folders.ts';
export { type MentionChoice, type MentionList, useMentionList } from './hooks/use-mention-list.ts';
export { usePeople } from './hooks/use-people.ts';
export { type LoadedTimeline, useTimeline } from './hooks/use-timeline.ts';
export { useEventWords, useNames, useUntilWords } from './hooks/use-words.ts';
export {
  type InboxContextValue,
  InboxProvider,
  type InboxProviderProps,
  useInbox,
  useNow,
} from './inbox-provider.tsx';
export { Markdown, type MarkdownProps } from './markdown/markdown.tsx';
export { ComposerAttach } from './primitives/composer/composer-attach.tsx';
export { ComposerAttachment, type ComposerAttachmentProps } from './primitives/composer/composer-attachment.tsx';
export { ComposerHint } from './primitives/composer/composer-hint.tsx';
export { ComposerInput, type ComposerInputProps } from './primitives/composer/composer-input.tsx';
export { ComposerKind, type ComposerKindProps } from './primitives/composer/composer-kind.tsx';
export { ComposerMentions, type ComposerMentionsProps } from './primitives/composer/composer-mentions.tsx';
export { ComposerNotice } from './primitives/composer/composer-notice.tsx';
export { type ComposerContextValue, ComposerRoot, useCurrentComposer } from './primitives/composer/composer-root.tsx';
export { ComposerSend } from './primitives/composer/composer-send.tsx';
export { ConversationAssignee } from './primitives/conversation/conversation-assignee.tsx';
export { ConversationChannel } from './primitives/conversation/conversation-channel.tsx';
export { ConversationClaim } from './primitives/conversation/conversation-claim.tsx';
export { ConversationClose } from './primitives/conversation/conversation-close.tsx';
export { ConversationContact } from './primitives/conversation/conversation-contact.tsx';
export { ConversationHeadline } from './primitives/conversation/conversation-headline.tsx';
export {
  ConversationList,
  type ConversationListHandle,
  type ConversationListProps,
} from './primitives/conversation/conversation-list.tsx';
export { ConversationOpen } from './primitives/conversation/conversation-open.tsx';
export { ConversationOption, type ConversationOptionProps } from './primitives/conversation/conversation-option.tsx';
export { ConversationPreview } from './primitives/conversation/conversation-preview.tsx';
export {
  ConversationRoot,
  type ConversationRootProps,
  useCurrentConversation,
} from './primitives/conversation/conversation-root.tsx';
export { ConversationSnoozed } from './primitives/conversation/conversation-snoozed.tsx';
export { ConversationTime } from './primitives/conversation/conversation-time.tsx';
export { ConversationUnsnooze } from './primitives/conversation/conversation-unsnooze.tsx';
export { ConversationWaiting } from './primitives/conversation/conversation-waiting.tsx';
export { FolderCount, type FolderCountProps } from './primitives/folder/folder-count.tsx';
export { FolderItem, type FolderItemProps } from './primitives/folder/folder-item.tsx';
export { MessageAttachment, type MessageAttachmentProps } from './primitives/message/message-attachment.tsx';
export { MessageAuthor } from './primitives/message/message-author.tsx';
export { MessageBody } from './primitives/message/message-body.tsx';
export { MessageDelivery } from './primitives/message/message-delivery.tsx';
export {
  type MessageContextValue,
  MessageRoot,
  type MessageRootProps,
  useCurrentMessage,
} from './primitives/message/message-root.tsx';
export { MessageTime } from './primitives/message/message-time.tsx';
export { MessageVerdict } from './primitives/message/message-verdict.tsx';
export { Avatar, type AvatarProps } from './primitives/person/avatar.tsx';
export { Menu } from './primitives/popover/menu.tsx';
export { MenuItem, type MenuItemProps } from './primitives/popover/menu-item.tsx';
export { Popover, type PopoverContextValue, type PopoverProps, usePopover } from './primitives/popover/popover.tsx';
export { PopoverPanel } from './primitives/popover/popover-panel.tsx';
export { PopoverTrigger } from './primitives/popover/popover-trigger.tsx';
export { StatusTab, type StatusTabProps } from './primitives/tab/status-tab.tsx';
export { StatusTabs } from './primitives/tab/status-tabs.tsx';
export { Timeline, type TimelineProps } from './primitives/timeline/timeline.tsx';
export { TimelineDay, type TimelineDayProps } from './primitives/timeline/timeline-day.tsx';
export { TimelineEvent, type TimelineEventProps } from './primitives/timeline/timeline-event.tsx';
export { ToastItem, type ToastItemProps } from './primitives/toast/toast-item.tsx';
export { ToastList, type ToastListProps } from './primitives/toast/toast-list.tsx';
export type { Draft, DraftKind, Drafts } from './store/drafts.ts';
export type { InboxActions, NewMessage } from './store/inbox-actions.ts';
export type { Toast, Toasts } from './store/toasts.ts';
export { defaultStrings, type Strings } from './strings.ts';
export { describeEvent, type EventWords } from './words/describe-event.ts';
export { describeRefusal } from './words/describe-refusal.ts';
export type { Names } from './words/names.ts';
