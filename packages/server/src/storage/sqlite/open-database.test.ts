import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from './open-database.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskkit-sqlite-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('opening a database', () => {
  it('waits for the disk with every commit', () => {
    const db = openDatabase(join(folder, 'desk.db'));
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    db.close();
  });

  it('refuses what a newer release has written, and leaves it as it is', () => {
    const file = join(folder, 'desk.db');
    const newer = openDatabase(file);
    newer.pragma('user_version = 9000');
    newer.close();

    expect(() => openDatabase(file)).toThrow(/newer release.*9000.*[Ss]tart the newer release/);
    const db = new Database(file);
    expect(db.pragma('user_version', { simple: true })).toBe(9000);
    db.close();
  });

  it('says that the folder is not there', () => {
    expect(() => openDatabase(join(folder, 'nowhere', 'desk.db'))).toThrow(/nowhere.*directory does not exist/);
  });

  it('says that the file cannot be written', async () => {
    await writeFile(join(folder, 'file'), '');
    expect(() => openDatabase(join(folder, 'file', 'desk.db'))).toThrow(/unavailable/);
    expect(() => openDatabase(folder)).toThrow(/look whether its folder is there and may be written/);
  });

  it('says that the file is something else', async () => {
    const file = join(folder, 'letter.txt');
    await writeFile(file, 'Dear team, '.repeat(500));
    expect(() => openDatabase(file)).toThrow(/no SQLite database; name another one/);
  });
});
