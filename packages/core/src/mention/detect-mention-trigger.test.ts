import { describe, expect, it } from 'vitest';
import { detectMentionTrigger } from './detect-mention-trigger.ts';

/** `|` is where the cursor stands. */
function at(marked: string) {
  return detectMentionTrigger(marked.replace('|', ''), marked.indexOf('|'));
}

describe('detectMentionTrigger', () => {
  it.each([
    ['@|', { from: 0, query: '' }],
    ['@an|', { from: 0, query: 'an' }],
    ['@a|na', { from: 0, query: 'a' }],
    ['Ask @ana.l|', { from: 4, query: 'ana.l' }],
    ['(@jose\u0301|', { from: 1, query: 'jose\u0301' }],
    ['x\n@渡|', { from: 2, query: '渡' }],
    [`@${'a'.repeat(60)}|`, { from: 0, query: 'a'.repeat(60) }],
    [`${'x '.repeat(500)}@an|`, { from: 1000, query: 'an' }],
  ])('is one at %j', (marked, trigger) => {
    expect(at(marked)).toEqual(trigger);
  });

  it.each(['|', '|@', 'ana|', 'ana@ex|', '@ana |', '@@a|', 'é@a|', `@${'a'.repeat(61)}|`])(
    'is none at %j',
    (marked) => {
      expect(at(marked)).toBeUndefined();
    },
  );
});
