import { describe, expect, it } from 'vitest';
import { newId } from '../shared/id.ts';
import { type Folder, folderKey } from './folder.ts';
import { parseFolder } from './parse-folder.ts';

const folders: readonly Folder[] = [
  ...(['unassigned', 'me', 'shared', 'all', 'spam'] as const).map((kind) => ({ kind })),
  { kind: 'team', team: newId('team') },
  { kind: 'teammate', teammate: newId('teammate') },
];

describe('the key of a folder', () => {
  it.each(folders)('is read as it was written: %o', (folder) => {
    expect(parseFolder(folderKey(folder))).toEqual(folder);
  });

  it.each([
    '',
    'ALL',
    'team',
    'team:',
    'team:x',
    `team:${newId('teammate')}`,
    `team:${newId('team')}:x`,
    `teammate:${newId('team')}`,
    ' all',
    '__proto__',
    'constructor',
  ])('%j is none', (key) => {
    expect(parseFolder(key)).toBeUndefined();
  });
});
