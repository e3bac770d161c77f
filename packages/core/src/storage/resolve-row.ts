import { resolveSeq, type Seq } from '../shared/seq.ts';
import type { Row } from './row.ts';

/** The row with real seqs for the pending ones, when the log held `before` entries until its change. */
export function resolveRow(row: Row, before: Seq): Row {
  if (row.kind !== 'conversation') return row;
  const { number, last, waiting } = row.row;
  return {
    kind: 'conversation',
    row: {
      ...row.row,
      number: resolveSeq(number, before),
      last: { ...last, seq: resolveSeq(last.seq, before) },
      waiting: waiting && { ...waiting, seq: resolveSeq(waiting.seq, before) },
    },
  };
}
