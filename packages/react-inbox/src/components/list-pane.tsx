'use client';

import { type ConversationStatus, folderKey } from '@deskkit/core';
import { PanelLeft } from 'lucide-react';
import { type ReactNode, type Ref, useId } from 'react';
import { useConversationList } from '../hooks/use-conversation-list.ts';
import { useFolders } from '../hooks/use-folders.ts';
import type { PlaceControl } from '../hooks/use-place.ts';
import { useNames } from '../hooks/use-words.ts';
import { useInbox } from '../inbox-provider.tsx';
import { ConversationList, type ConversationListHandle } from '../primitives/conversation/conversation-list.tsx';
import { StatusTab } from '../primitives/tab/status-tab.tsx';
import { StatusTabs } from '../primitives/tab/status-tabs.tsx';
import { folderName } from '../words/names.ts';
import { ConversationRow } from './conversation-row.tsx';
import { Icon } from './icon.tsx';
import { Notice } from './notice.tsx';
import { Skeleton } from './skeleton.tsx';

const statuses: readonly ConversationStatus[] = ['open', 'snoozed', 'closed'];

export interface ListPaneProps {
  readonly place: PlaceControl;
  readonly onShowFolders: () => void;
  readonly foldersShown: boolean;
  /** What a newcomer reads where nothing is. */
  readonly welcome?: ReactNode;
  readonly ref?: Ref<ConversationListHandle> | undefined;
}

/** A folder's tabs and the conversations in them. */
export function ListPane({ place, onShowFolders, foldersShown, welcome, ref }: ListPaneProps) {
  const { strings, locale } = useInbox();
  const { folder, status } = place;
  const panel = useId();
  const name = folderName(folder, useNames(), strings);
  const counts = useFolders().find((one) => folderKey(one.folder) === folderKey(folder))?.counts;
  const isSpam = folder.kind === 'spam';
  return (
    <section className="deskkit-list" aria-label={strings.conversations} data-pane tabIndex={-1}>
      <header data-tabs={!isSpam || undefined}>
        <div className="deskkit-list-title">
          <button
            type="button"
            className="deskkit-icon-button deskkit-drawer-open"
            aria-expanded={foldersShown}
            title={strings.showFolders}
            onClick={onShowFolders}
          >
            <Icon of={PanelLeft} />
            <span data-visually-hidden>{strings.showFolders}</span>
          </button>
          <h2 dir="auto">{name}</h2>
        </div>
        {!isSpam && (
          <StatusTabs className="deskkit-tabs" aria-label={name}>
            {statuses.map((one) => (
              <StatusTab
                key={one}
                className="deskkit-tab"
                selected={one === status}
                aria-controls={panel}
                onClick={() => place.openTab(one)}
              >
                {strings.tab[one]}{' '}
                <span data-count={counts?.[one] ?? 0}>{new Intl.NumberFormat(locale).format(counts?.[one] ?? 0)}</span>
              </StatusTab>
            ))}
          </StatusTabs>
        )}
      </header>
      <div
        id={panel}
        className="deskkit-list-panel"
        {...(isSpam ? {} : { role: 'tabpanel', 'aria-label': strings.tab[status] })}
      >
        <Rows key={`${folderKey(folder)} ${status}`} place={place} name={name} welcome={welcome} ref={ref} />
      </div>
    </section>
  );
}

interface RowsProps extends Pick<ListPaneProps, 'place' | 'welcome' | 'ref'> {
  readonly name: string;
}

function Rows({ place: { folder, status, conversation, openConversation }, name, welcome, ref }: RowsProps) {
  const { strings, failure: startFailure } = useInbox();
  const isSpam = folder.kind === 'spam';
  const list = useConversationList(isSpam ? { folder } : { folder, status });
  if (list.failure !== undefined)
    return <Notice title={strings.failed.list} text={strings.failed.check} onRetry={list.retry} />;
  if (!list.loaded) return startFailure ? null : <Skeleton of="row" />;
  if (list.items.length === 0 && !list.more) {
    const own = folder.kind === 'team' || folder.kind === 'teammate' || folder.kind === 'all' ? 'open' : folder.kind;
    const [title, text] = strings.empty[isSpam ? 'spam' : status === 'open' ? own : status];
    return (
      <Notice title={title} text={text}>
        {welcome}
      </Notice>
    );
  }
  return (
    <>
      <ConversationList
        className="deskkit-rows"
        aria-label={name}
        items={list.items}
        selected={conversation}
        onSelect={openConversation}
        onReachEnd={list.more ? list.loadMore : undefined}
        {...(ref ? { ref } : {})}
      >
        {(row, index) => <ConversationRow key={row.id} conversation={row} index={index} />}
      </ConversationList>
      {list.loadingMore && <p className="deskkit-loading-more">{strings.loadingMore}</p>}
    </>
  );
}
