import { describe, expect, it } from 'vitest';
import { newId } from '../shared/id.ts';
import type { Instant } from '../shared/instant.ts';
import { type Draft, type DraftContent, decideDraft, draftId, withTakenBack } from './draft.ts';

const [teammate, conversation] = [newId('teammate'), newId('conversation')];
const [one, two] = [newId('attachment'), newId('attachment')];

function content(text: string, overrides: Partial<DraftContent> = {}): DraftContent {
  return { body: { format: 'markdown', text }, attachments: [], cc: [], bcc: [], ...overrides };
}

const at = '2026-01-31T09:00:00.000Z' as Instant;
const id = draftId(teammate, conversation, 'reply');
const stored: Draft = { id, version: 4, teammate, conversation, kind: 'reply', at, ...content('Hello') };

describe('a draft', () => {
  it.each<[string, Draft | undefined, DraftContent, number, unknown]>([
    ['that is new', undefined, content('Hi'), 0, 'save'],
    ['over the revision it was made from', stored, content('Hello you'), 4, 'save'],
    ['over an older one', stored, content('Hello you'), 3, { yours: content('Hello you'), theirs: stored }],
    ['as if there were none', stored, content('Hi'), 0, { yours: content('Hi'), theirs: stored }],
    ['over one that is gone', undefined, content('Hi'), 4, { yours: content('Hi'), theirs: null }],
    ['that is saved already', stored, content('Hello'), 3, 'is-saved'],
    ['with another file', stored, content('Hello', { attachments: [one] }), 4, 'save'],
    ['with another address', stored, content('Hello', { bcc: ['a@example.org'] }), 4, 'save'],
    ['as plain text', stored, content('Hello', { body: { format: 'text', text: 'Hello' } }), 4, 'save'],
  ])('%s', (_, there, yours, revision, expected) => {
    const decision = decideDraft(there, yours, revision);
    if (typeof expected === 'string') expect(decision).toEqual({ ok: true, value: expected });
    else expect(decision).toEqual({ ok: false, refusal: { code: 'draft-changed', ...(expected as object) } });
  });
});

describe('a reply taken back', () => {
  const taken = content('First', { attachments: [one], cc: ['a@example.org'] });

  it('is the draft where there is none', () => {
    expect(withTakenBack(taken, undefined)).toEqual(taken);
  });

  it('stands before what is being written, and nothing of either is lost or doubled', () => {
    const written = content('Second', { attachments: [one, two], cc: ['b@example.org', 'a@example.org'] });
    expect(withTakenBack(taken, written)).toEqual(
      content('First\n\nSecond', { attachments: [one, two], cc: ['a@example.org', 'b@example.org'] }),
    );
  });

  it('adds no empty lines to an empty draft', () => {
    expect(withTakenBack(taken, content(' \n')).body.text).toBe('First');
    expect(withTakenBack(content(''), content('Second')).body.text).toBe('Second');
  });
});
