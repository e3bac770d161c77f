import { resolveSeq, type Seq } from '../shared/seq.ts';
import type { Row } from './row.ts';

/** The row with real seqs for the pending ones, when the log held `before` entries until its change. */
export function resolveRow(row: Row, before: Seq): Row {
  return mapSeqs(row, (seq) => resolveSeq(seq, before));
}

/** The row with every seq in it that may be pending put through `map`. */
export function mapSeqs(row: Row, map: (seq: Seq) => Seq): Row {
  if (row.kind !== 'conversation') return row;
  const { number, last, waiting } = row.row;
  return {
    kind: 'conversation',
    row: {
      ...row.row,
      number: map(number),
      last: { ...last, seq: map(last.seq) },
      waiting: waiting && { ...waiting, seq: map(waiting.seq) },
    },
  };
}
