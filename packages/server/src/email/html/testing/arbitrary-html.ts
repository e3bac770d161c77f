import fc from 'fast-check';
import { allowedElements } from '../elements.ts';
import { hostileHtml } from './hostile-html.ts';

const names = [
  ...allowedElements,
  'script',
  'style',
  'svg',
  'form',
  'option',
  'body',
  'title',
  'o:p',
  'noscript',
  'template',
];
const attributes = [
  'href="https://one.example/"',
  'href=javascript:alert(1)',
  'src="https://one.example/a.png"',
  'src=cid:one@mail',
  'src="data:image/png;base64,AAAA"',
  'width=1 height=1',
  'style="display:none"',
  'style="color:red;position:fixed;background:url(x)"',
  'onclick=alert(1)',
  'title="<script>"',
  'alt="A & B"',
  "colspan='2'",
  'align=CENTER',
];
const tag = fc
  .tuple(
    fc.constantFrom(...names),
    fc.subarray(attributes),
    fc.constantFrom('<', '</'),
    fc.constantFrom('>', '/>', ' '),
  )
  .map(([name, given, start, end]) => `${start}${[name, ...(start === '<' ? given : [])].join(' ')}${end}`);
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '&',
    '&amp;',
    '&lt;',
    '&nbsp;',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    '\0',
    'www.two.example',
  ),
);

/** Anything at all, with more of markup in it than chance would bring. */
export const arbitraryHtml = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: tag },
      { weight: 2, arbitrary: text },
      fc.constantFrom(...Object.values(hostileHtml)),
    ),
    {
      maxLength: 25,
    },
  )
  .map((pieces) => pieces.join(''));
