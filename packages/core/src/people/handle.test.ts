import { describe, expect, it } from 'vitest';
import { isHandle, normaliseHandle } from './handle.ts';
import { normaliseAddress } from './identity.ts';

describe('isHandle', () => {
  it.each(['a', 'ana', 'ana.lee', 'ana-lee_2', 'José', 'jose\u0301', '渡辺', 'a'.repeat(60)])('takes %j', (text) => {
    expect(isHandle(text)).toBe(true);
  });

  it.each(['', '.', 'ana.', '-ana', 'ana..lee', 'ana lee', '@ana', 'ana\n', 'a@b', '😀', 'a'.repeat(61)])(
    'does not take %j',
    (text) => {
      expect(isHandle(text)).toBe(false);
    },
  );
});

describe('comparing', () => {
  it('composes and lowers handles and addresses', () => {
    expect(normaliseHandle('JOSE\u0301')).toBe('jos\u00e9');
    expect(normaliseAddress('  Ana@Example.COM\n')).toBe('ana@example.com');
    expect(normaliseAddress('jose\u0301@example.com')).toBe('jos\u00e9@example.com');
  });
});
