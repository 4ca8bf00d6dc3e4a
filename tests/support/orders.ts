import fc from 'fast-check';

/** All orders of the numbers below `count`. */
export function allOrders(count: number): number[][] {
  const orders = (left: readonly number[]): number[][] =>
    left.length === 0
      ? [[]]
      : left.flatMap((first) =>
          orders(left.filter((each) => each !== first)).map((rest) => [first, ...rest]),
        );
  return orders(Array.from({ length: count }, (_, index) => index));
}

/** One thing of an order: which it is, and how often it came before. */
export type Turn = Readonly<{ place: number; time: number }>;

/** Orders of so many things that come twice each: backwards, as they happened, and `runs` that are drawn. */
export function ordersOfTwice(
  count: number,
  { runs, seed }: Readonly<{ runs: number; seed: number }>,
): Turn[][] {
  const twice = Array.from({ length: count * 2 }, (_, index) => index);
  const drawn = fc.sample(fc.shuffledSubarray(twice, { minLength: twice.length }), { numRuns: runs, seed });
  return [twice.toReversed(), twice, ...drawn].map((order) =>
    order.map((index) => ({ place: index % count, time: Math.floor(index / count) })),
  );
}
