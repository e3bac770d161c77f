import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSigner } from './signer.ts';

const signer = createSigner('a secret of some length');
const other = createSigner('another secret of some length');

describe('a signature', () => {
  it('is taken for its own text alone, from its own secret alone', async () => {
    const signature = await signer.sign('text');
    expect(signature).toMatch(/^[\w-]{22}$/);
    expect(await signer.verify('text', signature)).toBe(true);
    expect(await signer.verify('text ', signature)).toBe(false);
    expect(await other.verify('text', signature)).toBe(false);
    for (const forged of [
      '',
      signature.slice(1),
      `${signature}A`,
      `A${signature.slice(1)}A`,
      changed(signature, 0),
      'é'.repeat(22),
    ]) {
      expect(await signer.verify('text', forged)).toBe(false);
    }
  });
});

describe('a sealed position', () => {
  it.each([0, 1, 255, 256, 2 ** 32, 2 ** 48 - 1])('%i comes back, in its own workspace', async (seq) => {
    const sealed = await signer.seal('wsp_1', seq);
    expect(sealed).toMatch(/^[\w-]{19}$/);
    expect(await signer.seal('wsp_1', seq)).toBe(sealed);
    expect(await signer.unseal('wsp_1', sealed)).toBe(seq);
    expect(await signer.unseal('wsp_11', sealed)).toBeUndefined();
    expect(await other.unseal('wsp_1', sealed)).toBeUndefined();
  });

  it('tells nothing: neighbours are not alike', async () => {
    const sealed = await Promise.all(Array.from({ length: 50 }, (_, seq) => signer.seal('wsp_1', seq)));
    for (const from of [0, 10]) expect(new Set(sealed.map((one) => one.slice(from, from + 6))).size).toBe(50);
  });

  it('that was touched anywhere is none', async () => {
    const sealed = await signer.seal('wsp_1', 4_711);
    // The last character holds two bits that stand for nothing.
    for (let place = 0; place < sealed.length - 1; place++) {
      expect(await signer.unseal('wsp_1', changed(sealed, place))).toBeUndefined();
    }
  });

  it('that never was one is none, whatever it is', async () => {
    for (const text of [
      '',
      'A',
      'AAAAA',
      'é',
      '=',
      'a b',
      '../..',
      'A'.repeat(17),
      'A'.repeat(19),
      'A'.repeat(21),
      'A'.repeat(1_001),
    ]) {
      expect(await signer.unseal('wsp_1', text)).toBeUndefined();
    }
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        expect(await signer.unseal('wsp_1', text)).toBeUndefined();
      }),
    );
  });
});

function changed(text: string, place: number): string {
  return `${text.slice(0, place)}${text[place] === 'A' ? 'B' : 'A'}${text.slice(place + 1)}`;
}
