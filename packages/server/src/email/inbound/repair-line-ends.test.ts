import { describe, expect, it } from 'vitest';
import { repairLineEnds } from './repair-line-ends.ts';

async function repair(text: string, size: number): Promise<string> {
  async function* chunks() {
    for (let at = 0; at < text.length; at += size) yield Buffer.from(text.slice(at, at + size));
  }
  const repaired = [];
  for await (const chunk of repairLineEnds(chunks())) repaired.push(chunk);
  return Buffer.concat(repaired).toString();
}

describe('repairing line ends', () => {
  it.each([
    ['a\r\nb\r\n', 'a\r\nb\r\n'],
    ['a\nb', 'a\nb'],
    ['a\rb', 'a\r\nb'],
    ['a\r\rb', 'a\r\n\r\nb'],
    ['a\r\r\nb', 'a\r\nb'],
    ['a\r', 'a\r\n'],
    ['a\r\r\r\rb', 'a\r\n\r\n\r\n\r\nb'],
    ['\r\n\ra\n\rb\r\r', '\r\n\r\na\n\r\nb\r\n\r\n'],
    ['', ''],
  ])('makes of %j %j, however it is cut', async (given, wanted) => {
    for (const size of [1, 2, 3, 100]) expect(await repair(given, size)).toBe(wanted);
  });
});
