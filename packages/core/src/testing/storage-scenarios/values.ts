import type { Row, RowKind } from '../../storage/row.ts';
import { expectEqual } from '../assert.ts';
import {
  buildContact,
  buildConversation,
  buildDelivery,
  buildMessage,
  buildSession,
  buildTeam,
  buildTeammate,
  buildWork,
  buildWorkspace,
} from '../builders.ts';
import { commit, conversationRow, here, messageOf, messageRow, rowKinds, someEvents } from './given.ts';
import type { StorageScenario, StoreUnderTest } from './storage-scenario.ts';

const at = buildMessage().at;

const oneOfEachKind: readonly Row[] = [
  { kind: 'workspace', row: buildWorkspace({ addresses: ['support@example.com', 'hilfe@example.com'] }) },
  {
    kind: 'conversation',
    row: buildConversation({
      state: { status: 'snoozed', until: 'next-reply' },
      holder: { session: 'ses_1' as never, identity: null },
      sharedWith: [{ teammate: 'tmt_1' as never, since: 3 }],
      waiting: null,
    }),
  },
  { kind: 'message', row: buildMessage({ author: { kind: 'outsider' }, channel: null }) },
  { kind: 'delivery', row: buildDelivery({ state: 'failed', reason: 'refused', detail: '550 no such mailbox' }) },
  {
    kind: 'attachment',
    row: {
      id: 'att_1' as never,
      version: 1,
      name: '../../résumé (1).pdf',
      type: 'application/pdf',
      size: 0,
      conversation: null,
      by: { kind: 'system' },
      internal: true,
    },
  },
  { kind: 'contact', row: buildContact({ identities: [{ kind: 'email', value: 'a@example.com', proof: 'proven' }] }) },
  { kind: 'teammate', row: buildTeammate({ teams: ['tem_1' as never], status: 'deactivated' }) },
  { kind: 'team', row: buildTeam() },
  { kind: 'session', row: buildSession({ identity: 'user 1' }) },
  {
    kind: 'api-key',
    row: { id: 'key_1' as never, version: 1, name: '', scopes: ['mail:write'], hash: '0', createdAt: at },
  },
  {
    kind: 'idempotent-answer',
    row: { id: 'any text', version: 1, hash: 'ab', wrote: [{ kind: 'message', id: 'msg_1' }] },
  },
];

/** Those that have no builder: to storage one kind is as good as another. */
const oneOfEachOther = rowKinds
  .filter((kind) => !oneOfEachKind.some((row) => row.kind === kind))
  .map(
    (kind) =>
      ({ kind, row: { id: `a/b of ${kind}`, version: 7, seq: -1, of: { kind: [kind, null, 1.5] } } }) as never as Row,
  );

/** Puts a message with this text, and expects it back. */
async function expectText({ storage }: StoreUnderTest, text: string, what: string): Promise<void> {
  const given = messageOf('msg_1', text);
  await commit(storage, { put: [messageRow(given)] });
  expectEqual(await storage.find(here, 'message', ['msg_1']), [given], what);
  expectEqual(await storage.list(here, 'message', { limit: 2 }), [given], what);
}

