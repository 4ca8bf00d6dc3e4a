import { expect, test } from 'vitest';
import { type Reach, windowEnd, withinWindow } from '@/domain/channel/reach';

const at = new Date('2026-03-02T09:00:00Z');
const over: Reach = { state: 'template', why: 'window_over' };

test('a window ends so many hours after the customer’s last message, to the millisecond', () => {
  const until = new Date('2026-03-03T09:00:00Z');
  const last = (now: string) => withinWindow({ lastInboundAt: at, now: new Date(now) }, 24, over);
  expect(last('2026-03-03T08:59:59.999Z')).toEqual({ state: 'open', until });
  expect(last('2026-03-03T09:00:00.000Z')).toBe(over);
});

test('who never wrote opened none', () => {
  expect(windowEnd(null, 24)).toBeNull();
  expect(withinWindow({ lastInboundAt: null, now: at }, 24, over)).toBe(over);
});
