import type { Body } from '../message/body.ts';
import { neutralValue } from './neutral-value.ts';

/** What stands in for a fact of the conversation that is answered: `{{contact.first-name | there}}`. */
export type Variable = (typeof variables)[number];

export const variables = [
  'contact.name',
  'contact.first-name',
  'teammate.name',
  'teammate.first-name',
  'conversation.number',
  'workspace.name',
] as const;

export interface Filled {
  readonly text: string;
  /** Names in braces that are no variables, each once; they stay as they were written. */
  readonly unknown: readonly string[];
  /** Variables that have neither a value nor a default, each once; nothing stands in their place. */
  readonly missing: readonly Variable[];
}

/**
 * Puts values in the place of variables; without a value the default that stands behind `|`. A value reads as itself
 * in a text of that format: it brings in no markdown, link, mention or variable. Takes time in proportion to the length.
 */
export function fillIn(
  text: string,
  values: Readonly<Partial<Record<Variable, string | null>>>,
  format: Body['format'] = 'markdown',
): Filled {
  const unknown = new Set<string>();
  const missing = new Set<Variable>();
  let [filled, position] = ['', 0];
  // What the template says since the last value.
  let said = '';
  for (const match of text.matchAll(inBraces)) {
    const [written, inner = '', fallback] = match;
    const name = inner.trim();
    said += text.slice(position, match.index);
    position = match.index + written.length;
    if (!isVariable(name)) {
      if (name !== '') unknown.add(name);
      said += written;
      continue;
    }
    const value = neutralValue(values[name] ?? '', format, said);
    if (value !== '') {
      filled += said + value;
      said = '';
    } else if (fallback === undefined) missing.add(name);
    else said += fallback.trim();
  }
  return { text: filled + said + text.slice(position), unknown: [...unknown], missing: [...missing] };
}

/** The names in braces, each once, in the order of the text; `isVariable` tells which ones can be filled in. */
export function variablesOf(text: string): readonly string[] {
  const names = [...text.matchAll(inBraces)].map(([, inner = '']) => inner.trim());
  return [...new Set(names.filter((name) => name !== ''))];
}

export function isVariable(name: string): name is Variable {
  return variables.some((variable) => variable === name);
}

/** How somebody is addressed: the first word of a name; `null` when there is none. */
export function firstNameOf(name: string | null): string | null {
  return name?.trim().split(/[\s,]/u)[0] || null;
}

const inBraces = /\{\{([^{}\n|]*)(?:\|([^{}\n]*))?\}\}/g;
