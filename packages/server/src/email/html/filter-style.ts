import type { DropCount } from './dropped.ts';

const length = '(?:0|(?:\\d{1,4}(?:\\.\\d{1,6})?|\\.\\d{1,6})(?:px|pt|pc|em|rem|ex|ch|in|cm|mm|%))';
const component = '\\d{1,3}(?:\\.\\d{1,6})?%?';
const color = `(?:#[0-9a-f]{3,8}|[a-z]{3,25}|(?:rgb|hsl)a?\\( ?${component}(?: ?[, /] ?${component}){2,3} ?\\))`;
const line = '(?:none|hidden|solid|dotted|dashed|double|groove|ridge|inset|outset|thin|medium|thick)';
const word = (words: string): RegExp => new RegExp(`^(?:${words})$`);
const upTo = (count: number, value: string): RegExp => new RegExp(`^${value}(?: ${value}){0,${count - 1}}$`);

const lengths = upTo(1, length);
const lengthOrAuto = upTo(1, `(?:${length}|auto|none|initial|inherit)`);
const box = upTo(4, `(?:${length}|auto|initial|inherit)`);
const colors = upTo(1, color);
const border = upTo(3, `(?:${length}|${line}|${color})`);
const names = /^(?!.*-\d)[\w ,-]{1,300}$/;

/** What a value may be, by property: nothing here can leave the box it stands in, fetch anything or run. */
const allowed: ReadonlyMap<string, RegExp> = new Map([
  ...each('color background-color', colors),
  ...each('border border-top border-right border-bottom border-left', border),
  ...each('border-color', upTo(4, color)),
  ...each('border-style', upTo(4, line)),
  ...each('border-width border-radius border-spacing', upTo(4, `(?:${length}|thin|medium|thick)`)),
  ...each('padding padding-top padding-right padding-bottom padding-left', upTo(4, length)),
  ...each('margin margin-top margin-right margin-bottom margin-left', box),
  ...each('width height min-width min-height max-width max-height', lengthOrAuto),
  ...each('text-indent', lengths),
  ['font-family', names],
  ['font', /^(?!.*-[\d.])[\w ,.%/-]{1,300}$/],
  ['font-size', upTo(1, `(?:${length}|(?:xx?-)?(?:small|large)|medium|smaller|larger|inherit)`)],
  ['font-weight', word('normal|bold|bolder|lighter|[1-9]00|inherit')],
  ['font-style', word('normal|italic|oblique|inherit')],
  ['font-variant', word('normal|small-caps|inherit')],
  ['line-height', new RegExp(`^(?:${length}|\\d{1,2}(?:\\.\\d{1,6})?|normal|inherit)$`)],
  ['letter-spacing', new RegExp(`^(?:${length}|normal)$`)],
  ['text-align', word('left|right|center|justify|start|end|inherit')],
  ['text-decoration', upTo(3, '(?:none|underline|overline|line-through|solid|dotted|dashed|wavy|double|inherit)')],
  ['text-transform', word('none|uppercase|lowercase|capitalize')],
  ['vertical-align', word('top|middle|bottom|baseline|sub|super|text-top|text-bottom')],
  ['white-space', word('normal|nowrap|pre|pre-wrap|pre-line')],
  ['word-break', word('normal|break-all|break-word|keep-all')],
  ...each('word-wrap overflow-wrap', word('normal|break-word|anywhere')),
  ['direction', word('ltr|rtl')],
  ['display', word('block|inline|inline-block|none|list-item|table|table-row|table-cell')],
  ['visibility', word('visible|hidden')],
  ['opacity', /^(?:0|1|0?\.\d{1,6}|1\.0{1,6}|0\.\d{1,6})$/],
  ['overflow', word('visible|hidden')],
  ['float', word('left|right|none')],
  ['clear', word('left|right|both|none')],
  ['border-collapse', word('collapse|separate')],
  ['table-layout', word('auto|fixed')],
  ...each('list-style list-style-type', word('none|disc|circle|square|decimal|(?:lower|upper)-(?:alpha|roman|latin)')),
]);

const longest = 20_000;

/** Keeps the declarations of a `style` attribute that are harmless, in one writing; empty where there are none. */
export function filterStyle(style: string, dropped: DropCount): string {
  const kept: string[] = [];
  for (const declaration of style.slice(0, longest).split(';')) {
    const colon = declaration.indexOf(':');
    const property = declaration.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    const value = cleanValue(property, declaration.slice(colon + 1, colon + 400));
    // One colour is all that most mails give as a background.
    const name = property === 'background' && colors.test(value) ? 'background-color' : property;
    if (allowed.get(name)?.test(value)) kept.push(`${name}:${value}`);
    else if (declaration.trim() !== '') dropped.add(/url|image-set/i.test(value) ? 'background-image' : 'style');
  }
  return kept.join(';');
}

/** Without quotes, which the names of fonts do not need, and without a rank above the page's own style. */
function cleanValue(property: string, value: string): string {
  const bare = property === 'font-family' || property === 'font' ? value.replace(/["']/g, '') : value;
  return bare
    .replace(/\s+/g, ' ')
    .replace(/ ?! ?important\b/i, '')
    .replace(/ ?, ?/g, ',')
    .trim()
    .toLowerCase();
}

function each(properties: string, pattern: RegExp): readonly (readonly [string, RegExp])[] {
  return properties.split(' ').map((property) => [property, pattern] as const);
}

/** Whether what has this style (as `filterStyle` gives it) is not seen. */
export function hides(style: string): boolean {
  return /(?:^|;)(?:display:none|visibility:hidden|opacity:(?:0|0?\.0+))(?:;|$)/.test(style);
}
