import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ThenAfterReply } from '../conversation/command.ts';
import type { Actor } from '../people/actor.ts';
import { plus } from '../shared/instant.ts';
import { emptyChange } from '../storage/change.ts';
import type { Storage } from '../storage/storage.ts';
import { createFakeChannel } from '../testing/fake-channel.ts';
import { openTestDesk, streamOf } from '../testing/test-desk.ts';

const text = (words: string) => ({ format: 'text', text: words }) as const;
const seconds = 1_000;
const alreadySent = { ok: false, refusal: { code: 'already-sent' } };

async function open(wrap = (storage: Storage) => storage) {
  const channel = { ...createFakeChannel(), capabilities: { sends: true, undo: true } };
  const test = await openTestDesk({ channels: [channel], wrap });
  const { desk, owner, workspace } = test;
  const { conversation } = await desk.receiver.receive(test.inbound());
  const { storage } = desk.parts;
  return {
    ...test,
    channel,
    conversation,
    reply: async (then?: ThenAfterReply, words = 'Here it is', actor: Actor = owner) => {
      const { message } = await desk.as(actor).reply({ conversation, body: text(words), ...(then ? { then } : {}) });
      return { conversation, message: message.id };
    },
    row: async () => desk.as(owner).findConversation(conversation),
    delivery: async () => (await storage.list(workspace, 'delivery', { limit: 10 })).at(-1),
    draft: () => desk.as(owner).findDraft({ conversation, kind: 'reply' }),
  };
}

describe('a reply by a channel that can undo', () => {
  it('leaves after the workspace’s seconds and not before, once', async () => {
    const { desk, clock, channel, reply, delivery } = await open();
    await reply();
    expect(await delivery()).toMatchObject({ state: 'queued', notBefore: plus(clock.now(), 10 * seconds) });
    clock.pass(10 * seconds - 1);
    expect(await desk.doWork()).toBe(0);
    clock.pass(1);
    expect([await desk.doWork(), await desk.doWork()]).toEqual([1, 0]);
    expect(channel.sent).toHaveLength(1);
    expect(await delivery()).toMatchObject({ state: 'sent', attempts: 1 });
  });

  it('that is taken back reaches nobody, and nothing is left to do', async () => {
    const { desk, owner, clock, channel, reply, delivery, row } = await open();
    const before = await row();
    const on = await reply();
    const { message, conversation } = await desk.as(owner).retract(on);
    expect(message).toMatchObject({ gone: 'retracted', body: text(''), version: 2 });
    expect(await delivery()).toMatchObject({ state: 'cancelled' });
    const { version, ...restored } = conversation;
    expect(before).toMatchObject(restored);
    clock.pass(3_600 * seconds);
    expect(await desk.doWork()).toBe(0);
    expect(channel.sent).toEqual([]);
  });

  it('that has left, or was taken back, is not taken back', async () => {
    const { desk, owner, clock, reply } = await open();
    const on = await reply();
    clock.pass(10 * seconds);
    await desk.doWork();
    expect(await desk.attempt(owner).retract(on)).toEqual(alreadySent);
    const other = await reply();
    await desk.as(owner).retract(other);
    expect(await desk.attempt(owner).retract(other)).toEqual({ ok: false, refusal: { code: 'not-found' } });
  });

  it('is its author’s to take back, nobody else’s', async () => {
    const { desk, admin, reply } = await open();
    expect(await desk.attempt(admin).retract(await reply())).toEqual({ ok: false, refusal: { code: 'not-author' } });
  });

  it('is no earlier message to the next one once it was taken back', async () => {
    const { desk, owner, clock, channel, reply } = await open();
    await desk.as(owner).retract(await reply());
    await reply(undefined, 'Better');
    clock.pass(10 * seconds);
    await desk.doWork();
    expect(channel.sent.map(({ earlier }) => earlier.map(({ kind }) => kind))).toEqual([['inbound']]);
  });
});

