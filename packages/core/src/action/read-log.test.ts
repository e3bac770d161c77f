import { describe, expect, it } from 'vitest';
import { isConversationEvent } from '../log/log-event.ts';
import { emptyChange } from '../storage/change.ts';
import { openTestDesk } from '../testing/test-desk.ts';
import { workspaceEvents } from './build-change.ts';

const body = (text: string) => ({ format: 'text', text }) as const;

async function open() {
  const test = await openTestDesk();
  const { desk, workspace } = test;
  const start = await desk.parts.storage.position(workspace);
  return { ...test, start, log: { after: start, limit: 100 } };
}

describe('the log', () => {
  it('is read by a reader up to where its own rights change, and goes on behind that', async () => {
    const { desk, admin, ana, ben, inbound, log, teams } = await open();
    await desk.receiver.receive(inbound());
    await desk.as(admin).joinTeam({ team: teams.sales.id, teammate: ana.id });
    await desk.receiver.receive(inbound());
    const page = await desk.as(ana).readLog(log);
    const { frames, position, more } = page;
    expect([frames.at(-1), more]).toMatchObject([{ kind: 'workspace', event: { type: 'access-changed' } }, true]);
    expect([position, frames.some(({ kind }) => kind === 'cells')]).toEqual([frames.at(-1)?.seq, false]);
    const rest = await desk.as(ana).readLog({ after: position, limit: 100 });
    expect(rest.frames.map(({ kind }) => kind)).toContain('happened');
    expect((await desk.as(ben).readLog(log)).more).toBe(false);
  });

  it('ends without counters where the change of rights is its newest entry', async () => {
    const { desk, admin, ana, inbound, log } = await open();
    await desk.receiver.receive(inbound());
    await desk.as(admin).deactivateTeammate(ana.id);
    const { frames, more } = await desk.as(ana).readLog(log);
    expect([frames.some(({ kind }) => kind === 'cells'), more]).toEqual([false, false]);
  });

  it('of everybody, when isolation was switched, and of no integrator', async () => {
    const { desk, workspace, ben, inbound, log } = await open();
    await desk.accessChanged(workspace, null);
    await desk.receiver.receive(inbound());
    const integrator = {
      kind: 'integrator',
      workspace,
      id: desk.parts.newId('api-key'),
      scopes: ['conversations:read'],
    } as const;
    expect((await desk.as(ben).readLog(log)).frames).toMatchObject([
      { event: { type: 'access-changed', teammate: null } },
    ]);
    expect((await desk.as(integrator).readLog(log)).frames.map(({ kind }) => kind)).toContain('happened');
  });

  it('that is shorter than the position is gone, also for whoever waits', async () => {
    const { desk, owner, start } = await open();
    const gone = { ok: false, refusal: { code: 'events-gone' } };
    const { signal: stop } = new AbortController();
    for (const after of [start + 1, start + 1_000_000]) {
      expect(await desk.attempt(owner).readLog({ after, limit: 10 })).toEqual(gone);
      expect(await desk.attempt(owner).awaitLog({ after, limit: 10, wait: 60_000, stop })).toEqual(gone);
    }
    expect(await desk.attempt(owner).readLog({ after: start, limit: 10 })).toMatchObject({ value: { frames: [] } });
  });
});

