'use client';

import type { ConversationId, Folder } from '@deskkit/core';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useFocusKeeper } from '../hooks/use-focus-keeper.ts';
import { usePlace } from '../hooks/use-place.ts';
import { type Shortcuts, useShortcuts } from '../hooks/use-shortcuts.ts';
import { useInbox } from '../inbox-provider.tsx';
import type { ConversationListHandle } from '../primitives/conversation/conversation-list.tsx';
import { ConnectionBar } from './connection-bar.tsx';
import { FolderPane } from './folder-pane.tsx';
import { ListPane } from './list-pane.tsx';
import { Notice } from './notice.tsx';
import { ThreadPane } from './thread-pane.tsx';
import { Toasts } from './toasts.tsx';

export interface InboxProps {
  /** Stands above the folders. */
  readonly header?: ReactNode;
  /** Stands below the folders. */
  readonly footer?: ReactNode;
  /** What a newcomer reads where nothing is yet. */
  readonly welcome?: ReactNode;
  readonly defaultFolder?: Folder;
}

const firstFolder: Folder = { kind: 'unassigned' };

/** The whole inbox. Fills its parent, and folds by its own width. Load `@deskkit/react-inbox/style.css` with it. */
export function Inbox({ header, footer, welcome, defaultFolder = firstFolder }: InboxProps) {
  const { strings, toasts } = useInbox();
  const root = useRef<HTMLDivElement>(null);
  const list = useRef<ConversationListHandle>(null);
  const place = usePlace(defaultFolder);
  const [foldersShown, setFoldersShown] = useState(false);
  const [contactShown, setContactShown] = useState(false);
  const { conversation } = place;
  useFocusKeeper(root);

  // Where there is room for one pane only, the focus goes along with it.
  useEffect(() => {
    const panes = root.current;
    const focused = panes?.ownerDocument.activeElement;
    if (!conversation || !focused?.closest('.deskkit-list')) return;
    if (focused.checkVisibility?.({ visibilityProperty: true }) === false)
      panes?.querySelector<HTMLElement>('.deskkit-thread')?.focus();
  }, [conversation]);

  useEffect(() => {
    if (foldersShown) root.current?.querySelector<HTMLElement>('.deskkit-folder[aria-current]')?.focus();
  }, [foldersShown]);

  useEffect(() => {
    if (contactShown) root.current?.querySelector<HTMLElement>('.deskkit-contact')?.focus();
  }, [contactShown]);

  const back = () => {
    const panes = root.current;
    const isAlone = panes?.querySelector('.deskkit-list')?.checkVisibility?.({ visibilityProperty: true }) === false;
    if (isAlone) place.openConversation(undefined);
    requestAnimationFrame(() => list.current?.focus());
  };
  const closeFolders = () => {
    setFoldersShown(false);
    root.current?.querySelector<HTMLElement>('.deskkit-drawer-open')?.focus();
  };
  const showContact = (isShown: boolean) => {
    setContactShown(isShown);
    if (!isShown) root.current?.querySelector<HTMLElement>('.deskkit-contact-open')?.focus();
  };
  const open = (id: ConversationId) => {
    setContactShown(false);
    place.openConversation(id);
  };

  const leave = () => {
    if (foldersShown) closeFolders();
    else if (contactShown) showContact(false);
    else if (root.current?.querySelector('form.deskkit-composer')?.contains(document.activeElement))
      root.current.querySelector<HTMLElement>('.deskkit-thread')?.focus();
    else back();
  };
  const undoLast = () => {
    const last = toasts.list().findLast((toast) => toast.undo);
    last?.undo?.();
    if (last) toasts.dismiss(last.id);
  };
  const act = useRef({ leave, undoLast });
  useEffect(() => {
    act.current = { leave, undoLast };
  });
  const shortcuts = useMemo<Shortcuts>(
    () => ({
      j: () => list.current?.move(1),
      k: () => list.current?.move(-1),
      z: () => act.current.undoLast(),
      Escape: () => act.current.leave(),
    }),
    [],
  );
  useShortcuts(root, shortcuts);

  return (
    <div
      ref={root}
      className="deskkit-inbox"
      data-view={conversation ? 'thread' : 'list'}
      data-folders={foldersShown ? 'shown' : undefined}
      data-contact={contactShown ? 'shown' : undefined}
    >
      <ConnectionBar />
      <div className="deskkit-panes">
        <FolderPane
          current={place.folder}
          header={header}
          footer={footer}
          onClose={closeFolders}
          onOpen={(folder) => {
            place.openFolder(folder);
            if (foldersShown) closeFolders();
          }}
        />
        <ListPane
          ref={list}
          place={{ ...place, openConversation: (id) => (id ? open(id) : place.openConversation(id)) }}
          foldersShown={foldersShown}
          onShowFolders={() => setFoldersShown(true)}
          welcome={welcome}
        />
        {conversation ? (
          <ThreadPane
            key={conversation}
            id={conversation}
            root={root}
            contactShown={contactShown}
            onToggleContact={() => showContact(!contactShown)}
            onBack={back}
            onOpen={open}
          />
        ) : (
          <section className="deskkit-thread" aria-label={strings.messages} data-pane tabIndex={-1}>
            <Notice title={strings.empty.thread[0]} text={strings.empty.thread[1]} />
          </section>
        )}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape and the close button do the same by keyboard */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape and the close button do the same by keyboard */}
        <div
          className="deskkit-scrim"
          onClick={() => {
            if (foldersShown) closeFolders();
            setContactShown(false);
          }}
        />
      </div>
      <Toasts />
    </div>
  );
}
