import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Frame } from '../log/frame.ts';
import type { Actor } from '../people/actor.ts';
import { createLocalSignals } from '../signals/local-signals.ts';
import type { Signals } from '../signals/signals.ts';
import { openTestDesk, type TestDeskOptions } from '../testing/test-desk.ts';

const body = (text: string) => ({ format: 'text', text }) as const;

async function open(options: TestDeskOptions = {}) {
  const test = await openTestDesk(options);
  const { desk, workspace } = test;
  const ends: AbortController[] = [];
  return {
    ...test,
    /** Opens a stream that is live when this resolves; `next` waits for a frame that fits. */
    async follow(actor: Actor, from?: number) {
      const stop = new AbortController();
      ends.push(stop);
      const after = from ?? (await desk.parts.storage.position(workspace));
      const frames = desk.listen(actor, { after, stop: stop.signal });
      const next = async (kind: Frame['kind']) => {
        for (;;) {
          const { done, value } = await frames.next();
          if (done) return undefined;
          if (value.kind === kind) return value;
        }
      };
      await next('position');
      return { next, rest: () => frames.next(), stop: () => stop.abort() };
    },
  };
}

describe('presence', () => {
  it('reaches who may read the conversation, and not the one who does it', async () => {
    const { desk, owner, ana, ben, teams, inbound, follow } = await open();
    const { conversation } = await desk.receiver.receive(inbound());
    await desk.as(owner).assign({ conversation, team: teams.billing.id });
    const [hers, his, own] = [await follow(ana), await follow(ben), await follow(owner)];
    await desk.as(owner).sayPresence({ conversation, doing: 'typing-note' });
    const who = { kind: 'teammate', id: owner.id };
    expect(await hers.next('presence')).toMatchObject({ presence: { conversation, who, doing: 'typing-note' } });

    await desk.as(ana).sayPresence({ conversation, doing: 'viewing' });
    expect(await own.next('presence')).toMatchObject({ presence: { who: { kind: 'teammate', id: ana.id } } });
    // He hears of what he may read, and of nothing before it.
    const { conversation: other } = await desk.receiver.receive(inbound());
    await his.next('position');
    await desk.as(owner).sayPresence({ conversation: other, doing: 'viewing' });
    expect(await his.next('presence')).toMatchObject({ presence: { conversation: other } });
  });

  it('ends with the right to read, and begins with it', async () => {
    const { desk, owner, ben, teams, inbound, follow } = await open();
    const { conversation } = await desk.receiver.receive(inbound());
    const { conversation: seen } = await desk.receiver.receive(inbound());
    const his = await follow(ben);
    const say = () => desk.as(owner).sayPresence({ conversation, doing: 'viewing' });
    await say();
    expect(await his.next('presence')).toMatchObject({ presence: { conversation } });
    await desk.as(owner).assign({ conversation, team: teams.billing.id });
    await his.next('forget');
    await his.next('position');
    await say();
    await desk.as(owner).sayPresence({ conversation: seen, doing: 'viewing' });
    expect(await his.next('presence')).toMatchObject({ presence: { conversation: seen } });
    await desk.as(owner).share({ conversation, teammate: ben.id });
    await his.next('appear');
    await his.next('position');
    await say();
    expect(await his.next('presence')).toMatchObject({ presence: { conversation } });
  });

  it('shows a visitor that somebody writes to it, and nothing else', async () => {
    const { desk, owner, ana, visitor, follow } = await open();
    const me = await visitor();
    const { conversation } = await desk.as(me).startChat({ body: body('Hi') });
    const { conversation: theirs } = await desk.as(await visitor()).startChat({ body: body('Hi') });
    const on = { conversation: conversation.id };
    const mine = await follow(me);
    await desk.as(ana).sayPresence({ ...on, doing: 'viewing' });
    await desk.as(ana).sayPresence({ ...on, doing: 'typing-note' });
    await desk.as(owner).sayPresence({ conversation: theirs.id, doing: 'typing-reply' });
    await desk.as(owner).sayPresence({ ...on, doing: 'typing-reply' });
    const doing = async () => {
      const frame = await mine.next('presence');
      return frame?.kind === 'presence' ? [frame.presence.conversation, frame.presence.doing] : [];
    };
    expect(await doing()).toEqual([conversation.id, 'typing-reply']);
    await desk.as(owner).sayPresence({ ...on, doing: 'viewing' });
    expect(await doing()).toEqual([conversation.id, 'left']);
    await desk.as(owner).sayPresence({ ...on, doing: 'left' });
    await desk.as(ana).sayPresence({ ...on, doing: 'typing-reply' });
    expect(await doing()).toEqual([conversation.id, 'typing-reply']);
  });

  it('shows teammates that a visitor writes', async () => {
    const { desk, owner, visitor, follow } = await open();
    const me = await visitor();
    const { conversation } = await desk.as(me).startChat({ body: body('Hi') });
    const hers = await follow(owner);
    await desk.as(me).sayTyping(conversation.id);
    expect(await hers.next('presence')).toMatchObject({
      presence: { conversation: conversation.id, who: { kind: 'contact', id: me.contact }, doing: 'typing-reply' },
    });
  });

  it('is refused where one may not write, and says no more than that', async () => {
    const { desk, owner, ben, teams, inbound, visitor, workspace } = await open();
    const { conversation } = await desk.receiver.receive(inbound());
    await desk.as(owner).assign({ conversation, team: teams.billing.id });
    const heard: unknown[] = [];
    desk.parts.signals.listen((_, signal) => signal.kind === 'presence' && heard.push(signal));
    const attempt = (actor: Actor, id = conversation) =>
      desk.attempt(actor).sayPresence({ conversation: id, doing: 'viewing' });
    const notFound = { ok: false, refusal: { code: 'not-found' } };
    expect(await attempt(ben)).toEqual(notFound);
    expect(await attempt(owner, desk.parts.newId('conversation'))).toEqual(notFound);
    expect(await attempt(await visitor())).toEqual(notFound);
    expect(await desk.attempt(await visitor()).sayTyping(conversation)).toEqual(notFound);
    expect(await desk.attempt(owner).sayTyping(conversation)).toEqual({ ok: false, refusal: { code: 'forbidden' } });
    const reader = {
      kind: 'integrator',
      workspace,
      id: desk.parts.newId('api-key'),
      scopes: ['conversations:read'],
    } as const;
    expect(await attempt(reader)).toEqual({ ok: false, refusal: { code: 'forbidden' } });
    expect(heard).toEqual([]);
  });

  it('comes behind what the log says meanwhile', async () => {
    const { desk, owner, ana, inbound, follow, workspace } = await open();
    const { conversation } = await desk.receiver.receive(inbound());
    const hers = await follow(ana);
    await desk.as(owner).sayPresence({ conversation, doing: 'viewing' });
    await desk.receiver.receive(inbound());
    expect(await hers.next('happened')).toBeDefined();
    expect(await hers.next('presence')).toMatchObject({ seq: await desk.parts.storage.position(workspace) });
  });
});

