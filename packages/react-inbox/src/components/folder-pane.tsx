'use client';

import { type Folder, folderKey } from '@deskkit/core';
import { AtSign, CircleDashed, CircleUserRound, Inbox as InboxIcon, OctagonAlert, UsersRound, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFolders } from '../hooks/use-folders.ts';
import { useNames } from '../hooks/use-words.ts';
import { useInbox } from '../inbox-provider.tsx';
import { FolderCount } from '../primitives/folder/folder-count.tsx';
import { FolderItem } from '../primitives/folder/folder-item.tsx';
import { Avatar } from '../primitives/person/avatar.tsx';
import { folderName } from '../words/names.ts';
import { Icon } from './icon.tsx';

export interface FolderPaneProps {
  readonly current: Folder;
  readonly onOpen: (folder: Folder) => void;
  readonly onClose: () => void;
  readonly header?: ReactNode;
  readonly footer?: ReactNode;
}

/** The folders with their counts; a drawer where there is little room. */
export function FolderPane({ current, onOpen, onClose, header, footer }: FolderPaneProps) {
  const { strings } = useInbox();
  const folders = useFolders().map((one) => one.folder);
  const show = (folder: Folder) => (
    <li key={folderKey(folder)}>
      <FolderRow folder={folder} current={folderKey(folder) === folderKey(current)} onOpen={onOpen} />
    </li>
  );
  const teams = folders.filter((folder) => folder.kind === 'team');
  const teammates = folders.filter((folder) => folder.kind === 'teammate');
  return (
    <nav className="deskkit-folders" aria-label={strings.folders} data-pane tabIndex={-1}>
      <button
        type="button"
        className="deskkit-icon-button deskkit-drawer-close"
        onClick={onClose}
        title={strings.hideFolders}
      >
        <Icon of={X} />
        <span data-visually-hidden>{strings.hideFolders}</span>
      </button>
      {header}
      <ul>{folders.filter((folder) => folder.kind !== 'team' && folder.kind !== 'teammate').map(show)}</ul>
      {teams.length > 0 && (
        <>
          <h2>{strings.teams}</h2>
          <ul>{teams.map(show)}</ul>
        </>
      )}
      {teammates.length > 0 && (
        <>
          <h2>{strings.teammates}</h2>
          <ul>{teammates.map(show)}</ul>
        </>
      )}
      {footer && <div className="deskkit-folders-footer">{footer}</div>}
    </nav>
  );
}

const icons = {
  unassigned: CircleDashed,
  me: CircleUserRound,
  shared: AtSign,
  all: InboxIcon,
  spam: OctagonAlert,
  team: UsersRound,
};

interface FolderRowProps {
  readonly folder: Folder;
  readonly current: boolean;
  readonly onOpen: (folder: Folder) => void;
}

function FolderRow({ folder, current, onOpen }: FolderRowProps) {
  const { strings } = useInbox();
  const name = folderName(folder, useNames(), strings);
  return (
    <FolderItem
      className="deskkit-folder"
      current={current}
      onClick={() => onOpen(folder)}
      data-folder={folderKey(folder)}
    >
      {folder.kind === 'teammate' ? (
        <Avatar className="deskkit-avatar" data-size="small" of={folder.teammate} name={name} />
      ) : (
        <Icon of={icons[folder.kind]} />
      )}
      <bdi>{name}</bdi>
      <FolderCount folder={folder} />
    </FolderItem>
  );
}
