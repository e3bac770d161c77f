import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDropCount } from './dropped.ts';
import { filterStyle, hides } from './filter-style.ts';

function filtered(style: string) {
  const dropped = createDropCount();
  return { kept: filterStyle(style, dropped), dropped: dropped.list() };
}

describe('a style attribute', () => {
  it.each([
    ['color: RED ; Font-Weight:700', 'color:red;font-weight:700'],
    ['color:rgb(1, 2, 3) !important', 'color:rgb(1,2,3)'],
    ['color:rgba( 1 2 3 / 50% )', 'color:rgba( 1 2 3 / 50% )'],
    ['background:#fff', 'background-color:#fff'],
    ['margin:0 auto;padding:1px 2em 3% .5pt', 'margin:0 auto;padding:1px 2em 3% .5pt'],
    ['border-left:1px solid #ccc', 'border-left:1px solid #ccc'],
    ["font-family:'Segoe UI', Arial", 'font-family:segoe ui,arial'],
    ['font:italic 12px/1.5 "A B", serif', 'font:italic 12px/1.5 a b,serif'],
    ['width:100%;max-width:600px;height:auto', 'width:100%;max-width:600px;height:auto'],
    ['display:none;text-align:center;line-height:1.4', 'display:none;text-align:center;line-height:1.4'],
    [' ;; ', ''],
  ])('keeps %j', (style, kept) => expect(filtered(style)).toEqual({ kept, dropped: [] }));

  it.each([
    'position:fixed',
    'z-index:3',
    'top:0',
    'margin:-1px',
    'margin-left:-99em',
    'text-indent:-9999px',
    'width:99999px',
    'width:calc(100vw * 9)',
    'width:100vw',
    'color:var(--x)',
    'color:expression(alert(1))',
    'behavior:none',
    '-moz-binding:none',
    'transform:none',
    'animation:x 1s',
    'filter:none',
    'content:x',
    'cursor:pointer',
    'color:red/**/',
    'c\\6flor:red',
    'color:"red"',
    'colour',
    '@import x',
    `color:#${'f'.repeat(400)}`,
  ])('drops %j', (style) => expect(filtered(style)).toEqual({ kept: '', dropped: [{ what: 'style', count: 1 }] }));

  it('says which of what it drops would have fetched', () => {
    expect(filtered('background:#fff url(x);list-style:URL(y);cursor:image-set("z" 1x);top:0').dropped).toEqual([
      { what: 'background-image', count: 3 },
      { what: 'style', count: 1 },
    ]);
  });

  it('is kept whole when it comes again, and holds nothing that quotes, escapes or calls', () => {
    const property = fc.constantFrom(
      'color',
      'font',
      'font-family',
      'margin',
      'width',
      'background',
      'border',
      'display',
    );
    const value = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom('red', '1px solid #000', "'A B', c", '0 auto', 'url(x)', '-1px', 'rgb(1,2,3)', '#ABC'),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(property, value), { maxLength: 6 }), (pairs) => {
        const { kept } = filtered(pairs.map((pair) => pair.join(':')).join(';'));
        expect(kept).not.toMatch(/["'\\@<>&!]|\/\*|:-|url\(/);
        expect(filtered(kept)).toEqual({ kept, dropped: [] });
      }),
    );
  });

  it.each([
    ['display:none', true],
    ['color:red;visibility:hidden', true],
    ['opacity:0', true],
    ['opacity:0.0', true],
    ['opacity:0.01', false],
    ['display:block', false],
    ['', false],
  ])('%j hides: %s', (style, expected) => expect(hides(style)).toBe(expected));
});
