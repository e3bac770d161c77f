import { describe, expect, it } from 'vitest';
import { type IdKind, isId, newId } from './id.ts';

const prefixes: Record<IdKind, string> = {
  workspace: 'wsp',
  conversation: 'cnv',
  message: 'msg',
  contact: 'cnt',
  teammate: 'tmt',
  team: 'tem',
  delivery: 'dlv',
  attachment: 'att',
  session: 'ses',
  'api-key': 'key',
  tag: 'tag',
  'saved-reply': 'svr',
  'saved-view': 'svv',
  notification: 'ntf',
  job: 'job',
  webhook: 'whk',
};
const kinds = Object.keys(prefixes) as IdKind[];

describe('newId', () => {
  it.each(kinds)('makes a UUIDv7 of the present behind the prefix of a %s', (kind) => {
    const before = Date.now();
    const [prefix, uuid = ''] = newId(kind).split('_');
    expect(prefix).toBe(prefixes[kind]);
    expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const time = Number.parseInt(uuid.replaceAll('-', '').slice(0, 12), 16);
    expect(time).toBeGreaterThanOrEqual(before);
    expect(time).toBeLessThanOrEqual(Date.now());
  });

  it('makes no two alike', () => {
    expect(new Set(Array.from({ length: 10_000 }, () => newId('message'))).size).toBe(10_000);
  });
});

describe('isId', () => {
  it('knows its own kind and no other', () => {
    for (const kind of kinds) expect(kinds.filter((other) => isId(other, newId(kind)))).toEqual([kind]);
  });

  const id = newId('team');
  it.each([
    '',
    'tem_',
    id.toUpperCase(),
    `${id}0`,
    ` ${id}`,
    `${id}\n`,
    id.replace('_', '-'),
    id.slice(0, -1),
    '__proto__',
  ])('does not take %j', (text) => {
    expect(isId('team', text)).toBe(false);
  });
});
