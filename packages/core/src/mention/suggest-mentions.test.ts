import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '../shared/id.ts';
import { suggestMentions } from './suggest-mentions.ts';

const teammate = (handle: string, name: string, status: 'active' | 'deactivated' = 'active') => ({
  id: newId('teammate'),
  name,
  handle,
  status,
});
const team = (handle: string, name: string) => ({ id: newId('team'), name, handle });

const people = {
  teammates: [
    teammate('ana-maria', 'Ana-Maria López'),
    teammate('ana.maria', 'Ana Maria Costa'),
    teammate('ana', 'Ana Lee'),
    teammate('b.hana', 'Björn Håkansson'),
    teammate('mo', 'Muḥammad al-Anṣārī'),
    teammate('gone', 'Ana Gone', 'deactivated'),
    teammate('đặng', 'Đặng Thị Hương'),
    teammate('김철수', '김철수'),
    teammate('wtanabe', '渡辺 ガク'),
    teammate('siobhan', "Siobhán O'Neil"),
    teammate('yildiz', 'Iğdır Yıldız'),
    teammate('lukasz', 'Łukasz Weiß'),
  ],
  teams: [team('anatomy', 'Support'), team('billing', 'Money, Anabel')],
};

const suggested = (query: string) => suggestMentions(people, query).map(({ handle }) => handle);

describe('suggestMentions', () => {
  it.each([
    ['ana', ['ana', 'ana-maria', 'ana.maria', 'anatomy', 'billing', 'b.hana', 'wtanabe']],
    ['ana-', ['ana-maria', 'ana.maria', 'ana']],
    ['ana.m', ['ana.maria', 'ana-maria']],
    ['maria', ['ana-maria', 'ana.maria']],
    ['nab', ['wtanabe', 'billing']],
    ['zzz', []],
  ])('puts the handle first, then its beginning, then words of the name, then what holds it: %j', (query, handles) => {
    expect(suggested(query)).toEqual(handles);
  });

  it.each([
    ['Ana L', ['ana']],
    ['maria  c', ['ana.maria']],
    ['al ans', ['mo']],
    ['渡辺\u3000ガ', ['wtanabe']],
  ])('takes names with spaces: %j', (query, handles) => {
    expect(suggested(query)).toEqual(handles);
  });

  it.each([
    ['HAKAN', 'b.hana'],
    ['håkan', 'b.hana'],
    ['ha\u030akan', 'b.hana'],
    ['dang', 'đặng'],
    ['huong', 'đặng'],
    ['ansari', 'mo'],
    ['igdir', 'yildiz'],
    ['lukasz', 'lukasz'],
    ['weiss', 'lukasz'],
    ['oneil', 'siobhan'],
    ['ｏｎｅ', 'siobhan'],
    ['ㄱ', '김철수'],
    ['기', '김철수'],
    ['김', '김철수'],
    ['カク', 'wtanabe'],
    ['o\u200dneil', 'siobhan'],
  ])('folds accents, case, widths and what is being composed: %j', (query, handle) => {
    expect(suggested(query)[0]).toBe(handle);
  });

  it('offers everybody who is there for an empty query, teammates first', () => {
    const there = people.teammates.filter((one) => one.status === 'active');
    expect(suggested('')).toEqual([...there, ...people.teams].map(({ handle }) => handle));
  });

  it('says who it is', () => {
    const [lee] = suggestMentions(people, 'ana');
    expect(lee).toEqual({ kind: 'teammate', id: people.teammates[2]?.id, name: 'Ana Lee', handle: 'ana' });
    expect(suggestMentions(people, 'billing')).toEqual([{ kind: 'team', ...people.teams[1] }]);
  });

  it.each(['.', '-', '_', '..'])('takes signs alone for a part of a handle only: %j', (query) => {
    expect(suggested(query)).toEqual(suggested('').filter((handle) => handle.includes(query)));
  });

  const word = fc.constantFrom('ana', 'Ana', 'an', 'maria', 'ÁNA', 'm', 'Lee', 'na');
  const name = fc.array(word, { minLength: 1, maxLength: 3 });
  const anybody = fc.record({
    handle: name.map((words) => words.join('.')),
    name: name.map((words) => words.join(' ')),
    status: fc.constantFrom('active' as const, 'deactivated' as const),
  });

  it('never offers the deactivated, ranks by the rule, and keeps the order among equals', () => {
    fc.assert(
      fc.property(fc.array(anybody), word, (some, query) => {
        const teammates = some.map((one) => ({ id: newId('teammate'), ...one }));
        const asked = plain(query);
        const rank = (one: { readonly handle: string; readonly name: string }) =>
          [
            plain(one.handle) === asked,
            plain(one.handle).startsWith(asked),
            plain(one.name)
              .split(' ')
              .some((part) => part.startsWith(asked)),
            `${plain(one.handle)} ${plain(one.name)}`.includes(asked),
          ].indexOf(true);
        const expected = [0, 1, 2, 3].flatMap((wanted) =>
          teammates.filter((one) => one.status === 'active' && rank(one) === wanted).map(({ id }) => id),
        );
        expect(suggestMentions({ teammates, teams: [] }, query).map(({ id }) => id)).toEqual(expected);
      }),
      { numRuns: 1_000 },
    );
  });
});

function plain(text: string): string {
  return text.toLowerCase().replaceAll('á', 'a');
}
