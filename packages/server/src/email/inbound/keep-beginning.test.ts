import { describe, expect, it } from 'vitest';
import { keepBeginning } from './keep-beginning.ts';

async function pass(chunks: readonly string[], length: number) {
  async function* bytes() {
    for (const chunk of chunks) yield Buffer.from(chunk);
  }
  const kept = keepBeginning(bytes(), length);
  let passed = '';
  for await (const chunk of kept.bytes) passed += Buffer.from(chunk).toString();
  return { passed, beginning: Buffer.from(kept.read()).toString() };
}

describe('the beginning that is kept', () => {
  it('ends at its length, also inside a chunk, while all bytes pass', async () => {
    expect(await pass(['ab', 'cde', 'fg'], 4)).toEqual({ passed: 'abcdefg', beginning: 'abcd' });
    expect(await pass(['ab', 'cd', 'ef'], 4)).toEqual({ passed: 'abcdef', beginning: 'abcd' });
  });

  it('is everything where there is less', async () => {
    expect(await pass(['ab', 'c'], 4)).toEqual({ passed: 'abc', beginning: 'abc' });
    expect(await pass([], 4)).toEqual({ passed: '', beginning: '' });
  });
});