it('a reply in a chat cannot be taken back: the contact has it', async () => {
  const test = await openTestDesk();
  const { conversation } = await test.desk.as(await test.visitor()).startChat({ body: text('Hi') });
  const { message } = await test.desk.as(test.owner).reply({ conversation: conversation.id, body: text('Hello') });
  const on = { conversation: conversation.id, message: message.id };
  expect(await test.desk.attempt(test.owner).retract(on)).toEqual(alreadySent);
});

describe('taking back', () => {
  it.each<[ThenAfterReply, (test: Awaited<ReturnType<typeof open>>) => Promise<unknown>, string]>([
    ['close', async () => {}, 'open'],
    ['close', ({ desk, admin, conversation }) => desk.as(admin).note({ conversation, body: text('Hm') }), 'open'],
    ['close', ({ desk, admin, conversation }) => desk.as(admin).open({ conversation }), 'open'],
    ['open', ({ desk, admin, conversation }) => desk.as(admin).close({ conversation }), 'closed'],
    ['close', ({ desk, ...test }) => desk.receiver.receive(inbound(test)), 'open'],
    [{ snooze: 'next-reply' }, async () => {}, 'open'],
  ])('after %j gives the status back unless it was changed since: %#', async (then, meanwhile, status) => {
    const test = await open();
    const on = await test.reply(then);
    await meanwhile(test);
    const { conversation } = await test.desk.as(test.owner).retract(on);
    expect(conversation.state.status).toBe(status);
  });

  it('leaves a close by hand alone, though the reply was to close too', async () => {
    const test = await open();
    const { desk, owner, conversation } = test;
    const on = await test.reply();
    await desk.as(owner).close({ conversation });
    expect((await desk.as(owner).retract(on)).conversation.state.status).toBe('closed');
  });

  it('of a reply that woke it up puts it to sleep again, and the alarm too', async () => {
    const test = await open();
    const { desk, owner, conversation, clock } = test;
    const until = plus(clock.now(), 3_600 * seconds);
    await desk.as(owner).snooze({ conversation, until });
    const on = await test.reply('open');
    expect((await desk.as(owner).retract(on)).conversation.state).toEqual({ status: 'snoozed', until });
    clock.pass(3_600 * seconds);
    expect(await desk.doWork()).toBe(1);
    expect((await test.row()).state).toEqual({ status: 'open' });
  });

  it('shows in lists what was shown before, with who waits', async () => {
    const test = await open();
    const before = await test.row();
    const on = await test.reply();
    expect(await test.row()).toMatchObject({ preview: 'Here it is', waiting: null });
    await test.desk.as(test.owner).retract(on);
    const { preview, last, waiting } = before;
    expect(await test.row()).toMatchObject({ preview, last, waiting });
  });

  it('makes the text the author’s draft, before what was being written meanwhile', async () => {
    const test = await open();
    const { desk, owner, conversation, draft } = test;
    const file = await desk
      .as(owner)
      .handInAttachment({ name: 'a.png', type: 'image/png', bytes: streamOf(new Uint8Array(3)) });
    const said = { conversation, body: text('First'), attachments: [file.id], cc: ['lee@example.org'] };
    const { message } = await desk.as(owner).reply(said);
    const which = { conversation, kind: 'reply' } as const;
    const written = { body: text('Second'), attachments: [], cc: [], bcc: [], revision: 0 };
    await desk.as(owner).saveDraft({ ...which, ...written });
    const retracted = await desk.as(owner).retract({ conversation, message: message.id });
    expect(await draft()).toEqual(retracted.draft);
    const { body, attachments, cc, version } = retracted.draft ?? { version: 0 };
    expect([body, attachments, cc]).toEqual([text('First\n\nSecond'), [file.id], ['lee@example.org']]);
    expect(retracted.message).toMatchObject({ attachments: [], cc: [] });

    const again = await desk.as(owner).reply({ ...said, body: text('Once more'), draft: version });
    expect(again.message.attachments).toEqual([file]);
    expect(await draft()).toBeNull();
  });

  it('tells only the author of the draft', async () => {
    const { desk, owner, admin, reply, workspace } = await open();
    const on = await reply();
    const after = await desk.parts.storage.position(workspace);
    await desk.as(owner).retract(on);
    const heard = async (actor: Actor) =>
      (await desk.as(actor).readLog({ after, limit: 10 })).frames.flatMap((frame) =>
        frame.kind === 'personal' ? [frame.event.type] : frame.kind === 'happened' ? [frame.entry.event.type] : [],
      );
    expect(await heard(owner)).toEqual(['reply-retracted', 'draft-changed']);
    expect(await heard(admin)).toEqual(['reply-retracted']);
  });

  it('by an integrator leaves no draft', async () => {
    const { desk, workspace, reply } = await open();
    const scopes = ['conversations:read', 'conversations:write'] as const;
    const integrator: Actor = { kind: 'integrator', workspace, id: desk.parts.newId('api-key'), scopes };
    const on = await reply(undefined, 'By a program', integrator);
    expect(await desk.as(integrator).retract(on)).toMatchObject({ draft: null, message: { gone: 'retracted' } });
  });
});

