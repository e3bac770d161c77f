import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Markdown } from './markdown.tsx';

const html = (text: string, format: 'markdown' | 'text' = 'markdown') =>
  renderToStaticMarkup(<Markdown body={{ format, text }} isMention={(handle) => handle === 'ines'} />);

it('shows paragraphs, line breaks and code that the keyboard can scroll', () => {
  expect(html('One\n**two**\nthree\n \n\nFour\n```\nfive\n```')).toBe(
    '<p dir="auto">One<br/><strong>two</strong><br/>three</p><p dir="auto">Four</p>' +
      '<pre tabindex="0"><code>five</code></pre>',
  );
});

it('keeps whole what is bold over a blank line', () => {
  expect(html('**a\n\nb**')).toBe('<p dir="auto"><strong>a<br/><br/>b</strong></p>');
});

it('keeps the lines of plain text, and their indent', () => {
  expect(html('*a*\n  b\n\n  c\n', 'text')).toBe('<p dir="auto">*a*<br/>  b</p><p dir="auto">  c<br/></p>');
});

it('shows who is mentioned, not in code and links, and nobody else', () => {
  expect(html('*Ask* @Ines\nor @nobody `@ines` [@ines](https://example.com)')).toBe(
    '<p dir="auto"><em>Ask</em> <span data-mention="ines">@Ines</span><br/>or @nobody <code>@ines</code> ' +
      '<a href="https://example.com" target="_blank" rel="noopener noreferrer">@ines</a></p>',
  );
});

it('shows what asks for a script as it was written', () => {
  expect(html('[x](javascript:alert(1)) <b>')).toBe('<p dir="auto">[x](javascript:alert(1)) &lt;b&gt;</p>');
});
