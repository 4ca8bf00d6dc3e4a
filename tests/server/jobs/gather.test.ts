import { describe, expect, it } from 'vitest';
import { gather } from '@/server/jobs/gather';

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

describe('gathered work', () => {
  it('begins at once with what is there, and takes the rest together', async () => {
    const batches: number[][] = [];
    const double = gather<number, number>(3, async (items) => {
      batches.push([...items]);
      await pause(5);
      return items.map((item) => item * 2);
    });
    expect(await Promise.all([1, 2, 3, 4, 5, 6].map(double))).toEqual([2, 4, 6, 8, 10, 12]);
    expect(batches).toEqual([[1], [2, 3, 4], [5, 6]]);
    expect(await double(7)).toBe(14);
  });

  it('lets nobody answer for another', async () => {
    const work = gather<number, string>(8, async (items) => {
      await pause(1);
      if (items.includes(3)) throw new Error('three is broken');
      return items.map(String);
    });
    const results = await Promise.allSettled([1, 2, 3, 4].map(work));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(await work(5)).toBe('5');
  });
});
