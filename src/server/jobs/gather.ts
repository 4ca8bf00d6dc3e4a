type Waiting<Item, Value> = Readonly<{
  item: Item;
  resolve: (value: Value) => void;
  reject: (error: unknown) => void;
}>;

/**
 * Gathers what comes in while the last batch is worked on, at most `most` at a time: one item alone does not wait, and many
 * share the cost of one commit. When a batch fails, each of its items is tried alone, so that none answers for another.
 */
export function gather<Item, Value>(
  most: number,
  work: (items: readonly Item[]) => Promise<readonly Value[]>,
): (item: Item) => Promise<Value> {
  const waiting: Waiting<Item, Value>[] = [];
  let running = false;
  const run = async () => {
    if (running) return;
    running = true;
    while (waiting.length > 0) await settle(waiting.splice(0, most), work);
    running = false;
  };
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      void run();
    });
}

async function settle<Item, Value>(
  batch: readonly Waiting<Item, Value>[],
  work: (items: readonly Item[]) => Promise<readonly Value[]>,
): Promise<void> {
  try {
    const values = await work(batch.map(({ item }) => item));
    for (const [index, { resolve }] of batch.entries()) resolve(values[index] as Value);
  } catch (error) {
    const [only, ...others] = batch;
    if (others.length === 0) only?.reject(error);
    else for (const each of batch) await settle([each], work);
  }
}
