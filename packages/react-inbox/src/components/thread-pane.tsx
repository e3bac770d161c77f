'use client';

import type { ConversationId } from '@deskkit/core';
import type { ConversationView } from '@deskkit/core/client';
import { ArrowLeft, PanelRight } from 'lucide-react';
import { type RefObject, useCallback, useRef, useState } from 'react';
import { useConversation } from '../hooks/use-conversation.ts';
import { useConversationKeys } from '../hooks/use-conversation-keys.ts';
import { useShortcuts } from '../hooks/use-shortcuts.ts';
import { useTimeline } from '../hooks/use-timeline.ts';
import { useInbox } from '../inbox-provider.tsx';
import { ConversationClaim } from '../primitives/conversation/conversation-claim.tsx';
import { ConversationClose } from '../primitives/conversation/conversation-close.tsx';
import { ConversationHeadline } from '../primitives/conversation/conversation-headline.tsx';
import { ConversationOpen } from '../primitives/conversation/conversation-open.tsx';
import { ConversationRoot } from '../primitives/conversation/conversation-root.tsx';
import { ConversationSnoozed } from '../primitives/conversation/conversation-snoozed.tsx';
import { ConversationUnsnooze } from '../primitives/conversation/conversation-unsnooze.tsx';
import { AssignMenu } from './assign-menu.tsx';
import { Composer, type ComposerHandle } from './composer.tsx';
import { ContactPane } from './contact-pane.tsx';
import { Icon } from './icon.tsx';
import { Key } from './key.tsx';
import { Notice } from './notice.tsx';
import { Skeleton } from './skeleton.tsx';
import { SnoozeMenu } from './snooze-menu.tsx';
import { ThreadTimeline } from './thread-timeline.tsx';

export interface ThreadPaneProps {
  readonly id: ConversationId;
  readonly root: RefObject<HTMLElement | null>;
  readonly contactShown: boolean;
  readonly onToggleContact: () => void;
  readonly onBack: () => void;
  readonly onOpen: (id: ConversationId) => void;
}

/** One conversation: its buttons, its messages, the composer and its contact. */
export function ThreadPane(props: ThreadPaneProps) {
  const { strings } = useInbox();
  const conversation = useConversation(props.id);
  const { failure, retry } = useTimeline(props.id);
  if (conversation) {
    return (
      <ConversationRoot conversation={conversation}>
        <Thread {...props} conversation={conversation} />
        <ContactPane conversation={conversation} onOpen={props.onOpen} onClose={props.onToggleContact} />
      </ConversationRoot>
    );
  }
  const isGone = isNotFound(failure);
  return (
    <section className="deskkit-thread" aria-label={strings.messages} data-pane tabIndex={-1}>
      <header className="deskkit-thread-head">
        <BackButton onBack={props.onBack} />
      </header>
      {isGone && <Notice title={strings.gone[0] ?? ''} text={strings.gone[1]} />}
      {failure !== undefined && !isGone && (
        <Notice title={strings.failed.thread} text={strings.failed.check} onRetry={retry} />
      )}
      {failure === undefined && <Skeleton of="message" />}
    </section>
  );
}

function Thread({
  conversation,
  root,
  contactShown,
  onToggleContact,
  onBack,
}: ThreadPaneProps & { readonly conversation: ConversationView }) {
  const { strings } = useInbox();
  const composer = useRef<ComposerHandle>(null);
  const [menu, setMenu] = useState<'assign' | 'snooze'>();
  const openAssign = useCallback((open: boolean) => setMenu(open ? 'assign' : undefined), []);
  const openSnooze = useCallback((open: boolean) => setMenu(open ? 'snooze' : undefined), []);
  const write = (kind: 'reply' | 'note') => composer.current?.write(kind);
  useShortcuts(root, useConversationKeys(conversation, { write, openMenu: setMenu }));
  return (
    <section className="deskkit-thread" aria-label={strings.messages} data-pane tabIndex={-1}>
      <header className="deskkit-thread-head">
        <BackButton onBack={onBack} />
        <h2>
          <ConversationHeadline />
          <ConversationSnoozed className="deskkit-chip" />
        </h2>
        <div className="deskkit-thread-actions">
          <ConversationClaim className="deskkit-button">
            {strings.claim} <Key>c</Key>
          </ConversationClaim>
          <AssignMenu open={menu === 'assign'} onOpenChange={openAssign} />
          <SnoozeMenu open={menu === 'snooze'} onOpenChange={openSnooze} />
          <ConversationUnsnooze className="deskkit-button" />
          <ConversationClose className="deskkit-button" data-primary>
            {strings.close} <Key>e</Key>
          </ConversationClose>
          <ConversationOpen className="deskkit-button" data-primary>
            {strings.open} <Key>e</Key>
          </ConversationOpen>
          <button
            type="button"
            className="deskkit-icon-button deskkit-contact-open"
            aria-expanded={contactShown}
            title={strings.contact}
            onClick={onToggleContact}
          >
            <Icon of={PanelRight} />
            <span data-visually-hidden>{strings.contact}</span>
          </button>
        </div>
      </header>
      <ThreadTimeline conversation={conversation} />
      <Composer ref={composer} />
    </section>
  );
}

function BackButton({ onBack }: { readonly onBack: () => void }) {
  const { strings } = useInbox();
  return (
    <button type="button" className="deskkit-icon-button deskkit-back" title={strings.back} onClick={onBack}>
      <Icon of={ArrowLeft} />
      <span data-visually-hidden>{strings.back}</span>
    </button>
  );
}

function isNotFound(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'not-found';
}
