'use client';

import { type Folder, folderKey } from '@deskkit/core';
import type { ComponentProps } from 'react';
import { useFolders } from '../../hooks/use-folders.ts';
import { useInbox } from '../../inbox-provider.tsx';

export interface FolderCountProps extends Omit<ComponentProps<'span'>, 'children'> {
  readonly folder: Folder;
}

/** How much is open in a folder, or how much spam there is. `data-count` has the number, also where it is nought. */
export function FolderCount({ folder, ...rest }: FolderCountProps) {
  const { strings, locale } = useInbox();
  const key = folderKey(folder);
  const counts = useFolders().find((one) => folderKey(one.folder) === key)?.counts;
  const count = (folder.kind === 'spam' ? counts?.spam : counts?.open) ?? 0;
  const shown = new Intl.NumberFormat(locale).format(count);
  return (
    <span {...rest} data-count={count}>
      {count > 0 && (
        <>
          <span aria-hidden="true">{shown}</span>
          <span data-visually-hidden>{strings.count(shown)}</span>
        </>
      )}
    </span>
  );
}
