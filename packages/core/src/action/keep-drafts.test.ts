import { describe, expect, it } from 'vitest';
import { draftsList } from '../draft/draft.ts';
import type { Actor } from '../people/actor.ts';
import { newId } from '../shared/id.ts';
import { noFaults, withFaults } from '../testing/faulty-storage.ts';
import { openTestDesk, streamOf } from '../testing/test-desk.ts';

const text = (words: string) => ({ format: 'markdown', text: words }) as const;
const content = (words: string) => ({ body: text(words), attachments: [], cc: [], bcc: [] });

async function open() {
  const faults = noFaults();
  const test = await openTestDesk({ wrap: (storage) => withFaults(storage, faults) });
  const { desk, ana } = test;
  const { conversation } = await desk.receiver.receive(test.inbound());
  const which = { conversation, kind: 'reply' } as const;
  return {
    ...test,
    faults,
    conversation,
    which,
    save: (words: string, revision: number, actor: Actor = ana) =>
      desk.attempt(actor).saveDraft({ ...which, ...content(words), revision }),
    stored: () => desk.as(ana).findDraft(which),
    listed: async () => (await desk.as(ana).listDrafts({ limit: 10 })).items.map(({ draft }) => draft.body.text),
  };
}

function saved(answer: Awaited<ReturnType<Awaited<ReturnType<typeof open>>['save']>>) {
  if (!answer.ok) throw new Error(`Refused: ${answer.refusal.code}`);
  return answer.value;
}

describe('a draft', () => {
  it('is kept from revision to revision', async () => {
    const { save, stored } = await open();
    const first = saved(await save('Dear', 0));
    const second = saved(await save('Dear Kim', first.version));
    expect(second.version).toBe(first.version + 1);
    expect(await stored()).toEqual(second);
    expect(saved(await save('Dear Kim', first.version))).toEqual(second);
  });

  it('over a newer revision is refused with both, and nothing is lost', async () => {
    const { save, stored } = await open();
    const first = saved(await save('Dear', 0));
    const theirs = saved(await save('Dear Kim', first.version));
    expect(await save('Dear Lee', first.version)).toEqual({
      ok: false,
      refusal: { code: 'draft-changed', yours: content('Dear Lee'), theirs },
    });
    expect(await stored()).toEqual(theirs);
  });

  it('of two who save at once is one, and the other is told', async () => {
    const { save, stored } = await open();
    const first = saved(await save('Dear', 0));
    const answers = await Promise.all(['Kim', 'Lee'].map((name) => save(name, first.version)));
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const won = answers.find(({ ok }) => ok);
    expect(won).toEqual({ ok: true, value: await stored() });
  });

  it('of old is not mistaken for a new one after it was thrown away', async () => {
    const { desk, ana, save, which } = await open();
    const old = saved(await save('Old', 0));
    await desk.as(ana).discardDraft(which);
    const fresh = saved(await save('New', 0));
    expect(fresh.version).toBeGreaterThan(old.version);
    expect(await save('Older', old.version)).toMatchObject({ ok: false, refusal: { theirs: fresh } });
  });

  it('is one for replies and one for notes, of each teammate and conversation', async () => {
    const test = await open();
    const { desk, ana, ben, which, save } = test;
    saved(await save('To the contact', 0));
    await desk.as(ana).saveDraft({ ...which, kind: 'note', ...content('Among us'), revision: 0 });
    saved(await save('Of Ben', 0, ben));
    expect(await desk.as(ana).findDraft(which)).toMatchObject({ body: text('To the contact') });
    expect(await desk.as(ana).findDraft({ ...which, kind: 'note' })).toMatchObject({ body: text('Among us') });
    expect(await desk.as(ben).findDraft(which)).toMatchObject({ body: text('Of Ben') });
    expect(await desk.as(ben).findDraft({ ...which, kind: 'note' })).toBeNull();
  });

  it('is heard of by its owner alone', async () => {
    const { desk, ana, admin, workspace, conversation, save } = await open();
    const after = await desk.parts.storage.position(workspace);
    saved(await save('Dear', 0));
    const heard = async (actor: Actor) => (await desk.as(actor).readLog({ after, limit: 10 })).frames;
    expect(await heard(ana)).toMatchObject([
      {
        kind: 'personal',
        event: { type: 'draft-changed', about: conversation, kind: 'reply' },
        row: { version: expect.any(Number) },
      },
    ]);
    expect(await heard(admin)).toEqual([]);
  });

  it('is thrown away, that revision or whichever, and once', async () => {
    const { desk, ana, which, save, stored, listed } = await open();
    const first = saved(await save('Dear', 0));
    const theirs = saved(await save('Dear Kim', first.version));
    expect(await desk.attempt(ana).discardDraft({ ...which, revision: first.version })).toEqual({
      ok: false,
      refusal: { code: 'draft-changed', yours: null, theirs },
    });
    await desk.as(ana).discardDraft({ ...which, revision: theirs.version });
    await desk.as(ana).discardDraft(which);
    expect([await stored(), await listed()]).toEqual([null, []]);
    expect(await desk.parts.storage.readList(ana.workspace, draftsList(ana.id), { limit: 9 })).toEqual([]);
  });

  it('holds own files that no message has yet', async () => {
    const { desk, ana, ben, which } = await open();
    const file = { name: 'a.png', type: 'image/png' };
    const [own, foreign] = await Promise.all(
      [ana, ben].map((actor) => desk.as(actor).handInAttachment({ ...file, bytes: streamOf(new Uint8Array(3)) })),
    );
    const save = (id = newId('attachment')) =>
      desk.attempt(ana).saveDraft({ ...which, ...content('See'), attachments: [id], revision: 0 });
    const refused = { ok: false, refusal: { code: 'attachment-unknown', path: 'attachments' } };
    expect(await save()).toEqual(refused);
    expect(await save(foreign?.id)).toEqual(refused);
    expect(await save(own?.id)).toMatchObject({ ok: true, value: { attachments: [own?.id] } });
  });

  it('is of teammates, where they see the conversation, and not too long', async () => {
    const { desk, owner, ana, ben, workspace, teams, conversation, save, which } = await open();
    saved(await save('Mine', 0, ben));
    await desk.as(owner).assign({ conversation, team: teams.billing.id });
    const notFound = { ok: false, refusal: { code: 'not-found' } };
    expect(await save('Mine', 0, ben)).toEqual(notFound);
    expect(await desk.attempt(ben).findDraft(which)).toEqual(notFound);
    expect(await desk.as(ben).listDrafts({ limit: 9 })).toMatchObject({ items: [{ conversation: null }] });
    expect(await desk.attempt(ben).discardDraft(which)).toMatchObject({ ok: true });
    const integrator: Actor = { kind: 'integrator', workspace, id: newId('api-key'), scopes: ['conversations:write'] };
    const forbidden = { ok: false, refusal: { code: 'forbidden' } };
    expect(await save('By a program', 0, integrator)).toEqual(forbidden);
    expect(await desk.attempt(integrator).listDrafts({ limit: 9 })).toEqual(forbidden);
    expect(await desk.attempt(ana).saveDraft({ ...which, ...content('x'.repeat(100_001)), revision: 0 })).toEqual({
      ok: false,
      refusal: { code: 'body-too-long', path: 'body' },
    });
  });
});

