import { describe, expect, it } from 'vitest';
import type { Actor } from '../people/actor.ts';
import { type ConversationId, newId } from '../shared/id.ts';
import { plus } from '../shared/instant.ts';
import { emptyChange } from '../storage/change.ts';
import { noFaults, withFaults } from '../testing/faulty-storage.ts';
import { openTestDesk } from '../testing/test-desk.ts';
import type { ManyCommand } from './change-many.ts';

async function open(count = 3) {
  const faults = noFaults();
  const test = await openTestDesk({ wrap: (storage) => withFaults(storage, faults) });
  const { desk, owner, workspace } = test;
  const ids: ConversationId[] = [];
  for (let index = 0; index < count; index++) ids.push((await desk.receiver.receive(test.inbound())).conversation);
  faults.commits = 0;
  return {
    ...test,
    faults,
    ids,
    rows: () => Promise.all(ids.map((id) => desk.as(owner).findConversation(id))),
    all: (command: ManyCommand, actor: Actor = owner, of: readonly ConversationId[] = ids) =>
      desk.as(actor).changeMany({ ids: of, command }),
    seqs: async () => (await desk.parts.storage.listEvents(workspace, { limit: 10_000 })).map(({ seq }) => seq),
  };
}

function codes(done: readonly { readonly result: { ok: boolean; refusal?: { code: string } } }[]) {
  return done.map(({ result }) => result.refusal?.code ?? 'done');
}

describe('many at once', () => {
  it('are one commit, with the rows as they were written', async () => {
    const { all, rows, ids, faults, seqs } = await open(100);
    const done = await all({ type: 'close' });
    expect(faults.commits).toBe(1);
    expect(done.map(({ id }) => id)).toEqual(ids);
    expect(done.map(({ result }) => result)).toEqual((await rows()).map((value) => ({ ok: true, value })));
    expect((await rows()).every(({ state }) => state.status === 'closed')).toBe(true);
    expect(await seqs()).toEqual((await seqs()).map((_, index) => index + 1));
  });

  it('have each its own answer: a refusal stops no other', async () => {
    const { desk, owner, ana, all, ids, teams, rows } = await open(4);
    const [closed, hidden, merged, open4] = ids as [ConversationId, ConversationId, ConversationId, ConversationId];
    const until = plus(desk.parts.clock.now(), 1_000);
    const into = open4;
    await desk.as(owner).close({ conversation: closed });
    await desk.as(owner).merge({ conversation: merged, into });
    await desk.as(owner).assign({ conversation: hidden, team: teams.sales.id });
    const done = await all({ type: 'snooze', until }, ana, [...ids, newId('conversation')]);
    expect(codes(done)).toEqual(['conversation-closed', 'not-found', 'conversation-merged', 'done', 'not-found']);
    expect((await rows()).map(({ state }) => state.status)).toEqual(['closed', 'open', 'open', 'snoozed']);
  });

  it('that all refuse, or change nothing, write nothing', async () => {
    const { all, ids, faults, rows } = await open();
    const before = await rows();
    expect(codes(await all({ type: 'unsnooze' }))).toEqual(ids.map(() => 'conversation-not-snoozed'));
    expect((await all({ type: 'open' })).map(({ result }) => result)).toEqual(
      before.map((value) => ({ ok: true, value })),
    );
    expect(faults.commits).toBe(0);
  });

  it('named twice are changed once, and are a hundred at most', async () => {
    const { desk, owner, all, ids, rows } = await open();
    expect(await all({ type: 'close' }, owner, [...ids, ...ids])).toHaveLength(3);
    expect((await rows()).map(({ version }) => version)).toEqual([3, 3, 3]);
    const many = Array.from({ length: 101 }, () => newId('conversation'));
    expect(await desk.attempt(owner).changeMany({ ids: many, command: { type: 'close' } })).toEqual({
      ok: false,
      refusal: { code: 'limit-reached', path: 'ids' },
    });
  });

  it('are decided again when one of them was changed meanwhile', async () => {
    const { desk, admin, owner, all, ids, faults, rows } = await open();
    let isFirst = true;
    faults.before = async () => {
      if (!isFirst) return;
      isFirst = false;
      await desk.as(admin).claim({ conversation: ids[1] as ConversationId });
    };
    expect(codes(await all({ type: 'claim' }))).toEqual(['done', 'already-assigned', 'done']);
    expect((await rows()).map(({ assignee }) => assignee.teammate)).toEqual([owner.id, admin.id, owner.id]);
  });

  it('count right in every folder', async () => {
    const { desk, owner, ana, all } = await open(5);
    await all({ type: 'assign', teammate: ana.id });
    const { folders } = await desk.as(owner).countFolders();
    const counted = folders.flatMap(({ folder, counts }) =>
      folder.kind === 'unassigned' || (folder.kind === 'teammate' && folder.teammate === ana.id) ? [counts.open] : [],
    );
    expect(counted).toEqual([0, 5]);
    const told = await desk.parts.storage.list(owner.workspace, 'notification', { limit: 100 });
    expect(told.filter(({ because }) => because === 'assigned')).toHaveLength(5);
  });

  it('given to a team go round in it, as if they came one after the other', async () => {
    const { desk, owner, workspace, teams, all, rows } = await open(4);
    const { storage } = desk.parts;
    const dan = await desk.addTeammate(workspace, {
      externalId: 'host-dan',
      name: 'Dan',
      handle: 'dan',
      role: 'member',
      teams: [teams.billing.id],
    });
    const [team] = await storage.find(workspace, 'team', [teams.billing.id]);
    if (!team) throw new Error('There is no team');
    const row = { ...team, version: team.version + 1, assignment: { kind: 'round-robin', limit: null } } as const;
    await storage.commit({ ...emptyChange(workspace), put: [{ kind: 'team', row }] });
    await all({ type: 'assign', team: team.id }, owner);
    const got = (await rows()).map(({ assignee }) => assignee.teammate);
    expect(got.filter((one) => one === dan.id)).toHaveLength(2);
    expect(new Set(got).size).toBe(2);
    expect(got[0]).not.toBe(got[1]);
  });
});

