import { describe, expect, it } from 'vitest';
import { markdownToHtml, textToHtml } from './markdown-to-html.ts';

describe('markdown in mail', () => {
  it.each([
    ['**bold** and _thin_', '<p><strong>bold</strong> and <em>thin</em></p>'],
    ['one\ntwo\n\nthree', '<p>one<br />two</p>\n<p>three</p>'],
    ['`a < b`', '<p><code>a &lt; b</code></p>'],
    ['- a\n- b', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
    ['[here](https://example.com/?a=1&b=2)', '<p><a href="https://example.com/?a=1&amp;b=2">here</a></p>'],
    ['[write](mailto:a@example.com)', '<p><a href="mailto:a@example.com">write</a></p>'],
    ['[x](javascript:alert(1))', '<p><a>x</a></p>'],
    ['[x](java&#115;cript:alert(1))', '<p><a>x</a></p>'],
    ['[x](data:text/html,x)', '<p><a>x</a></p>'],
    ['[x](/admin)', '<p><a>x</a></p>'],
    ['[x](//example.com)', '<p><a>x</a></p>'],
    ['![a "cat"](https://example.com/t.gif)', '<p>a "cat"</p>'],
    ['1 < 2 & 3 > 2', '<p>1 &lt; 2 &amp; 3 &gt; 2</p>'],
  ])('turns %j into %j', (markdown, html) => expect(markdownToHtml(markdown)).toBe(html));

  it.each(['<script>alert(1)</script>', '<b onclick="x()">b</b>', 'a <img src=x onerror=x()> b', '<!-- x -->'])(
    'shows %s as it was typed',
    (markdown) => {
      const html = markdownToHtml(markdown);
      expect(html).not.toMatch(/<(?!\/?p>)/);
      expect(
        html
          .replace(/<\/?p>/g, '')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"'),
      ).toBe(markdown);
    },
  );
});

it('markdown nested beyond reason is shown as it was typed', () => {
  expect(markdownToHtml(`${'>'.repeat(100_000)}x`)).toBe(`<p>${'&gt;'.repeat(100_000)}x</p>`);
});

it('plain text keeps its lines and is no markup', () => {
  expect(textToHtml('a <b>\n**c**')).toBe('<p>a &lt;b&gt;<br />\n**c**</p>');
});
