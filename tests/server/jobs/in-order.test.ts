import { describe, expect, it } from 'vitest';
import { inOrder } from '@/server/jobs/in-order';

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

describe('work in order', () => {
  it('begins an item only when the earlier ones of the same key have ended', async () => {
    const log: string[] = [];
    const items = ['a1', 'b1', 'a2', 'c1', 'a3', 'b2'];
    const rules = { concurrency: 6, keysOf: (item: string) => [item.slice(0, 1)] };
    const results = await inOrder(items, rules, async (item) => {
      log.push(`${item} begins`);
      await pause(item.endsWith('1') ? 15 : 1);
      log.push(`${item} ends`);
      return item;
    });
    expect(results).toEqual(items);
    expect(log.filter((line) => line.startsWith('a'))).toEqual([
      'a1 begins',
      'a1 ends',
      'a2 begins',
      'a2 ends',
      'a3 begins',
      'a3 ends',
    ]);
    expect(log.indexOf('c1 begins')).toBeLessThan(log.indexOf('a1 ends'));
  });

  it('follows keys from item to item, so that a chain stays a chain', async () => {
    const log: number[] = [];
    const items = [
      { at: 1, keys: ['x'] },
      { at: 2, keys: ['x', 'y'] },
      { at: 3, keys: ['y'] },
    ];
    await inOrder(items, { concurrency: 3, keysOf: ({ keys }) => keys }, async ({ at }) => {
      await pause(12 - at * 4);
      log.push(at);
    });
    expect(log).toEqual([1, 2, 3]);
  });
});