describe('what can be done to many', () => {
  it('is every change of state, of who has it, and of its place', async () => {
    const { desk, owner, ana, all, rows } = await open();
    const { id: tag } = await desk.as(owner).addTag({ name: 'VIP' });
    const { id: other } = await desk.as(owner).addTag({ name: 'Refund' });
    const steps: readonly (readonly [ManyCommand, object])[] = [
      [{ type: 'snooze', until: 'next-reply' }, { state: { status: 'snoozed' } }],
      [{ type: 'unsnooze' }, { state: { status: 'open' } }],
      [{ type: 'close' }, { state: { status: 'closed' } }],
      [{ type: 'open' }, { state: { status: 'open' } }],
      [{ type: 'mark-spam' }, { spam: true }],
      [{ type: 'unmark-spam' }, { spam: false }],
      [{ type: 'claim' }, { assignee: { teammate: owner.id } }],
      [{ type: 'assign', teammate: ana.id }, { assignee: { teammate: ana.id } }],
      [{ type: 'assign', teammate: null }, { assignee: { teammate: null } }],
      [{ type: 'set-priority', priority: 'urgent' }, { priority: 'urgent' }],
      [{ type: 'tag', add: [tag, other] }, { tags: [tag, other] }],
      [{ type: 'tag', remove: [tag] }, { tags: [other] }],
      [{ type: 'tag', add: [tag], remove: [other] }, { tags: [tag] }],
    ];
    for (const [command, expected] of steps) {
      expect([command, codes(await all(command))]).toEqual([command, ['done', 'done', 'done']]);
      for (const row of await rows()) expect(row).toMatchObject(expected);
    }
  });

  it('puts on no tag that is not there, and needs to be told for whom a program claims', async () => {
    const { desk, ana, all, workspace } = await open();
    expect(codes(await all({ type: 'tag', add: [newId('tag')] }))).toEqual(Array(3).fill('tag-unknown'));
    const scopes = ['conversations:read', 'conversations:write'] as const;
    const program: Actor = { kind: 'integrator', workspace, id: newId('api-key'), scopes };
    expect(codes(await all({ type: 'claim' }, program))).toEqual(Array(3).fill('teammate-unknown'));
    expect(codes(await all({ type: 'claim', teammate: ana.id }, program))).toEqual(Array(3).fill('done'));
    const reader: Actor = { ...program, scopes: ['conversations:read'] };
    expect(await desk.attempt(reader).changeMany({ ids: [], command: { type: 'close' } })).toEqual({
      ok: false,
      refusal: { code: 'forbidden' },
    });
  });
});
