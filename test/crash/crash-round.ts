import type { Directory, LogEvent, MessageId, Storage } from '@deskkit/core';
import { runDesk } from '../support/run-desk.ts';
import { burst } from './burst.ts';
import { asCounts, readConversations, readLog, recount } from './read-all.ts';

/** A database that outlives the desk in front of it. */
export interface CrashTarget {
  readonly settings: Readonly<Record<string, string>>;
  /** Opens the same data without the desk. */
  open(): Promise<{ readonly storage: Storage; readonly directory: Directory; close(): Promise<void> }>;
}

export interface RoundReport {
  readonly sent: number;
  readonly acknowledged: number;
  /** Sentences; empty when nothing was lost, doubled or half-written. */
  readonly faults: readonly string[];
}

/** Starts the desk, kills it in a burst once it has answered so many messages, and looks at what it left. */
export async function crashRound(target: CrashTarget, killAfter: number): Promise<RoundReport> {
  const desk = await runDesk(target.settings);
  const widgetKey = await findWidgetKey(target);
  const onAnswer = (count: number) => void (count === killAfter && desk.process.kill('SIGKILL'));
  const { acknowledged, sent } = await burst(desk.url, widgetKey, { visitors: 8, onAnswer });
  await desk.stop('SIGKILL');
  return { sent, acknowledged: acknowledged.size, faults: await findFaults(target, acknowledged) };
}

async function findWidgetKey(target: CrashTarget): Promise<string> {
  const store = await target.open();
  try {
    const [workspace] = await store.directory.listWorkspaces({ limit: 1 });
    const [row] = workspace ? await store.storage.find(workspace, 'workspace', [workspace]) : [];
    if (!row) throw new Error('The desk made no workspace');
    return row.widgetKey;
  } finally {
    await store.close();
  }
}

async function findFaults(target: CrashTarget, acknowledged: ReadonlySet<MessageId>): Promise<readonly string[]> {
  const { storage, directory, close } = await target.open();
  const faults: string[] = [];
  for (const workspace of await directory.listWorkspaces({ limit: 100 })) {
    const log = await readLog(storage, workspace);
    faults.push(...gaps(log));
    const added = log.flatMap((event) => (event.type === 'message-added' ? [event.message] : []));
    if (new Set(added).size < added.length) faults.push('A message is in the log twice');
    const rows = new Set((await findMessages(storage, workspace, added)).map((row) => row?.id));
    for (const id of acknowledged) if (!rows.has(id)) faults.push(`The acknowledged message ${id} is lost`);
    for (const id of added) if (!rows.has(id)) faults.push(`The log has ${id}, but there is no such message`);
    const expected = recount(await readConversations(storage, workspace));
    const kept = asCounts(await storage.readCells(workspace));
    for (const key of new Set([...expected.keys(), ...kept.keys()])) {
      if (expected.get(key) !== kept.get(key))
        faults.push(`The counter ${key} is ${kept.get(key)}, a recount gives ${expected.get(key)}`);
    }
  }
  await close();
  return faults;
}

async function findMessages(storage: Storage, workspace: Parameters<Storage['find']>[0], ids: readonly MessageId[]) {
  const found = [];
  for (let from = 0; from < ids.length; from += 500) {
    found.push(...(await storage.find(workspace, 'message', ids.slice(from, from + 500))));
  }
  return found;
}

function gaps(log: readonly LogEvent[]): readonly string[] {
  return log.flatMap(({ seq }, index) => (seq === index + 1 ? [] : [`Entry ${index + 1} of the log has seq ${seq}`]));
}
