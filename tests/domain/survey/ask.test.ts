import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localTimeOf } from '@/domain/shared/local-time';
import { afterQuietHours, dueToAsk, mayAskFrom, paceOf, skipOf, termsOfInvite } from '@/domain/survey/ask';

const at = (iso: string) => new Date(iso);
const NIGHT = { from: 20 * 60, until: 8 * 60 };

describe('who is asked about a solution', () => {
  const solved = {
    status: 'solved',
    spam: false,
    mergedIntoId: null,
    firstRepliedAt: at('2026-03-02T09:00:00Z'),
    customerSpoke: true,
  };

  it.each([
    [{}, null],
    [{ status: 'closed' }, null],
    [{ status: 'open' }, 'reopened'],
    [{ spam: true }, 'spam'],
    [{ mergedIntoId: 'other' }, 'merged'],
    [{ firstRepliedAt: null }, 'no_reply'],
    [{ customerSpoke: false }, 'internal'],
  ])('%o: %s', (over, skip) => {
    expect(skipOf({ ...solved, ...over })).toBe(skip);
  });
});

describe('quiet hours on the customer’s clock', () => {
  it.each([
    ['before midnight', '2026-03-02T21:30:00Z', 'Europe/Budapest', '2026-03-03T07:00:00Z'],
    ['after midnight', '2026-03-03T02:00:00Z', 'Europe/Budapest', '2026-03-03T07:00:00Z'],
    ['in the day', '2026-03-03T11:00:00Z', 'Europe/Budapest', '2026-03-03T11:00:00Z'],
    ['at the first quiet minute', '2026-03-02T19:00:00Z', 'Europe/Budapest', '2026-03-03T07:00:00Z'],
    ['at the last quiet minute', '2026-03-03T06:59:00Z', 'Europe/Budapest', '2026-03-03T07:00:00Z'],
    ['at the first loud minute', '2026-03-03T07:00:00Z', 'Europe/Budapest', '2026-03-03T07:00:00Z'],
    ['in the night of the jump forward', '2026-03-28T22:00:00Z', 'Europe/Riga', '2026-03-29T05:00:00Z'],
    ['in the night of the jump back', '2026-10-24T20:00:00Z', 'Europe/Riga', '2026-10-25T06:00:00Z'],
    [
      'in another zone at the same instant',
      '2026-03-02T21:30:00Z',
      'America/New_York',
      '2026-03-02T21:30:00Z',
    ],
    ['where the day is ahead', '2026-03-02T12:00:00Z', 'Pacific/Auckland', '2026-03-02T19:00:00Z'],
  ])('%s', (_name, from, zone, until) => {
    expect(afterQuietHours(at(from), NIGHT, zone)).toEqual(at(until));
  });

  it('never ends within them, never comes before, and never waits longer than a day and an hour', () => {
    const zones = [
      'Europe/Riga',
      'Europe/Budapest',
      'America/New_York',
      'Pacific/Auckland',
      'Asia/Kathmandu',
    ];
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(
        fc.date({ min: at('2026-01-01T00:00:00Z'), max: at('2027-01-01T00:00:00Z'), noInvalidDate: true }),
        fc.tuple(minute, minute),
        fc.constantFrom(...zones),
        (start, [from, until], zone) => {
          const end = afterQuietHours(start, { from, until }, zone);
          expect(end.getTime()).toBeGreaterThanOrEqual(start.getTime());
          expect(end.getTime() - start.getTime()).toBeLessThanOrEqual(25 * 3_600_000);
          const local = localTimeOf(end, zone);
          const now = Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));
          const quiet =
            from < until ? now >= from && now < until : from !== until && (now >= from || now < until);
          // Where the clock jumps over the end of the quiet hours, they end at the jump.
          if (quiet) expect(Math.abs(now - until)).toBeLessThanOrEqual(60);
        },
      ),
    );
  });

  it('come after the delay', () => {
    const solvedAt = at('2026-03-02T15:00:00Z');
    expect(dueToAsk(solvedAt, { delayMinutes: 24 * 60, quiet: NIGHT }, 'Europe/Riga')).toEqual(
      at('2026-03-03T15:00:00Z'),
    );
    expect(dueToAsk(solvedAt, { delayMinutes: 240, quiet: NIGHT }, 'Europe/Riga')).toEqual(
      at('2026-03-03T06:00:00Z'),
    );
    expect(dueToAsk(solvedAt, { delayMinutes: 240, quiet: null }, 'Europe/Riga')).toEqual(
      at('2026-03-02T19:00:00Z'),
    );
  });
});

describe('how often', () => {
  const asked = at('2026-03-01T00:00:00Z');

  it('waits for the throttle, and 90 days about the relationship however short the throttle is', () => {
    expect(mayAskFrom(null, { kind: 'csat', throttleDays: 14 })).toBeNull();
    expect(mayAskFrom(asked, { kind: 'csat', throttleDays: 14 })).toEqual(at('2026-03-15T00:00:00Z'));
    expect(mayAskFrom(asked, { kind: 'nps', throttleDays: 14 })).toEqual(at('2026-05-30T00:00:00Z'));
    expect(mayAskFrom(asked, { kind: 'nps', throttleDays: 180 })).toEqual(at('2026-08-28T00:00:00Z'));
  });

  it('reminds once and before the end, or not at all', () => {
    expect(termsOfInvite(asked, { expireDays: 14, remindAfterDays: 5 })).toEqual({
      expiresAt: at('2026-03-15T00:00:00Z'),
      remindAt: at('2026-03-06T00:00:00Z'),
    });
    expect(termsOfInvite(asked, { expireDays: 5, remindAfterDays: 5 }).remindAt).toBeNull();
    expect(termsOfInvite(asked, { expireDays: 5, remindAfterDays: null }).remindAt).toBeNull();
  });

  it('asks so many a day at an even pace, one at once, and makes up for at most an hour', () => {
    const now = at('2026-03-02T00:00:00Z');
    const first = paceOf(null, { perDay: 24, now });
    expect(first.many).toBe(1);
    const next = first.after(1);
    expect(paceOf(next, { perDay: 24, now: at('2026-03-02T00:59:00Z') }).many).toBe(0);
    expect(paceOf(next, { perDay: 24, now: at('2026-03-02T01:00:00Z') }).many).toBe(1);
    expect(paceOf(next, { perDay: 240, now: at('2026-03-09T00:00:00Z') }).many).toBe(10);
  });

  it('never asks more than the quota and an hour’s worth within a day, however often it looks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 1, max: 240 }), (perDay, minutes) => {
        let [sent, pacedUntil] = [0, null as Date | null];
        const start = at('2026-03-02T00:00:00Z').getTime();
        for (let now = start; now < start + 86_400_000; now += minutes * 60_000) {
          const pace = paceOf(pacedUntil, { perDay, now: new Date(now) });
          sent += pace.many;
          pacedUntil = pace.after(pace.many);
        }
        expect(sent).toBeLessThanOrEqual(perDay + Math.ceil(perDay / 24) + 1);
      }),
      { numRuns: 50 },
    );
  });
});
