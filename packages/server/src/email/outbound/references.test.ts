import { describe, expect, it } from 'vitest';
import { referencesOf } from './references.ts';

const thread = '<thread@in.example.com>';
const ids = (count: number, length = 0) =>
  Array.from({ length: count }, (_, at) => `<${at}${'x'.repeat(length)}@example.net>`);

describe('References', () => {
  it('of a first mail are the thread alone', () => expect(referencesOf([], thread)).toEqual([thread]));

  it('name the root, the thread and the rest, oldest first', () => {
    expect(referencesOf(['<1@a>', '<2@a>', '<3@a>'], thread)).toEqual(['<1@a>', thread, '<2@a>', '<3@a>']);
  });

  it('leave out what is no id, and what stands there already', () => {
    expect(referencesOf(['<1@a>', '', '<2 @a>', '<1@a>', 'x\r\nBcc: y', thread], thread)).toEqual(['<1@a>', thread]);
  });

  it('are at most 20, with the root and the newest', () => {
    const made = referencesOf(ids(40), thread);
    expect(made).toHaveLength(20);
    expect(made[0]).toBe('<0@example.net>');
    expect(made.at(-1)).toBe('<39@example.net>');
  });

  it('have at most 1,500 characters, with the root and the newest', () => {
    const made = referencesOf(ids(20, 200), thread);
    expect(made.join(' ').length).toBeLessThanOrEqual(1500);
    expect(made.length).toBeGreaterThan(4);
    expect(made[0]).toMatch(/^<0x/);
    expect(made.at(-1)).toMatch(/^<19x/);
  });
});