export const valueScenarios = [
  {
    key: 'rows-come-back-whole',
    title: 'a row of every kind comes back as it was given, by id and in lists, and is replaced whole',
    async run({ storage }) {
      const rows = [...oneOfEachKind, ...oneOfEachOther];
      expectEqual(new Set(rows.map(({ kind }) => kind)).size, rowKinds.length, 'kinds');
      await commit(storage, { put: rows });
      for (const { kind, row } of rows) {
        expectEqual(await storage.find<RowKind>(here, kind, [row.id]), [row], kind);
        expectEqual(await storage.list<RowKind>(here, kind, { limit: 5 }), [row], kind);
      }
      const plain = buildSession({ id: 'ses_1' as never, version: 2 });
      await commit(storage, { put: [{ kind: 'session', row: { ...plain, ...{ extra: 1 } } }] });
      await commit(storage, { put: [{ kind: 'session', row: plain }] });
      expectEqual(await storage.find(here, 'session', ['ses_1']), [plain], 'replaced row');
    },
  },
  {
    key: 'text-of-1-mb',
    title: 'a text of a megabyte comes back whole',
    run: (store) => expectText(store, 'ä😀b '.repeat(200_000), 'text'),
  },
  {
    key: 'text-in-odd-unicode',
    title: 'text in any script comes back code unit by code unit, neither composed nor trimmed',
    async run(store) {
      const texts = [
        'e\u0301 é',
        '\u202eمرحبا\u202c',
        '👩‍👩‍👧‍👦🏳️‍🌈',
        '\ufeff\u200b\u00a0',
        '\u2028\u2029',
        '\r\n\t\u0001\u001f\u007f',
        '𐀀\uffff\ue000',
      ];
      for (const text of [...texts, ` ${texts.join(' ')} `, '']) await expectText(store, text, JSON.stringify(text));
    },
  },
  {
    key: 'text-with-nul',
    title: 'U+0000 in a text comes back: rows are JSON text',
    run: (store) => expectText(store, 'a\u0000b\\u0000\u0000', 'text'),
  },
  {
    key: 'text-that-looks-like-code',
    title: 'quotes, pieces of SQL and JSON, placeholders and names of prototypes are text',
    async run(store) {
      const texts = [
        "'; DROP TABLE rows; --",
        '$1 ? :name @x %s',
        '{"a":"\\"}',
        '__proto__',
        'null',
        '\\',
        '\\x00',
        '%_',
      ];
      for (const text of texts) await expectText(store, text, text);
      const odd = JSON.parse('{"__proto__":{"x":1},"constructor":2,"":3}') as object;
      const row = { ...messageOf('msg_odd'), odd };
      await commit(store.storage, { put: [messageRow(row)] });
      expectEqual(
        JSON.stringify((await store.storage.find(here, 'message', ['msg_odd']))[0]).includes('"__proto__":{"x":1}'),
        true,
        'a key named __proto__ is kept',
      );
    },
  },
  {
    key: 'numbers-at-2-52',
    title: 'numbers up to 2 ** 53 - 1 are exact, in rows, expectations, seqs and attempts',
    async run({ storage, directory }) {
      for (const number of [2 ** 31, 2 ** 32 + 1, 2 ** 52, 2 ** 53 - 1]) {
        const row = buildConversation({
          version: number,
          number,
          waiting: { seq: number, at },
          last: { ...buildConversation().last, seq: number },
        });
        await commit(storage, { put: [conversationRow(row)], schedule: [buildWork({ attempts: 2 ** 31 - 1 })] });
        await commit(storage, { expect: [{ kind: 'conversation', id: row.id, version: number }] });
        expectEqual(await storage.find(here, 'conversation', [row.id]), [row], String(number));
      }
      const [work] = await directory.leaseWork({ kinds: ['deliver'], limit: 1, forMilliseconds: 1 });
      expectEqual(work?.attempts, 2 ** 31 - 1, 'attempts');
    },
  },
  {
    key: 'callers-cannot-change-what-is-kept',
    title: 'whoever changes what they gave or got changes nothing that is kept',
    async run({ storage, directory }) {
      const row = messageOf('msg_1');
      const cell = { sharedWith: null, team: null, teammate: null, tab: 'open' } as const;
      const ref = { kind: 'message', id: 'msg_1' } as const;
      const change = {
        put: [messageRow(row)],
        events: someEvents(1),
        cells: [{ cell: { ...cell }, by: 1 }],
        claim: [
          { ...ref, within: 'workspace' as const, key: 'k' },
          { ...ref, within: 'everywhere' as const, key: 'k' },
        ],
        schedule: [buildWork({ subject: { ...ref } })],
      };
      const read = async () => ({
        rows: await storage.find(here, 'message', ['msg_1']),
        list: await storage.list(here, 'message', { limit: 1 }),
        events: await storage.listEvents(here, { limit: 1 }),
        cells: await storage.readCells(here),
        keys: [await storage.findByKey(here, 'k'), await directory.find('k')],
      });
      const { cells } = await commit(storage, change);
      const before = JSON.stringify(await read());
      spoil(change);
      spoil(cells);
      spoil(await read());
      expectEqual(JSON.stringify(await read()), before, 'what is kept');
      const ask = { kinds: ['deliver'], limit: 1, forMilliseconds: 0 } as const;
      spoil(await directory.leaseWork(ask));
      expectEqual((await directory.leaseWork(ask))[0]?.subject, ref, 'subject of the work');
    },
  },
] as const satisfies readonly StorageScenario[];

/** Overwrites every text and number in it, however deep. */
function spoil(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    if (typeof part === 'object') spoil(part);
    else Reflect.set(value, key, 'spoilt');
  }
}
