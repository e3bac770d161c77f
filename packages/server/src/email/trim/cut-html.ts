import type { OpenElement } from './read-html.ts';

/** A place between two tags or words, and what is open there. */
export interface HtmlPlace {
  readonly at: number;
  readonly within: OpenElement | undefined;
}

/** The HTML from one place to another, with the elements around it: each part stands by itself. */
export function sliceHtml(html: string, from: HtmlPlace, to: HtmlPlace): string {
  return tagsOf(html, from.within) + html.slice(from.at, to.at) + closingTags(to.within);
}

/** `html` without what lies between the places of each cut, joined so that every element is closed where it was. */
export function withoutCuts(
  html: string,
  cuts: readonly (readonly [HtmlPlace, HtmlPlace])[],
  atEnd: OpenElement | undefined,
): string {
  let kept = '';
  let at = 0;
  for (const [from, to] of cuts) {
    const toEnd = to.at >= html.length;
    kept += html.slice(at, from.at) + (toEnd ? closingTags(from.within) : bridge(html, from.within, to.within));
    if (toEnd) return kept;
    at = to.at;
  }
  return kept + html.slice(at) + closingTags(atEnd);
}

/** Closes what is open at the first place and not at the second, and opens what is open at the second only. */
function bridge(html: string, from: OpenElement | undefined, to: OpenElement | undefined): string {
  let left = from;
  let right = to;
  let closing = '';
  const opening: string[] = [];
  while (left !== right) {
    if (left && left.depth >= (right?.depth ?? 0)) {
      closing += `</${left.name}>`;
      left = left.parent;
    } else if (right) {
      opening.push(tagOf(html, right));
      right = right.parent;
    }
  }
  return closing + opening.reverse().join('');
}

function closingTags(element: OpenElement | undefined): string {
  let tags = '';
  for (let open = element; open; open = open.parent) tags += `</${open.name}>`;
  return tags;
}

function tagsOf(html: string, element: OpenElement | undefined): string {
  const tags: string[] = [];
  for (let open = element; open; open = open.parent) tags.push(tagOf(html, open));
  return tags.reverse().join('');
}

/** An element that the parser supplied has no tag of its own in the source. */
function tagOf(html: string, element: OpenElement): string {
  const tag = html.slice(element.tagStart, element.tagEnd);
  return tag.toLowerCase().startsWith(`<${element.name}`) ? tag : `<${element.name}>`;
}
