/** Lots that fall the same way every time for one seed. */
export function drawing(seed: number) {
  let state = seed;
  /** Mulberry32 by Tommy Ettinger: a number in [0, 1). */
  const share = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const index = (length: number) => Math.floor(share() * length);
  return {
    share,
    index,
    of: <Value>(values: readonly Value[]): Value => {
      const value = values[index(values.length)];
      if (value === undefined) throw new Error('nothing to draw from');
      return value;
    },
    /** The place of a weight, as often as it weighs. */
    weighted: (weights: readonly number[]): number => {
      let left = share() * weights.reduce((sum, weight) => sum + weight, 0);
      for (const [place, weight] of weights.entries()) {
        left -= weight;
        if (left < 0) return place;
      }
      return weights.length - 1;
    },
    /** Mostly below `mean`, sometimes far above it, never nothing: as waits are. */
    around: (mean: number): number => Math.max(1, -Math.log(1 - share() * 0.98) * mean),
  };
}
