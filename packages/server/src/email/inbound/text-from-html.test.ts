import { describe, expect, it } from 'vitest';
import { textFromHtml } from './text-from-html.ts';

describe('text from HTML', () => {
  it.each([
    ['<h1>Hi</h1><p>One&nbsp;&lt;two&gt;<br>three</p>', /^Hi\s+One.<two>\nthree$/],
    ['<style>p{}</style><script>alert(1)</script><p>Words</p>', /^Words$/],
    ['<a href="https://example.com/x">here</a>', /^here \[https:\/\/example\.com\/x\]$/],
    ['<a href="https://example.com">https://example.com</a>', /^https:\/\/example\.com$/],
    ['<ul><li>a</li><li>b</li></ul>', /\* a\n\s*\* b/],
    ['<img src="https://example.com/t.gif" alt="">Words', /^Words$/],
  ])('reads %s', (html, text) => expect(textFromHtml(html)).toMatch(text));

  it('does not wrap long lines', () => {
    const line = 'word '.repeat(100).trim();
    expect(textFromHtml(`<p>${line}</p>`)).toBe(line);
  });

  it('keeps the words of markup nested beyond reason, and none of its code', () => {
    const html = `<script>no()</script>${'<div>'.repeat(40_000)}Words &amp; more <b<b>x>${'</div>'.repeat(40_000)}`;
    const text = textFromHtml(html);
    expect(text).toContain('Words & more');
    expect(text).not.toContain('no()');
  });

  it('reads the beginning of what is too long, and no half of a tag', () => {
    const text = textFromHtml('<p>Words</p>'.repeat(60_000));
    expect(text.length).toBeGreaterThan(200_000);
    expect(text).toMatch(/^(?:Words\s*)+$/);
  });

  it.each([
    ['<'.repeat(1_000_000)],
    ['<script'.repeat(140_000)],
    ['<script></script '.repeat(60_000)],
    ['<b>'.repeat(330_000)],
    ['<b></i>'.repeat(140_000)],
    ['&'.repeat(1_000_000)],
    ['<!--'.repeat(250_000)],
  ])('comes to an end with hostile input', (html) => expect(textFromHtml(html)).toBeTypeOf('string'));
});
