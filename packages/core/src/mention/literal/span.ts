/** A part of a text, `to` not included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Joins two lists, each in the order of the text and free of overlaps, into one such list; empty ones are dropped. */
export function joinSpans(one: readonly Span[], other: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  let [next, beside] = [0, 0];
  for (;;) {
    const [here, there] = [one[next], other[beside]];
    const span = here && (!there || here.from <= there.from) ? here : there;
    if (!span) return joined;
    if (span === here) next += 1;
    else beside += 1;
    const last = joined.at(-1);
    if (last && span.from <= last.to) joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else if (span.from < span.to) joined.push(span);
  }
}

/** Asked with rising positions: the first of `spans` that ends behind the position. */
export function spanAfter(spans: readonly Span[]): (position: number) => Span | undefined {
  let next = 0;
  return (position) => {
    for (let span = spans[next]; span && span.to <= position; span = spans[next]) next += 1;
    return spans[next];
  };
}
