import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '../shared/id.ts';
import { mentionedHandles } from './mentioned-handles.ts';
import { resolveMentions } from './resolve-mentions.ts';

const teammate = (handle: string, status: 'active' | 'deactivated' = 'active') => ({
  id: newId('teammate'),
  name: handle,
  handle,
  status,
});
const [ana, anaMaria, jose, gone] = [
  teammate('ana'),
  teammate('Ana-Maria'),
  teammate('José'),
  teammate('gone', 'deactivated'),
];
const billing = { id: newId('team'), name: 'Billing', handle: 'billing' };
const people = { teammates: [ana, anaMaria, jose, gone], teams: [billing] };

describe('resolveMentions', () => {
  it('says whom a text means, and keeps the text', () => {
    expect(resolveMentions('Ask @ana, @BILLING or @jose\u0301.', people)).toEqual([
      { kind: 'text', text: 'Ask ' },
      { kind: 'mention', text: '@ana', handle: 'ana', who: { teammate: ana.id } },
      { kind: 'text', text: ', ' },
      { kind: 'mention', text: '@BILLING', handle: 'billing', who: { team: billing.id } },
      { kind: 'text', text: ' or ' },
      { kind: 'mention', text: '@jose\u0301', handle: 'jos\u00e9', who: { teammate: jose.id } },
      { kind: 'text', text: '.' },
    ]);
  });

  it.each(['@nobody', '@gone', '@an', '@ana.maria', '`@ana`', '[@ana](/u)', 'x@ana', ''])(
    'leaves text what means nobody: %j',
    (text) => {
      expect(resolveMentions(text, people)).toEqual(text === '' ? [] : [{ kind: 'text', text }]);
    },
  );

  it('tells handles apart that are prefixes of each other', () => {
    const segments = resolveMentions('@ana-maria', people);
    expect(segments).toEqual([
      { kind: 'mention', text: '@ana-maria', handle: 'ana-maria', who: { teammate: anaMaria.id } },
    ]);
  });

  it('means somebody each time, and nobody beyond 50 handles', () => {
    const strangers = Array.from({ length: 49 }, (_, index) => `@x${index}`).join(' ');
    const meant = resolveMentions(`${strangers} @ana @billing @ana`, people).filter(({ kind }) => kind === 'mention');
    expect(meant.map(({ text }) => text)).toEqual(['@ana', '@ana']);
  });

  const pieces = [
    '@ana',
    '@Ana-Maria',
    '@gone',
    '@nobody',
    '@billing',
    ' ',
    '\n',
    '.',
    '`',
    'x',
    '(',
    '@',
    '[',
    '](/u)',
  ];
  const jumble = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''));

  it('loses nothing, has no two texts in a row, and means exactly the active owners of the handles', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), jumble), (text) => {
        const segments = resolveMentions(text, people);
        expect(segments.map((segment) => segment.text).join('')).toBe(text);
        expect(segments.some(({ kind }, index) => kind === 'text' && segments[index + 1]?.kind === 'text')).toBe(false);
        const meant = segments.flatMap((segment) => (segment.kind === 'mention' ? [segment.handle] : []));
        const known = ['ana', 'ana-maria', 'jos\u00e9', 'billing'];
        expect([...new Set(meant)]).toEqual(mentionedHandles(text).filter((handle) => known.includes(handle)));
      }),
      { numRuns: 1_000 },
    );
  });
});
