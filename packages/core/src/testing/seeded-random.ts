/** Chance that is the same on every run of the same seed. */
export interface SeededRandom {
  /** A whole number from 0 to below `bound`. */
  below(bound: number): number;
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
  shuffle<Item>(items: readonly Item[]): Item[];
}

export function createSeededRandom(seed: number): SeededRandom {
  let state = seed;
  // A linear congruential generator with the constants of ISO C; its high bits are good enough for tests.
  const below = (bound: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * bound);
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
