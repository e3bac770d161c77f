import { describe, expect, it } from 'vitest';
import { liftPictures } from './lift-pictures.ts';

const picture = Buffer.alloc(1500, 5).toString('base64');

describe('pictures that are written into HTML', () => {
  it('are lifted out, each with a reference left in its place', () => {
    const html = `<img SRC = "data:image/PNG;base64,${picture}" alt=a><img src='data:image/jpg;base64,${picture}'>`;
    const lifted = liftPictures(html);
    expect(lifted.html).toBe(
      `<img src="cid:picture-1@written.invalid" alt=a><img src='cid:picture-2@written.invalid'>`,
    );
    expect(lifted.pictures).toEqual([
      { reference: 'picture-1@written.invalid', type: 'image/png', bytes: Buffer.alloc(1500, 5) },
      { reference: 'picture-2@written.invalid', type: 'image/jpeg', bytes: Buffer.alloc(1500, 5) },
    ]);
  });

  it.each([
    ['are small', '<img src="data:image/png;base64,AAAA">'],
    ['may hold programs', `<img src="data:image/svg+xml;base64,${picture}">`],
    ['are in no code', `<img src="data:image/png,${picture}">`],
    ['have no end', `<img src="data:image/png;base64,${picture}`],
    ['are none', `<p>data:image/png;base64,${picture}</p>`],
  ])('stay where they %s', (_, html) => expect(liftPictures(html)).toEqual({ html, pictures: [] }));

  it('are looked for in time that grows with the length alone', () => {
    for (const part of ['src="data:image/png;base64,', 'src=', 'src = ', ' ', 'A']) {
      const html = `<img src="data:image/png;base64,${part.repeat(1_000_000 / part.length)}`;
      expect(liftPictures(html).pictures).toEqual([]);
    }
  });
});
