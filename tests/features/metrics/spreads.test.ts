import { expect, test } from 'vitest';
import type { Measure } from '@/domain/metrics/facts';
import { measureSpread } from '@/features/metrics/spreads';
import { newNumbers } from './support';

/** Answers after some minutes each, over three months. */
async function answered() {
  const { desk, count, manager } = await newNumbers('2026-01-20T09:00:00Z');
  const { world, agent } = desk;
  const waits = [5, 45, 90, 7, 300, 12, 60, 33, 480, 2];
  for (const [index, minutes] of waits.entries()) {
    const channel = index % 2 === 0 ? 'email' : 'web';
    const { ticketId } = await world.ticket(agent, { kind: 'inbound', channel });
    world.pass(minutes * 60);
    await desk.reply(ticketId, 'solved');
    world.pass(7 * 86_400);
  }
  await count();
  return { manager, waits };
}

const question = {
  ...{ timeZone: 'Europe/Riga', weekStart: 1, filters: {}, scope: null },
  period: { from: '2026-01-20', to: '2026-03-31' },
};
/** More values than are sorted one by one. */
const MANY = 60_000;

test('percentiles of many values come from the sketch and are off by half a percent at most', async () => {
  const { manager } = await answered();
  const measure: Measure = 'first_reply';
  const exact = await measureSpread(manager, { measure, count: 10, question });
  const kept = await measureSpread(manager, { measure, count: MANY, question });
  expect(exact).toMatchObject({ median: 39, estimated: false });
  expect(kept?.estimated).toBe(true);
  // The sketch gives the value at a rank, and no mean of two neighbours.
  expect(kept?.median).toBeGreaterThan(33 * 0.995);
  expect(kept?.median).toBeLessThan(33 * 1.005);
});

test('what is kept by months and days is what the facts of the same days give', async () => {
  const { manager } = await answered();
  for (const to of ['2026-01-27', '2026-02-28', '2026-03-10', '2026-03-31']) {
    const asked = { ...question, period: { from: '2026-01-20', to } };
    const all = { measure: 'full_solution' as Measure, count: MANY };
    const kept = await measureSpread(manager, { ...all, question: asked });
    const filters = { channel: ['email', 'web'] };
    const facts = await measureSpread(manager, { ...all, question: { ...asked, filters } });
    expect(kept).toEqual(facts);
    expect(kept).not.toBeNull();
  }
});
