import type { ConversationId } from '../shared/id.ts';
import { plus } from '../shared/instant.ts';
import { openTestDesk, type TestDesk } from './test-desk.ts';

/** One step of a random story, in numbers that are taken modulo what there is. */
export interface Step {
  readonly act: (typeof acts)[number];
  readonly actor: number;
  readonly conversation: number;
  readonly who: number;
  readonly team: number;
  readonly after: number;
}

export const acts = [
  'mail',
  'automatic-mail',
  'chat',
  'answer',
  'reply',
  'note',
  'assign',
  'assign-team',
  'claim',
  'close',
  'open',
  'snooze',
  'unsnooze',
  'share',
  'unshare',
  'spam',
  'not-spam',
  'pass',
] as const;

const hour = 3_600_000;
const body = (text: string) => ({ format: 'text', text }) as const;

/** A desk on which random steps can be taken. Steps that make no sense are refused, as they should be. */
export async function openRandomDesk() {
  const test = await openTestDesk();
  const { desk, workspace, owner, admin, ana, ben, cem, teams } = test;
  const visitor = await test.visitor();
  const people = [owner, admin, ana, ben, cem];

  async function take(step: Step): Promise<void> {
    const actor = pick(people, step.actor) ?? owner;
    const who = pick([null, ...people], step.who)?.id ?? null;
    const team = pick([null, teams.billing, teams.sales], step.team)?.id ?? null;
    const conversation = pick(await conversationIds(test), step.conversation);
    if (step.act === 'chat') return done(desk.attempt(visitor).startChat({ body: body('Hi') }));
    if (step.act === 'mail' && step.after % 2 === 0) return done(desk.receiver.receive(test.inbound()));
    if (step.act === 'pass') {
      test.clock.pass((step.after % 4) * hour);
      while ((await desk.doWork()) > 0);
      return;
    }
    if (!conversation) return;
    const on = { conversation };
    const attempt = desk.attempt(actor);
    switch (step.act) {
      case 'mail':
      case 'automatic-mail': {
        const automatic = step.act === 'automatic-mail';
        return done(desk.receiver.receive(test.inbound({ automatic, match: { conversation, by: 'signed' } })));
      }
      case 'answer':
        return done(desk.attempt(visitor).answer({ ...on, body: body('Yes') }));
      case 'reply':
        return done(attempt.reply({ ...on, body: body('Hello'), ...afterReply(test, step.after) }));
      case 'note':
        return done(attempt.note({ ...on, body: body(pick(notes, step.who) ?? '') }));
      case 'assign':
        return done(attempt.assign({ ...on, teammate: who }));
      case 'assign-team':
        return done(attempt.assign({ ...on, team, ...(step.after % 2 ? { teammate: who } : {}) }));
      case 'claim':
        return done(attempt.claim(on));
      case 'close':
        return done(attempt.close(on));
      case 'open':
        return done(attempt.open(on));
      case 'snooze':
        return done(attempt.snooze({ ...on, until: step.after % 3 ? plus(test.clock.now(), 2 * hour) : 'next-reply' }));
      case 'unsnooze':
        return done(attempt.unsnooze(on));
      case 'share':
        return done(attempt.share({ ...on, teammate: who ?? actor.id }));
      case 'unshare':
        return done(attempt.unshare({ ...on, teammate: who ?? actor.id }));
      case 'spam':
        return done(attempt.markSpam(on));
      case 'not-spam':
        return done(attempt.unmarkSpam(on));
    }
  }

  return { ...test, visitor, people, take, conversations: () => allConversations(test), workspace };
}

export type RandomDesk = Awaited<ReturnType<typeof openRandomDesk>>;

const notes = ['Hm.', '@ben look', '@billing please', '@sales and @ana', '@cem `@ben`', '@olga @adam'];

function afterReply(test: TestDesk, then: number) {
  const afters = [
    undefined,
    'open',
    'close',
    { snooze: plus(test.clock.now(), hour) },
    { snooze: 'next-reply' },
  ] as const;
  const after = pick(afters, then);
  // biome-ignore lint/suspicious/noThenProperty: the command's word; an input is never awaited
  return after === undefined ? {} : { then: after };
}

async function allConversations({ desk, workspace }: TestDesk) {
  return desk.parts.storage.list(workspace, 'conversation', { limit: 1_000 });
}

async function conversationIds(test: TestDesk): Promise<readonly ConversationId[]> {
  return (await allConversations(test)).map(({ id }) => id);
}

function pick<Item>(items: readonly Item[], index: number): Item | undefined {
  return items[index % Math.max(1, items.length)];
}

async function done(promise: Promise<unknown>): Promise<void> {
  await promise;
}
