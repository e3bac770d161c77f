/** A place in a workspace's log: 1 for its first event, without gaps. */
export type Seq = number;

/**
 * The seq that the `index`-th event of a change will get. Nobody knows it before the commit, so rows made for
 * that change carry this stand-in, a negative number, and storage replaces it.
 */
export function pendingSeq(index: number): Seq {
  return -1 - index;
}

/** The seq behind a stand-in, when the log held `before` events until this change. Real seqs stay as they are. */
export function resolveSeq(seq: Seq, before: Seq): Seq {
  return seq < 0 ? before - seq : seq;
}