describe('the list of drafts', () => {
  it('has the one that was saved last first, and pages', async () => {
    const test = await open();
    const { desk, ana, listed } = test;
    for (const words of ['One', 'Two', 'Three']) {
      const { conversation } = await desk.receiver.receive(test.inbound());
      await desk.as(ana).saveDraft({ conversation, kind: 'note', ...content(words), revision: 0 });
    }
    const [, , oldest] = (await desk.as(ana).listDrafts({ limit: 10 })).items;
    const { conversation, kind, version: revision } = oldest?.draft ?? { kind: 'note', version: 0 };
    if (!conversation) throw new Error('The oldest draft is not there');
    await desk.as(ana).saveDraft({ conversation, kind, ...content('One again'), revision });
    expect(await listed()).toEqual(['One again', 'Three', 'Two']);
    const first = await desk.as(ana).listDrafts({ limit: 2 });
    const rest = await desk.as(ana).listDrafts({ limit: 2, before: first.next });
    expect([first.items.length, rest.items.length, rest.next]).toEqual([2, 1, undefined]);
  });
});

describe('a message that was a draft', () => {
  it.each(['reply', 'note'] as const)('takes the draft of its kind along: %s', async (kind) => {
    const { desk, ana, conversation } = await open();
    const which = { conversation, kind };
    const { version: draft } = await desk.as(ana).saveDraft({ ...which, ...content('Dear'), revision: 0 });
    const other = { ...which, kind: kind === 'reply' ? 'note' : 'reply' } as const;
    await desk.as(ana).saveDraft({ ...other, ...content('Other'), revision: 0 });
    await desk.as(ana)[kind]({ conversation, body: text('Dear'), draft });
    expect(await desk.as(ana).findDraft(which)).toBeNull();
    expect(await desk.as(ana).findDraft(other)).not.toBeNull();
  });

  it('leaves one that was changed meanwhile, and is sent', async () => {
    const { desk, ana, conversation, which, save, faults, stored } = await open();
    const first = saved(await save('Dear', 0));
    let isFirst = true;
    faults.before = async () => {
      if (!isFirst) return;
      isFirst = false;
      saved(await save('Dear Kim', first.version));
    };
    await desk.as(ana).reply({ ...which, body: text('Dear'), draft: first.version });
    expect(await stored()).toMatchObject({ body: text('Dear Kim') });
    const { items } = await desk.as(ana).readTimeline({ conversation, limit: 10 });
    expect(items.filter(({ message }) => message?.kind === 'reply')).toHaveLength(1);
  });

  it('that is refused keeps it', async () => {
    const { desk, ana, which, save, stored } = await open();
    const { version: draft } = saved(await save('Dear', 0));
    expect(await desk.attempt(ana).reply({ ...which, body: text(' '), draft })).toMatchObject({ ok: false });
    expect(await stored()).not.toBeNull();
  });
});
