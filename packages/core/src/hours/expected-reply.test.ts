import { describe, expect, it } from 'vitest';
import { toInstant } from '../shared/instant.ts';
import { expectedReply } from './expected-reply.ts';
import { daily, weekly } from './testing/build-hours.ts';

const never = daily('Europe/Lisbon', '');
const mondays = weekly('Europe/Lisbon', { monday: '09:00-17:00' });

const open = toInstant(Date.parse('2026-01-26T10:00:00Z'));
const closed = toInstant(Date.parse('2026-01-26T17:00:00Z'));

describe('expectedReply', () => {
  it.each([
    ['open', mondays, 15, open, { kind: 'within', minutes: 15 }],
    ['open, without experience', mondays, null, open, { kind: 'unknown' }],
    ['closed', mondays, 15, closed, { kind: 'from', opensAt: '2026-02-02T09:00:00.000Z' }],
    ['closed, without experience', mondays, null, closed, { kind: 'from', opensAt: '2026-02-02T09:00:00.000Z' }],
    ['never open', never, 15, open, { kind: 'unknown' }],
    ['no hours', null, 15, closed, { kind: 'within', minutes: 15 }],
    ['nothing known', null, null, closed, { kind: 'unknown' }],
  ] as const)('%s', (_, hours, typicalMinutes, at, expected) => {
    expect(expectedReply({ hours, typicalMinutes }, at)).toEqual(expected);
  });
});
