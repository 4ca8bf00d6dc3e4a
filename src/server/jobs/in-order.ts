import { eachOf } from './each-of';

type Rules<Item> = Readonly<{
  concurrency: number;
  /** Items that share a key are worked on one after the other, in the order in which they stand. */
  keysOf: (item: Item) => readonly string[];
}>;

/**
 * Runs `work` on every item, many at a time, but never on two that share a key: the later one starts when the earlier one
 * has ended, however it ended. Gives the results in the order of the items; `work` must not throw.
 */
export function inOrder<Item, Value>(
  items: readonly Item[],
  { concurrency, keysOf }: Rules<Item>,
  work: (item: Item) => Promise<Value>,
): Promise<Value[]> {
  const last = new Map<string, Promise<unknown>>();
  return eachOf(items, concurrency, (item) => {
    const keys = keysOf(item);
    const before = keys.flatMap((key) => last.get(key) ?? []);
    const done = Promise.all(before).then(() => work(item));
    for (const key of keys) last.set(key, done);
    return done;
  });
}
