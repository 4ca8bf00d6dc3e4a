import { describe, expect, it } from 'vitest';
import { eachOf } from '@/server/jobs/each-of';

describe('work on many items', () => {
  it('runs so many at a time and no more, and keeps the order of the results', async () => {
    let running = 0;
    let most = 0;
    const results = await eachOf([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
      running++;
      most = Math.max(most, running);
      await new Promise((done) => setTimeout(done, 10 - item));
      running--;
      return item * 2;
    });
    expect(results).toEqual([2, 4, 6, 8, 10, 12, 14]);
    expect(most).toBe(3);
  });
});
