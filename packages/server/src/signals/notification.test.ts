import { newId, type Presence } from '@deskkit/core';
import { expect, it } from 'vitest';
import { encodeNotifications, parseNotification } from './notification.ts';

const presence: Presence = {
  conversation: newId('conversation'),
  who: { kind: 'teammate', id: newId('teammate') },
  doing: 'viewing',
};

it('splits what is too much for one payload, and loses nothing of it', () => {
  const grew = Array.from({ length: 300 }, (_, seq) => [newId('workspace'), seq] as const);
  const present = Array.from({ length: 100 }, () => [newId('workspace'), presence] as const);
  const payloads = encodeNotifications({ node: 'n', grew, present });
  expect(payloads.every((payload) => Buffer.byteLength(payload) < 8_000)).toBe(true);
  const parsed = payloads.map(parseNotification);
  expect(parsed.flatMap((one) => one?.grew ?? [])).toEqual(grew);
  expect(parsed.flatMap((one) => one?.present ?? [])).toEqual(present);
  expect(encodeNotifications({ node: 'n', grew: [], present: [] })).toEqual([]);
});

it('leaves out what is longer than a signal may be', () => {
  const long = { ...presence, who: { kind: 'teammate', id: 'x'.repeat(4_096) } } as Presence;
  const here = newId('workspace');
  const [payload, ...more] = encodeNotifications({ node: 'n', grew: [[here, 1]], present: [[here, long]] });
  expect([parseNotification(payload), more]).toEqual([{ node: 'n', grew: [[here, 1]], present: [] }, []]);
});

it('understands nodes that know nothing of presence', () => {
  expect(parseNotification('{"node":"n","grew":[["wsp_1",2]]}')).toEqual({
    node: 'n',
    grew: [['wsp_1', 2]],
    present: [],
  });
});