describe('taking back and sending at once', () => {
  it('is one of the two and never both, in whatever order the storage is asked', async () => {
    const outcomes = { sent: 0, retracted: 0 };
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.nat(40), async (scheduler, late) => {
        let isOn = false;
        const turn = () => (isOn ? scheduler.schedule(Promise.resolve()) : undefined);
        const test = await open((storage) => ({
          ...storage,
          find: async (...ask) => {
            await turn();
            return storage.find(...ask);
          },
          commit: async (change) => {
            await turn();
            return storage.commit(change);
          },
        }));
        const on = await test.reply('close');
        test.clock.pass(10 * seconds);
        isOn = true;
        const send = async () => {
          for (let turns = 0; turns < late; turns++) await turn();
          return test.desk.doWork();
        };
        const [retracted] = await scheduler.waitFor(Promise.all([test.desk.attempt(test.owner).retract(on), send()]));
        isOn = false;
        const delivery = await test.delivery();
        expect(test.channel.sent).toHaveLength(retracted.ok ? 0 : 1);
        expect(delivery?.state).toBe(retracted.ok ? 'cancelled' : 'sent');
        if (!retracted.ok) expect(retracted).toEqual(alreadySent);
        expect((await test.row()).state.status).toBe(retracted.ok ? 'open' : 'closed');
        expect((await test.draft())?.body.text).toBe(retracted.ok ? 'Here it is' : undefined);
        outcomes[retracted.ok ? 'retracted' : 'sent'] += 1;
      }),
      { numRuns: 400 },
    );
    // Both ways were taken: else nothing was proven.
    expect(Math.min(outcomes.sent, outcomes.retracted)).toBeGreaterThan(10);
  });

  it('after a process died while sending, the other sends again and nothing is taken back', async () => {
    const { desk, owner, clock, channel, reply, delivery, workspace } = await open();
    const on = await reply();
    clock.pass(10 * seconds);
    const [work] = await desk.parts.directory.leaseWork({ kinds: ['deliver'], limit: 1, forMilliseconds: 1_000 });
    const queued = await delivery();
    if (!work || !queued) throw new Error('Nothing is to be delivered');
    await desk.parts.storage.commit({
      ...emptyChange(workspace),
      expect: [{ kind: 'delivery', id: queued.id, version: queued.version }],
      put: [{ kind: 'delivery', row: { ...queued, version: 2, state: 'sending' } }],
    });
    expect(await desk.attempt(owner).retract(on)).toEqual(alreadySent);
    clock.pass(1_000);
    await desk.doWork();
    expect(channel.sent).toHaveLength(1);
    expect(await delivery()).toMatchObject({ state: 'sent' });
  });
});

function inbound({ inbound: mail, conversation }: Pick<Awaited<ReturnType<typeof open>>, 'inbound' | 'conversation'>) {
  return mail({ match: { conversation, by: 'signed' } });
}
