import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildWorkspace } from '../testing/builders.ts';
import { changeSettings, type SettingsGiven } from './change-settings.ts';

const before = buildWorkspace();
const text = (text: string) => ({ format: 'text', text }) as const;

const good: readonly SettingsGiven[] = [
  {},
  { name: undefined, isolation: undefined },
  { name: 'Acme', isolation: 'off', keepTimedSnoozes: true },
  { reopenWithinDays: 0, undoSeconds: 0, typicalReplyMinutes: 1, retentionDays: 1 },
  { reopenWithinDays: 3650, undoSeconds: 60, typicalReplyMinutes: 43_200, retentionDays: 36_500 },
  { typicalReplyMinutes: null, retentionDays: null },
  { assignment: { kind: 'round-robin', limit: null } },
  { assignment: { kind: 'least-busy', limit: 1 } },
];

const bad: readonly (readonly [SettingsGiven, string])[] = [
  [{ name: ' ' }, 'name'],
  [{ reopenWithinDays: -1 }, 'reopenWithinDays'],
  [{ reopenWithinDays: 3651 }, 'reopenWithinDays'],
  [{ undoSeconds: 61 }, 'undoSeconds'],
  [{ undoSeconds: 0.5 }, 'undoSeconds'],
  [{ undoSeconds: Number.NaN }, 'undoSeconds'],
  [{ typicalReplyMinutes: 0 }, 'typicalReplyMinutes'],
  [{ retentionDays: 0 }, 'retentionDays'],
  [{ retentionDays: Number.POSITIVE_INFINITY }, 'retentionDays'],
  [{ assignment: { kind: 'round-robin', limit: 0 } }, 'assignment.limit'],
  [{ assignment: { kind: 'least-busy', limit: 1.5 } }, 'assignment.limit'],
  [{ autoAnswers: { acknowledgement: text(' ') } }, 'autoAnswers.acknowledgement'],
  [{ autoAnswers: { outOfHours: text('x'.repeat(100_001)) } }, 'autoAnswers.outOfHours'],
  [{ attributes: { contact: { plan: { type: 'choice', options: [] } } } }, 'attributes.contact.plan.options'],
  [{ attributes: { conversation: { 'a.b': { type: 'date' } } } }, 'attributes.conversation.a.b'],
];

describe('settings', () => {
  it.each(good)('take %o and leave the rest', (given) => {
    const kept = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    expect(changeSettings(before, given)).toEqual({ ok: true, value: { ...before, ...kept } });
  });

  it.each(bad)('refuse %o at %s', (given, path) => {
    expect(changeSettings(before, given)).toMatchObject({ ok: false, refusal: { path } });
  });

  it('keep the half of automatic answers and of schemas that is not given', () => {
    const first = changeSettings(before, {
      autoAnswers: { acknowledgement: text('Thanks') },
      attributes: { contact: { plan: { type: 'text' } } },
    });
    if (!first.ok) throw new Error(first.refusal.path);
    const second = changeSettings(first.value, { autoAnswers: { outOfHours: text('Away') }, attributes: {} });
    expect(second).toMatchObject({
      ok: true,
      value: {
        autoAnswers: { acknowledgement: text('Thanks'), outOfHours: text('Away') },
        attributes: { contact: { plan: { type: 'text' } }, conversation: {} },
      },
    });
    const third = !second.ok ? second : changeSettings(second.value, { autoAnswers: { acknowledgement: null } });
    expect(third).toMatchObject({ value: { autoAnswers: { acknowledgement: null, outOfHours: text('Away') } } });
  });

  it('change what is given and nothing else, or are refused', () => {
    const given = fc.record(
      {
        name: fc.string(),
        isolation: fc.constantFrom('on' as const, 'off' as const),
        reopenWithinDays: fc.integer({ min: -10, max: 5_000 }),
        undoSeconds: fc.integer({ min: -10, max: 100 }),
        retentionDays: fc.option(fc.integer({ min: -10, max: 50_000 })),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(given, (asked) => {
        const changed = changeSettings(before, asked);
        if (!changed.ok) return;
        const untouched = Object.keys(before).filter((key) => !(key in asked)) as (keyof typeof before)[];
        for (const key of untouched) expect(changed.value[key]).toEqual(before[key]);
        expect(changed.value.undoSeconds).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 1_000 },
    );
  });
});
