import { describe, expect, it } from 'vitest';
import { cleanFileName, cleanLabel } from './clean-label.ts';

describe('labels', () => {
  it.each([
    ['Ada\r\nBcc: all@example.net', 'Ada Bcc: all@example.net'],
    ['  Ada \t Byron ', 'Ada Byron'],
    ['a\u202eb\u0000c', 'a b c'],
    ['👩‍👧 山田', '👩‍👧 山田'],
  ])('make one line of %j', (given, wanted) => expect(cleanLabel(given)).toBe(wanted));

  it('are cut between characters', () => {
    expect(cleanLabel('😀'.repeat(10), 3)).toBe('😀😀😀');
  });
});

describe('file names', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\temp\\a.txt', 'a.txt'],
    ['/', 'attachment'],
    ['..', 'attachment'],
    ['', 'attachment'],
    ['a\r\nb.pdf', 'a b.pdf'],
  ])('of %j are %j', (given, wanted) => expect(cleanFileName(given, 'attachment')).toBe(wanted));

  it('keep their ending when they are cut', () => {
    const name = cleanFileName(`${'x'.repeat(400)}.pdf`, 'attachment');
    expect(name).toHaveLength(200);
    expect(name).toMatch(/x\.pdf$/);
  });
});
