import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  countedTo,
  IDLE_CUT,
  isNewSession,
  type Meter,
  meterFrom,
  withInput,
  withVisible,
} from '@/domain/focus/meter';

test('time counts up to the idle cut after the last sign, and not while the page is away', () => {
  let meter = withInput(meterFrom(0, true), 60_000);
  meter = withInput(meter, 400_000);
  expect(meter.counted).toBe(60_000 + IDLE_CUT);
  meter = withVisible(meter, 410_000, false);
  meter = withVisible(meter, 900_000, true);
  expect(countedTo(meter, 920_000).counted).toBe(60_000 + IDLE_CUT + 10_000 + 20_000);
});

test('after half an hour without a sign a session of its own begins', () => {
  expect(isNewSession(meterFrom(0, true), 30 * 60_000)).toBe(false);
  expect(isNewSession(meterFrom(0, true), 30 * 60_000 + 1)).toBe(true);
});

type Event = readonly [number, 'sign' | 'away' | 'back'];

/** Counts second by second: visible, and a sign within the cut. */
function plainly(events: readonly Event[], seconds: number): number {
  const counts = (second: number) => {
    const past = events.filter(([at]) => at <= second);
    const visible = past.findLast(([, kind]) => kind !== 'sign')?.[1] !== 'away';
    const sign = past.findLast(([, kind]) => kind !== 'away')?.[0] ?? 0;
    return visible && (second - sign) * 1000 < IDLE_CUT;
  };
  return Array.from({ length: seconds }, (_, second) => second).filter(counts).length;
}

test('the meter counts what counting second by second gives, however people come and go', () => {
  const event = fc.tuple(fc.nat(900), fc.constantFrom('sign', 'away', 'back'));
  const step = (meter: Meter, [second, kind]: readonly [number, string]) =>
    kind === 'sign' ? withInput(meter, second * 1000) : withVisible(meter, second * 1000, kind === 'back');
  fc.assert(
    fc.property(fc.array(event, { maxLength: 12 }), (given) => {
      const events = given.toSorted(([a], [b]) => a - b) as Event[];
      const meter = countedTo(events.reduce(step, meterFrom(0, true)), 1_000_000);
      expect(meter.counted / 1000).toBe(plainly(events, 1000));
    }),
    { numRuns: 200 },
  );
});
