import { describe, expect, it } from 'vitest';
import { rightOfWay } from '@/server/jobs/right-of-way';

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

describe('work that gives way', () => {
  it('waits for urgent work, and not longer than was said', async () => {
    const way = rightOfWay(200);
    const log: string[] = [];
    const urgent = way.first(async () => {
      await pause(60);
      log.push('urgent');
    });
    await way.giveWay();
    log.push('other');
    await urgent;
    expect(log).toEqual(['urgent', 'other']);

    const endless = way.first(() => pause(1000));
    const began = Date.now();
    await way.giveWay();
    expect(Date.now() - began).toBeLessThan(600);
    await endless;
  });

  it('does not wait for urgent work that failed', async () => {
    const way = rightOfWay(5000);
    await expect(way.first(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    const began = Date.now();
    await way.giveWay();
    expect(Date.now() - began).toBeLessThan(100);
  });
});
