import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { allowedElements } from './elements.ts';
import { sanitiseHtml } from './sanitise-html.ts';
import { arbitraryHtml } from './testing/arbitrary-html.ts';
import { hostileHtml } from './testing/hostile-html.ts';

const options = { attachmentOf: (reference: string) => (reference === 'one@mail' ? 'att_one' : undefined) };
const shown = (html: string) => sanitiseHtml(html, options).html;
const droppedOf = (html: string) =>
  Object.fromEntries(sanitiseHtml(html).dropped.map(({ what, count }) => [what, count]));

describe('what is shown of a mail’s HTML', () => {
  it.each(Object.entries(hostileHtml))('holds nothing of %s', (_, html) => {
    expect(dangersIn(shown(html))).toEqual([]);
  });

  it('holds nothing that runs or fetches, in elements that are each closed in their turn', () => {
    fc.assert(
      fc.property(arbitraryHtml, (html) => {
        expect(dangersIn(shown(html))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('is the same when it is sanitised again', () => {
    fc.assert(
      fc.property(arbitraryHtml, (html) => {
        const once = shown(html);
        expect(shown(once)).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps the words, in their order', () => {
    const letters = fc.stringMatching(/^[A-Za-z]{1,9}$/);
    const tags = fc.constantFrom(
      '<div>',
      '</div>',
      '<p>',
      '</p>',
      '<td>',
      '</table>',
      '<form>',
      '<o:p>',
      '<a href=x>',
      '</b>',
      '<svg>',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(letters, tags), { maxLength: 30 }), (pairs) => {
        const html = pairs.map(([word, tag]) => `${word}${tag}`).join('');
        expect(shown(html).replace(/<[^>]*>/g, '')).toBe(pairs.map(([word]) => word).join(''));
      }),
    );
  });

  it.each([
    ['an end tag that is missing', '<p>Hi <b>there', '<p>Hi <b>there</b></p>'],
    [
      'cells whose end is left out',
      '<table><tr><td>a<td>b<tr><td>c</table>',
      '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>',
    ],
    [
      'an end tag in a cell for what is around the table',
      '<div><table><td>a</div>b</table>',
      '<div><table><td>ab</td></table></div>',
    ],
    [
      'a link in a link',
      '<a href="https://a.example">a<b><a href="https://b.example">b</a>',
      /^<a href="https:\/\/a[^<]*>a<b><\/b><\/a><a href="https:\/\/b[^<]*>b<\/a>$/,
    ],
    [
      'sections of a table',
      '<table><tr><td>a<tbody><td>b</table>',
      '<table><tr><td>a</td></tr><tbody><td>b</td></tbody></table>',
    ],
    [
      'the end of an element too deep to keep',
      `${'<b>'.repeat(201)}a</b>b`,
      `${'<b>'.repeat(200)}ab${'</b>'.repeat(200)}`,
    ],
    ['what is no word of the mail', '<title>a</title><style>b</style>c<script>d</script><xmp>e</xmp>f', 'cf'],
    ['markup that comes of what is left out', '<<!-- -->b>c', '&lt;b&gt;c'],
    ['words that look like markup', 'a &lt; b &amp;amp; <3', 'a &lt; b &amp;amp; &lt;3'],
  ])('mends %s', (_, html, expected) => {
    if (typeof expected === 'string') expect(shown(html)).toBe(expected);
    else expect(shown(html)).toMatch(expected);
  });

  it('keeps how a mail looks', () => {
    const html =
      '<table width="600" cellpadding="0" bgcolor="#fff"><tr><td align="center" style="padding:10px;color:#333">' +
      '<font face="Arial" size="2">Hi</font></td></tr></table><blockquote type="cite">x</blockquote>';
    expect(shown(html)).toContain('<td align="center" style="padding:10px;color:#333">');
    expect(shown(html)).toContain('<font face="arial" size="2">');
    expect(shown(html)).toContain('<blockquote type="cite">');
  });

  it('opens links beside the desk, without telling where from', () => {
    expect(shown('<a href="HTTPS://User:Secret@Shop.Example/x?a=1&amp;b" target="_self" rel="opener">x</a>')).toBe(
      '<a href="https://shop.example/x?a=1&amp;b" rel="noopener noreferrer nofollow" target="_blank">x</a>',
    );
    for (const address of ['mailto:ada@a.example', 'tel:+4312345', 'http://a.example/']) {
      expect(shown(`<a href="${address}">x</a>`)).toContain(`href="${address}"`);
    }
  });

  it('names the host that a link only pretends to lead to', () => {
    const link = '<a href="https://evil.example/">Go to https://<b>bank</b>.example/login</a>';
    expect(shown(link)).toContain(' data-shown-host="bank.example">');
    expect(shown('<a href="https://bank.example/">bank.example</a>')).not.toContain('data-shown-host');
  });
});

describe('an image in a mail', () => {
  it('elsewhere waits until somebody asks, and is counted', () => {
    const sanitised = sanitiseHtml(
      '<img src="//cdn.example/a.png" alt="Logo" width="200px" srcset="https://x.example 2x">',
    );
    expect(sanitised.html).toBe('<img width="200" alt="Logo" data-remote-src="https://cdn.example/a.png" />');
    expect(sanitised.remoteImages).toBe(1);
    expect(sanitised.dropped).toEqual([]);
  });

  it.each([
    ['<img src="https://t.example/" width="1" height="1">'],
    ['<img src="https://t.example/" width=1>'],
    ['<img src="https://t.example/" height=0 width=600>'],
    ['<img src="https://t.example/" style="width:1px; height:1px">'],
    ['<img src="https://t.example/" style="max-height:0;max-width:0">'],
    ['<img src="https://t.example/" style="display : none">'],
    ['<p style="visibility:hidden"><b><img src="https://t.example/"></b></p>'],
    ['<div hidden><img src="https://t.example/"></div>'],
  ])('that only tells who reads is dropped: %s', (html) => {
    expect(shown(html)).not.toContain('t.example');
    expect(droppedOf(html)).toEqual({ 'tracking-pixel': 1 });
  });

  it.each([
    ['<img src="https://t.example/" width="600" height="2">'],
    ['<img src="https://t.example/" width="2" height="600">'],
    ['<img src="https://t.example/">'],
    ['<p style="display:none"></p><p><img src="https://t.example/"></p>'],
    ['<img src="https://t.example/" width="100%" height="40">'],
  ])('that may be seen stays: %s', (html) => {
    expect(shown(html)).toContain('data-remote-src="https://t.example/"');
  });

  it('that is attached is shown in its place, by whatever writing of its id', () => {
    for (const source of ['cid:one@mail', 'CID:one%40mail', 'cid:<one@mail>', 'one@mail']) {
      expect(sanitiseHtml(`<img src="${source}" alt="A">`, options)).toEqual({
        html: '<img alt="A" data-attachment="att_one" data-reference="one@mail" />',
        dropped: [],
        remoteImages: 0,
        attachments: ['att_one'],
      });
    }
  });

  it('cannot name an attachment by itself', () => {
    expect(shown('<img data-attachment="att_other" src="cid:two@mail" alt="A">')).toBe('<img alt="A" />');
  });

  it('in the mail itself is shown when it is a picture', () => {
    expect(shown('<img src="data:image/png;base64,iVBORw0=">')).toBe('<img src="data:image/png;base64,iVBORw0=" />');
    expect(shown('<img src="data:image/svg+xml;base64,PHN2Zz4=">')).toBe('');
  });

  it('that cannot be shown leaves its words', () => {
    expect(shown('<img src="file:///c:/logo.png" alt="Our logo"><img src="file:///x">')).toBe('<img alt="Our logo" />');
  });
});

describe('the list of what was dropped', () => {
  it('counts each kind, in the order in which they came up', () => {
    const html =
      '<style>p{}</style><p onclick=x style="position:fixed;color:red">a<script>b</script><a href="javascript:x">c</a>' +
      '<form><input></form><iframe></iframe><svg></svg><video></video><blink>d</blink><td background=x style="background:url(y)">';
    expect(sanitiseHtml(html).dropped).toEqual([
      { what: 'style-sheet', count: 1 },
      { what: 'script', count: 1 },
      { what: 'form', count: 2 },
      { what: 'frame', count: 1 },
      { what: 'drawing', count: 1 },
      { what: 'media', count: 1 },
      { what: 'element', count: 1 },
      { what: 'style', count: 1 },
      { what: 'event-handler', count: 1 },
      { what: 'link', count: 1 },
      { what: 'background-image', count: 2 },
    ]);
  });

  it('is empty for what every mail has', () => {
    expect(droppedOf('<html><head><meta charset=utf-8><title>x</title></head><body><p>Hi</p></body></html>')).toEqual(
      {},
    );
  });
});

describe('half a megabyte of', () => {
  it.each([
    ['<div>'],
    ['<div></b>'],
    ['<b>x'],
    ['<a href=//x.example/>x<i>'],
    ['<table><tr><td>'],
    ['<p style="color:red;font:bold 12px Arial">x</p>'],
    ['<img src=https://x.example/ width=1 height=1>'],
    ['<svg><p>'],
    ['</p>'],
    ['<'],
    ['<!--'],
    ['&lt;'],
    ['<p a=1 '],
    ['<td style="'],
    ['<a href="https://x.example">www.'],
  ])('%j are read to the end, nested at most 200 deep', (part) => {
    const { html } = sanitiseHtml(part.repeat(500_000 / part.length));
    expect(depthOf(html)).toBeLessThanOrEqual(200);
  });

  it('nested elements keep their words, and say that they were too deep', () => {
    const { html, dropped } = sanitiseHtml(`${'<div>'.repeat(300_000)}Hello${'</div>'.repeat(300_000)}`);
    expect(html.replace(/<[^>]*>/g, '')).toBe('Hello');
    expect(dropped).toEqual([{ what: 'nesting', count: 299_800 }]);
  });
});

const attributesAllowed =
  /^(?:align|dir|lang|title|style|width|height|border|bgcolor|valign|color|size|cellpadding|cellspacing|colspan|rowspan|span|face|start|type|value|alt|href|rel|target|src|data-attachment|data-reference|data-remote-src|data-shown-host)$/;

/** What runs, fetches, leaves its box or is not closed in its turn. */
function dangersIn(html: string): readonly string[] {
  const dangers: string[] = [];
  const open: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes, isImplied) {
      if (isImplied || !allowedElements.has(name)) dangers.push(name);
      open.push(name);
      for (const [attribute, value] of Object.entries(attributes)) {
        if (!attributesAllowed.test(attribute)) dangers.push(attribute);
        if (attribute === 'href' && !/^(?:https?:\/\/|mailto:|tel:)/.test(value)) dangers.push(value);
        if (attribute === 'src' && !/^data:image\/(?:png|jpeg);base64,[\w+/=]*$/.test(value)) dangers.push(value);
        if (attribute === 'style' && /[\\@'"]|\/\*|url|position|z-index|expression|:-/.test(value)) dangers.push(value);
        if (attribute === 'data-attachment' && value !== 'att_one') dangers.push(value);
      }
    },
    onclosetag(name, isImplied) {
      if (open.pop() !== name || (isImplied && !/^(?:br|col|hr|img|wbr)$/.test(name))) dangers.push(`</${name}>`);
    },
  });
  parser.end(html);
  if (/<[^a-z/]|\0/.test(html)) dangers.push('<');
  return dangers;
}

function depthOf(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [tag] of html.matchAll(/<\/?[a-z][^>]*>/g)) {
    if (tag.endsWith('/>')) continue;
    depth += tag.startsWith('</') ? -1 : 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
