import { describe, expect, test } from 'vitest';
import {
  cancelClock,
  countedSince,
  elapsedAt,
  fulfilClock,
  isUnfinished,
  judged,
  pauseClock,
  resumeClock,
  retargetClock,
  stateOf,
} from '@/domain/sla/clock';
import { aClock, MINUTE, monday, office } from './given';

describe('a clock', () => {
  test('is due when its open time is used up, and counts from its start', () => {
    const clock = aClock(60);
    expect(clock.dueAt).toEqual(monday('10:00'));
    expect(elapsedAt(clock, monday('09:20'))).toBe(20 * MINUTE);
    expect(elapsedAt(clock, monday('08:00'))).toBe(0);
    expect(stateOf(clock)).toBe('running');
  });

  test('stands still while it is paused, and goes on with what is left', () => {
    const paused = pauseClock(aClock(60), monday('09:20'));
    expect(paused).toMatchObject({ dueAt: null, consumed: 20 * MINUTE });
    expect(stateOf(paused)).toBe('paused');
    const resumed = resumeClock(paused, monday('11:00'));
    expect(resumed.dueAt).toEqual(monday('11:40'));
    expect(countedSince(resumed, monday('11:00'))).toBe(120 * MINUTE);
  });

  test('done exactly at its due instant is met, a moment later it is missed', () => {
    const inTime = fulfilClock(aClock(60), { at: monday('10:00') });
    expect([stateOf(inTime), isUnfinished(inTime)]).toEqual(['met', false]);
    const late = fulfilClock(aClock(60), { at: new Date(monday('10:00').getTime() + 1) });
    expect([stateOf(late), late.breachedAt]).toEqual(['missed', monday('10:00')]);
  });

  test('is late at its due instant, whenever that is noticed', () => {
    expect(judged(aClock(60), monday('15:00')).breachedAt).toEqual(monday('10:00'));
    expect(judged(aClock(60), monday('10:00')).breachedAt).toBeNull();
  });

  test('that was late before a pause stays due when it was due', () => {
    const late = resumeClock(pauseClock(aClock(60), monday('11:00')), monday('12:00'));
    expect(late).toMatchObject({ dueAt: monday('10:00'), breachedAt: monday('10:00') });
  });

  test('ends without a verdict when nobody replied or it is no longer promised', () => {
    const silent = fulfilClock(aClock(60), { at: monday('09:30'), reason: 'no_reply' });
    expect(stateOf(silent)).toBe('uncounted');
    const cancelled = cancelClock(aClock(60), { at: monday('09:30'), reason: 'spam' });
    expect([stateOf(cancelled), cancelled.reason]).toEqual(['cancelled', 'spam']);
  });

  test('keeps what it counted when its target changes', () => {
    const longer = retargetClock(aClock(60), { target: 120 * MINUTE, hours: office }, monday('09:30'));
    expect(longer).toMatchObject({ consumed: 30 * MINUTE, dueAt: monday('11:00') });
    const shorter = retargetClock(aClock(60), { target: 15 * MINUTE, hours: office }, monday('09:30'));
    expect(shorter).toMatchObject({ breachedAt: monday('09:30'), reason: 'policy_changed' });
    const calendarTime = retargetClock(aClock(60), { target: 60 * MINUTE, hours: null }, monday('09:30'));
    expect(calendarTime.dueAt).toEqual(monday('10:00'));
  });
});
