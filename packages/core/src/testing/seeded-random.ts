/** Chance that is the same on every run of the same seed. */
export interface SeededRandom {
  /** A whole number from 0 to below `bound`. */
  below(bound: number): number;
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
  shuffle<Item>(items: readonly Item[]): Item[];
}

export function createSeededRandom(seed: number): SeededRandom {
  // Marsaglia's xorshift of 32 bits ("Xorshift RNGs", 2003): its period is 2^32 - 1, and zero is no state of it.
  let state = (seed ^ 0x9e3779b9) | 0 || 1;
  const below = (bound: number) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return Math.floor(((state >>> 0) / 2 ** 32) * bound);
  };
  return {
    below,
    pick: (items) => items[below(items.length)] ?? items[0],
    shuffle: (items) =>
      items
        .map((item) => ({ item, at: below(2 ** 30) }))
        .sort((one, other) => one.at - other.at)
        .map(({ item }) => item),
  };
}