describe('a stream whose signals of the log are lost', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => vi.useRealTimers());

  it('looks at the log again after a while, also while somebody writes', async () => {
    const local = createLocalSignals();
    const publish: Signals['publish'] = (workspace, signal) => {
      if (signal.kind === 'presence') local.publish(workspace, signal);
    };
    const { desk, owner, ana, inbound, follow } = await open({ signals: { ...local, publish } });
    const { conversation } = await desk.receiver.receive(inbound());
    const hers = await follow(ana);
    await desk.receiver.receive(inbound());
    for (let seconds = 0; seconds < 24; seconds += 8) {
      await desk.as(owner).sayPresence({ conversation, doing: 'typing-reply' });
      expect(await hers.next('presence')).toBeDefined();
      await vi.advanceTimersByTimeAsync(8_000);
    }
    const next = hers.next('happened');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await next).toBeDefined();
  });
});

describe('the end of a stream', () => {
  it.each([
    ['a new role', 'ana', (desk, { admin, ana }) => desk.as(admin).changeTeammate({ teammate: ana.id, role: 'admin' })],
    [
      'another team',
      'ana',
      (desk, { admin, ana, teams }) => desk.as(admin).leaveTeam({ team: teams.billing.id, teammate: ana.id }),
    ],
    ['its end', 'ana', (desk, { admin, ana }) => desk.as(admin).deactivateTeammate(ana.id)],
    ['what the host says of one', 'ana', (desk, { ana, workspace }) => desk.accessChanged(workspace, ana.id)],
    ['what the host says of all', 'ben', (desk, { workspace }) => desk.accessChanged(workspace, null)],
  ] as readonly (readonly [string, 'ana' | 'ben', (desk: Test['desk'], test: Test) => Promise<unknown>])[])(
    'comes with %s, and nothing behind it',
    async (_, who, act) => {
      const test = await open();
      const { desk, inbound, follow } = test;
      const [stream, other] = [await follow(test[who]), await follow(test.cem)];
      await act(desk, test);
      await desk.receiver.receive(inbound());
      const kinds: (string | undefined)[] = [];
      for (;;) {
        const { done, value } = await stream.rest();
        if (done) break;
        kinds.push(value.kind === 'workspace' ? value.event.type : value.kind);
      }
      expect([kinds.at(-1), kinds.includes('happened')]).toEqual(['access-changed', false]);
      if (who === 'ana') expect(await other.next('happened')).toBeDefined();
    },
  );

  it('comes at once for who lost the rights of its token before the stream began', async () => {
    const { desk, admin, ana, cem, teams, workspace } = await open();
    await desk.as(admin).joinTeam({ team: teams.sales.id, teammate: cem.id });
    await desk.as(admin).changeTeammate({ teammate: ana.id, role: 'admin' });
    const after = await desk.parts.storage.position(workspace);
    const { signal } = new AbortController();
    const off = { ...admin, isolation: 'off' } as const;
    for (const actor of [cem, ana, off, { ...ana, id: desk.parts.newId('teammate') }]) {
      const frames = desk.listen(actor, { after, stop: signal });
      expect(await frames.next()).toMatchObject({ done: true });
    }
    const still = desk.listen(admin, { after, stop: signal });
    expect(await still.next()).toMatchObject({ done: false });
    await still.return(undefined);
  });

  it('comes at once behind the end of the log', async () => {
    const { desk, owner, workspace } = await open();
    const after = (await desk.parts.storage.position(workspace)) + 1;
    const frames = desk.listen(owner, { after, stop: new AbortController().signal });
    expect(await frames.next()).toMatchObject({ done: true });
  });
});

type Test = Awaited<ReturnType<typeof open>>;
