import { describe, expect, it } from 'vitest';
import { mentionedHandles } from './mentioned-handles.ts';

describe('mentionedHandles', () => {
  it('gives each handle once, in the order of the text', () => {
    expect(mentionedHandles('@ben @ana @Ben `@cem` @ana')).toEqual(['ben', 'ana']);
  });

  it('gives the first 50', () => {
    const handles = Array.from({ length: 60 }, (_, index) => `h${index}`);
    const text = handles.map((handle) => `@${handle} @${handle}`).join(' ');
    expect(mentionedHandles(text)).toEqual(handles.slice(0, 50));
  });
});
