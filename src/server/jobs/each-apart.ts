import { log } from '@/server/log';

/**
 * Does `work` on one item after the other. One that fails is logged with its ids and does not keep the others from their turn,
 * nor a sweep that begins with it at each of its turns. Gives what the others gave, in their order.
 */
export async function eachApart<Item extends object, Value>(
  task: string,
  items: readonly Item[],
  work: (item: Item) => Promise<Value>,
): Promise<Value[]> {
  const done: Value[] = [];
  for (const item of items) {
    try {
      done.push(await work(item));
    } catch (error) {
      log().error({ error, task, item: idsOf(item) }, 'one of what a sweep found failed');
    }
  }
  return done;
}

/** What names it, without what it says. */
const idsOf = (item: object) =>
  Object.fromEntries(Object.entries(item).filter(([key]) => key === 'id' || key.endsWith('Id')));
