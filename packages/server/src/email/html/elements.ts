import type { DroppedKind } from './dropped.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** The elements that a mail may be made of. */
export const allowedElements = words(
  'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del dfn div dl dt em ' +
    'figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q rp rt ruby s samp ' +
    'section small span strike strong sub sup table tbody td tfoot th thead time tr tt u ul var wbr',
);

/** Those that hold nothing. */
export const voidElements = words('br col hr img wbr');

/** Those whose text is none of the mail's words; a tokenizer gives it as it stands. */
export const wordlessElements = words('script style textarea title xmp');

/** Belong to every mail and take nothing with them. */
const bare = words('html head body title base meta');

const droppedAs: Readonly<Record<string, DroppedKind>> = {
  ...all('script', 'script noscript'),
  ...all('style-sheet', 'style link'),
  ...all('frame', 'iframe frame frameset noframes object embed applet portal fencedframe'),
  ...all('media', 'audio video source track bgsound'),
  ...all('drawing', 'svg math canvas'),
  ...all('form', 'form input button select option optgroup textarea label fieldset legend output datalist dialog'),
};

/** As what an element counts that is not allowed; `undefined` where nothing is lost. */
export function droppedKindOf(name: string): DroppedKind | undefined {
  if (Object.hasOwn(droppedAs, name)) return droppedAs[name];
  return bare.has(name) ? undefined : 'element';
}

function all(what: DroppedKind, names: string): Record<string, DroppedKind> {
  return Object.fromEntries(names.split(' ').map((name) => [name, what]));
}

const blocks =
  'address article aside blockquote center div dl figcaption figure footer h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul';

/** Which open elements end where one begins, as people leave their end out (HTML, "optional tags"). */
export const endedBy: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...blocks.split(' ').map((name) => [name, words('p')] as const),
  ['li', words('li')],
  ['dt', words('dt dd')],
  ['dd', words('dt dd')],
  ['rt', words('rt rp')],
  ['rp', words('rt rp')],
  ['td', words('td th thead')],
  ['th', words('td th')],
  ['tr', words('td th tr')],
  ['thead', words('td th tr thead tbody tfoot')],
  ['tbody', words('td th tr thead tbody tfoot')],
  ['tfoot', words('td th tr thead tbody tfoot')],
]);

/** An end tag inside of one of these ends nothing outside of it, unless it is a table's own. */
export const scopes = words('td th caption table');
export const tableParts = words('table thead tbody tfoot tr td th caption colgroup');
