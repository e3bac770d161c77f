import { isId } from '../shared/id.ts';
import type { Folder } from './folder.ts';

const plain = ['unassigned', 'me', 'shared', 'all', 'spam'] as const;

/** Reads what `folderKey` writes. */
export function parseFolder(key: string): Folder | undefined {
  const kind = plain.find((one) => one === key);
  if (kind) return { kind };
  const [, prefix, id = ''] = /^(team|teammate):(.*)$/.exec(key) ?? [];
  if (prefix === 'team' && isId('team', id)) return { kind: 'team', team: id };
  return prefix === 'teammate' && isId('teammate', id) ? { kind: 'teammate', teammate: id } : undefined;
}