describe('personal entries', () => {
  it('come with their row as it stands, to their owner alone', async () => {
    const { desk, admin, ana, ben, inbound, log } = await open();
    const { conversation } = await desk.receiver.receive(inbound());
    const { message } = await desk.as(admin).note({ conversation, body: body('@ana look') });
    await desk.as(ana).markRead({ conversation, message: message.id });
    await desk
      .as(ana)
      .saveDraft({ conversation, kind: 'reply', body: body('Dear'), attachments: [], cc: [], bcc: [], revision: 0 });
    await desk
      .as(ana)
      .saveDraft({ conversation, kind: 'note', body: body('Hm'), attachments: [], cc: [], bcc: [], revision: 0 });
    await desk.as(ana).discardDraft({ conversation, kind: 'note' });
    const personal = (frames: Awaited<ReturnType<ReturnType<typeof desk.as>['readLog']>>['frames']) =>
      frames.flatMap((frame) => (frame.kind === 'personal' ? [[frame.event.type, frame.row]] : []));
    const hers = personal((await desk.as(ana).readLog(log)).frames);
    expect(hers).toMatchObject([
      ['notified', { because: 'contact-wrote-unassigned' }],
      ['notified', { because: 'mentioned', message: message.id, teammate: ana.id }],
      ['read-changed', { message: message.id, conversation }],
      ['draft-changed', { kind: 'reply', body: body('Dear') }],
      ['draft-changed', null],
      ['draft-changed', null],
    ]);
    expect(personal((await desk.as(ben).readLog(log)).frames)).toMatchObject([
      ['notified', { because: 'contact-wrote-unassigned', teammate: ben.id }],
    ]);
    expect(
      (await desk.as(ana).readLog(log)).frames.some((frame) => frame.kind === 'workspace' && 'about' in frame.event),
    ).toBe(false);
  });

  it('of a conversation that has left the sight of their owner stay away', async () => {
    const { desk, owner, ana, ben, teams, inbound, log } = await open();
    const { conversation } = await desk.receiver.receive(inbound());
    await desk.as(owner).assign({ conversation, team: teams.billing.id });
    const kinds = async (actor: typeof ana) => (await desk.as(actor).readLog(log)).frames.map(({ kind }) => kind);
    expect(await kinds(ana)).toContain('personal');
    expect(await kinds(ben)).not.toContain('personal');
  });

  it('that are about no row come without one', async () => {
    const { desk, workspace, ana, clock, log } = await open();
    const events = workspaceEvents(
      [{ type: 'notifications-changed', teammate: ana.id }],
      { kind: 'system' },
      clock.now(),
    );
    await desk.parts.storage.commit({ ...emptyChange(workspace), events });
    expect(isConversationEvent(events[0] ?? ({} as never))).toBe(false);
    expect((await desk.as(ana).readLog(log)).frames).toMatchObject([{ kind: 'personal', row: null }]);
  });
});

describe('waiting for the log', () => {
  it('ends with the first entry for the reader, not with what is for others', async () => {
    const { desk, owner, ben, inbound } = await open();
    const { conversation, message } = await desk.receiver.receive(inbound());
    const after = await desk.parts.storage.position(owner.workspace);
    const { signal: stop } = new AbortController();
    const waiting = desk.as(ben).awaitLog({ after, limit: 10, wait: 60_000, stop });
    await desk.as(owner).markRead({ conversation, message });
    await desk.as(owner).sayPresence({ conversation, doing: 'viewing' });
    const { conversation: other } = await desk.receiver.receive(inbound());
    const { frames, position } = await waiting;
    expect(frames.filter(({ kind }) => kind === 'happened')).toMatchObject([
      { conversation: { id: other } },
      { conversation: { id: other } },
    ]);
    expect(position).toBeGreaterThan(after + 1);
  });

  it('ends at once where there is something, where nobody waits, and when the reader goes', async () => {
    const { desk, owner, inbound, start } = await open();
    const stop = new AbortController();
    const ask = { after: start, limit: 10, stop: stop.signal };
    expect(await desk.as(owner).awaitLog({ ...ask, wait: 0 })).toEqual({ frames: [], position: start, more: false });
    const waiting = desk.as(owner).awaitLog({ ...ask, wait: 60_000 });
    stop.abort();
    expect(await waiting).toEqual({ frames: [], position: start, more: false });
    await desk.receiver.receive(inbound());
    const page = await desk.as(owner).awaitLog({ ...ask, wait: 60_000, stop: new AbortController().signal });
    expect(page.frames.length).toBeGreaterThan(0);
  });

  it('ends when its time is over', async () => {
    const { desk, owner, start } = await open();
    const { signal: stop } = new AbortController();
    const page = await desk.as(owner).awaitLog({ after: start, limit: 10, wait: 1, stop });
    expect(page).toEqual({ frames: [], position: start, more: false });
  });
});
