'use client';

import type { ComponentProps } from 'react';

const tones = 8;

export interface AvatarProps extends Omit<ComponentProps<'span'>, 'children'> {
  /** Decides the colour, `data-tone` 0 to 7: the same id, the same colour. */
  readonly of: string;
  readonly name: string;
}

/** A person's initials. The name stands beside it, so it is not read out. */
export function Avatar({ of, name, ...rest }: AvatarProps) {
  return (
    <span {...rest} data-tone={toneOf(of)} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}

function toneOf(id: string): number {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return sum % tones;
}

function initialsOf(name: string): string {
  const words = name
    .replace(/@.*$/, '')
    .split(/[\s._-]+/u)
    .filter(Boolean);
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  return chosen
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
}
