import { Tokenizer } from 'htmlparser2';
import type { DropCount } from './dropped.ts';
import {
  allowedElements,
  droppedKindOf,
  endedBy,
  scopes,
  tableParts,
  voidElements,
  wordlessElements,
} from './elements.ts';

/**
 * Makes markup of allowed elements out of any text: each is closed in its turn, at most `deepest` within each other.
 * Attributes stay as they are. Takes time in proportion to the length, however deep the nesting; the words stay.
 */
export function tidyMarkup(html: string, deepest: number, dropped: DropCount): string {
  const open: string[] = [];
  /** Elements that were left out as too deep, whose end is left out as well. */
  const left = new Map<string, number>();
  let tidy = '';
  let start = 0;
  let name = '';
  let wordless = false;

  const close = (to: number): void => {
    while (open.length > to) tidy += `</${open.pop()}>`;
  };
  const openTag = (end: number): void => {
    const tag = html.slice(start, end);
    if (!allowedElements.has(name)) {
      const what = droppedKindOf(name);
      if (what) dropped.add(what);
      wordless = wordlessElements.has(name);
      return;
    }
    closeEnded(name, open, close);
    if (name === 'a' && open.includes('a')) {
      left.set(name, (left.get(name) ?? 0) + 1);
    } else if (voidElements.has(name)) {
      tidy += tag;
    } else if (open.length >= deepest) {
      left.set(name, (left.get(name) ?? 0) + 1);
      dropped.add('nesting');
    } else {
      open.push(name);
      tidy += tag;
    }
  };

  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      ontext(from, to) {
        if (!wordless) tidy += html.slice(from, to).replaceAll('<', '&lt;');
      },
      onopentagname(from, to) {
        start = from - 1;
        name = html.slice(from, to).toLowerCase();
      },
      onopentagend: (end) => openTag(end + 1),
      onselfclosingtag: (end) => openTag(end + 1),
      onclosetag(from, to) {
        wordless = false;
        const ended = html.slice(from, to).toLowerCase();
        const count = left.get(ended) ?? 0;
        if (count > 0) left.set(ended, count - 1);
        else if (ended === 'br') tidy += '<br>';
        else close(levelToEnd(ended, open));
      },
      ontextentity: nothing,
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onattribname: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onend: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  close(0);
  return tidy;
}

function nothing(): void {}

function closeEnded(name: string, open: readonly string[], close: (to: number) => void): void {
  const ended = endedBy.get(name);
  if (ended) while (ended.has(open.at(-1) ?? '')) close(open.length - 1);
  if (name !== 'a') return;
  // Somebody forgot the end of the link before.
  const at = open.lastIndexOf('a');
  if (at >= 0 && open.slice(at + 1).every((each) => inline.has(each))) close(at);
}

const inline = new Set(
  'abbr b bdi bdo big cite code em font i ins mark q s small span strike strong sub sup tt u'.split(' '),
);

/** How many elements stay open after the end tag; all where it ends none. */
function levelToEnd(name: string, open: readonly string[]): number {
  const isTablePart = tableParts.has(name);
  for (let at = open.length - 1; at >= 0; at--) {
    const each = open[at] ?? '';
    if (each === name) return at;
    if (!isTablePart && scopes.has(each)) break;
    if (isTablePart && each === 'table') break;
  }
  return open.length;
}
