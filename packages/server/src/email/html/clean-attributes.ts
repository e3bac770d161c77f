import type { DropCount } from './dropped.ts';
import { filterStyle } from './filter-style.ts';

export type Attributes = Readonly<Record<string, string>>;
type Patterns = Readonly<Record<string, RegExp>>;

const longestText = 1000;
const dimension = /^\d{1,4}(?:\.\d{1,6})?%?$/;
const count = /^\d{1,3}$/;
const color = /^#?[0-9a-z]{1,25}$/;
const cell = { width: dimension, height: dimension, valign: /^(?:top|middle|bottom|baseline)$/, bgcolor: color };

const patternsOf: Readonly<Record<string, Patterns>> = {
  table: { width: dimension, height: dimension, border: count, cellpadding: count, cellspacing: count, bgcolor: color },
  td: { ...cell, colspan: count, rowspan: count },
  th: { ...cell, colspan: count, rowspan: count },
  tr: cell,
  col: { width: dimension, span: count },
  colgroup: { width: dimension, span: count },
  hr: { width: dimension, size: count, color },
  font: { color, face: /^[\w ,-]{1,300}$/, size: /^[+-]?\d$/ },
  img: { width: dimension, height: dimension, border: count },
  ol: { start: /^-?\d{1,6}$/, type: /^[1ai]$/ },
  ul: { type: /^(?:disc|circle|square)$/ },
  li: { value: /^-?\d{1,6}$/ },
  blockquote: { type: /^cite$/ },
};
const patternsOfAll: Patterns = {
  align: /^(?:left|right|center|justify|middle|top|bottom)$/,
  dir: /^(?:ltr|rtl|auto)$/,
  lang: /^[a-z0-9-]{1,35}$/,
};

/** Keeps the attributes of an element that only say how it looks; addresses are others' to look at. */
export function cleanAttributes(name: string, given: Attributes, dropped: DropCount): Record<string, string> {
  const kept: Record<string, string> = {};
  const patterns = { ...patternsOfAll, ...(Object.hasOwn(patternsOf, name) ? patternsOf[name] : {}) };
  for (const [attribute, pattern] of Object.entries(patterns)) {
    const value = ownValue(given, attribute)?.trim().toLowerCase().replace(/px$/, '');
    if (value !== undefined && pattern.test(value)) kept[attribute] = value;
  }
  const title = ownValue(given, 'title')?.slice(0, longestText);
  if (title) kept.title = title;
  const style = filterStyle(ownValue(given, 'style') ?? '', dropped);
  if (style !== '') kept.style = style;
  if (ownValue(given, 'background') !== undefined) dropped.add('background-image');
  for (const attribute in given) if (attribute.startsWith('on')) dropped.add('event-handler');
  return kept;
}

/** What a mail may name is also on every object. */
export function ownValue(attributes: Attributes, name: string): string | undefined {
  return Object.hasOwn(attributes, name) ? attributes[name] : undefined;
}
