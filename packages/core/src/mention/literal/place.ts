/** A position in a line and the column it stands at; tabs stop at every fourth. */
export interface Place {
  readonly at: number;
  readonly column: number;
}

/** Where the spaces and tabs at `place` end. */
export function behindIndent(text: string, { at, column }: Place): Place {
  let [position, reached] = [at, column];
  for (; ; position += 1) {
    const sign = text[position];
    if (sign === ' ') reached += 1;
    else if (sign === '\t') reached = tabStop(reached);
    else return { at: position, column: reached };
  }
}

/** `columns` further on; within a tab, when it is wider. */
export function skipColumns(text: string, { at, column }: Place, columns: number): Place {
  const goal = column + columns;
  let [position, reached] = [at, column];
  while (reached < goal) {
    const next = text[position] === '\t' ? tabStop(reached) : reached + 1;
    if (next > goal) return { at: position, column: goal };
    reached = next;
    position += 1;
  }
  return { at: position, column: reached };
}

function tabStop(column: number): number {
  return column + 4 - (column % 4);
}
