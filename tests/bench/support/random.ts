/** A source of numbers that gives the same ones for the same seed, on every machine. */
export type Random = {
  /** A number from 0 to 1, without 1. */
  readonly next: () => number;
  /** A whole number from `least` to `most`, both included. */
  readonly whole: (least: number, most: number) => number;
  /** One of the items; the first ones more often, as words are in texts. */
  readonly pick: <T>(items: readonly T[]) => T;
  /** Whether something of that probability happens. */
  readonly happens: (probability: number) => boolean;
};

/** Makes a source of numbers (the generator known as mulberry32). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: (items) => {
      const item = items[Math.floor(next() ** 1.5 * items.length)];
      if (item === undefined) throw new Error('There is nothing to pick from.');
      return item;
    },
    happens: (probability) => next() < probability,
  };
}
