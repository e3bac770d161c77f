import { describe, expect, it } from 'vitest';
import { type Block, type Inline, parseBody, wordsOf } from './parse-markdown.ts';

/** The nodes as signs that are easy to compare. */
function show(nodes: readonly (Block | Inline)[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      if ('text' in node) return `<code>${node.text}</code>`;
      const inside = show(node.children);
      if (node.kind === 'text') return `<p>${inside}</p>`;
      return node.kind === 'link' ? `<a ${node.href}>${inside}</a>` : `<${node.kind}>${inside}</${node.kind}>`;
    })
    .join('');
}

const markdown = (text: string) => show(parseBody({ format: 'markdown', text }));

describe('markdown becomes nodes', () => {
  it.each([
    ['plain\ntwo lines', '<p>plain\ntwo lines</p>'],
    ['**bold** and __bold__', '<p><bold>bold</bold> and <bold>bold</bold></p>'],
    ['*it* and _it_', '<p><italic>it</italic> and <italic>it</italic></p>'],
    ['**bold *both***', '<p><bold>bold <italic>both</italic></bold></p>'],
    ['*it **both***', '<p><italic>it <bold>both</bold></italic></p>'],
    ['***both*** and *** a', '<p><bold><italic>both</italic></bold> and *** a</p>'],
    ['* a', '<p>* a</p>'],
    ['run `a * b * c` now', '<p>run <code>a * b * c</code> now</p>'],
    ['2 * 3 * 4 and snake_case_name', '<p>2 * 3 * 4 and snake_case_name</p>'],
    ['**never closed', '<p>**never closed</p>'],
    ['\\*not italic\\*', '<p>*not italic*</p>'],
    ['[label](https://example.com/a_b_c)', '<p><a https://example.com/a_b_c>label</a></p>'],
    ['[mail](mailto:a@example.com)', '<p><a mailto:a@example.com>mail</a></p>'],
    ['see https://example.com/x_y_z.', '<p>see <a https://example.com/x_y_z>https://example.com/x_y_z</a>.</p>'],
    ['HTTPS://example.com', '<p><a HTTPS://example.com>HTTPS://example.com</a></p>'],
    ['**https://example.com**', '<p><bold><a https://example.com>https://example.com</a></bold></p>'],
    ['[x](https://example.com/y_(z)).', '<p><a https://example.com/y_(z)>x</a>.</p>'],
    ['(https://example.com/c).', '<p>(<a https://example.com/c>https://example.com/c</a>).</p>'],
    ['(https://example.com)', '<p>(<a https://example.com>https://example.com</a>)</p>'],
    ['One\ntwo\n\nThree\n\n```\nfour **\n```\n', '<p>One\ntwo\n\nThree</p><code>four **</code>'],
    ['a\n```js\nlet x = 1;\n```\nb', '<p>a</p><code>let x = 1;</code><p>b</p>'],
    ['a\n```js\nnever ends', '<p>a\n```js\nnever ends</p>'],
  ])('%j', (text, nodes) => {
    expect(markdown(text)).toBe(nodes);
  });
});

it.each([
  'javascript:alert(1)',
  'JaVaScRiPt:x',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  ' javascript:x',
  '//example.com',
])('makes no link of %s', (href) => {
  expect(markdown(`[click](${href})`)).toBe(`<p>[click](${href})</p>`);
});

it('leaves text as it was written, but for addresses', () => {
  const nodes = parseBody({ format: 'text', text: '**a** _b_\nhttps://example.com' });
  expect(show(nodes)).toBe('<p>**a** _b_\n<a https://example.com>https://example.com</a></p>');
});

it('gives the words without the signs', () => {
  expect(wordsOf(parseBody({ format: 'markdown', text: '**Which** `day`?' }))).toBe('Which day?');
});

it('loses no word of what nests too deep or never ends', () => {
  const text = '**_*a'.repeat(5_000);
  expect(wordsOf(parseBody({ format: 'markdown', text })).replaceAll(/[*_]/g, '')).toBe('a'.repeat(5_000));
});
