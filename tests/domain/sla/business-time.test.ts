import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addOpenTime,
  type BusinessCalendar,
  isOpen,
  nextOpening,
  type OpenSlot,
  openHours,
  openTimeBetween,
} from '@/domain/sla/business-time';

const MINUTE = 60_000;
const OFFICE: OpenSlot[] = [{ from: 540, to: 1020 }];

const calendar = (over: Partial<BusinessCalendar> = {}): BusinessCalendar => ({
  timeZone: 'Europe/Budapest',
  week: [[], OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, []],
  holidays: new Map(),
  extraDays: new Map(),
  ...over,
});

const everyDay = (slots: OpenSlot[]) => Array.from({ length: 7 }, () => slots);
const due = (over: Partial<BusinessCalendar>, start: string, minutes: number) =>
  addOpenTime(openHours(calendar(over)), new Date(start), minutes * MINUTE)
    ?.toISOString()
    .slice(0, 16);
const between = (over: Partial<BusinessCalendar>, start: string, end: string) =>
  openTimeBetween(openHours(calendar(over)), new Date(start), new Date(end)) / MINUTE;

describe('the edge cases of the semantics (contracts H.6)', () => {
  const allDay = { timeZone: 'Europe/Riga', week: everyDay([{ from: 0, to: 1440 }]) };
  const night = { timeZone: 'Europe/Riga', week: everyDay([{ from: 0, to: 480 }]) };
  const nationalDay = new Map([['2026-10-23', []]]);

  test('clocks go back: eight hours from Saturday 23:00 in Riga end at Sunday 6:00', () => {
    expect(due(allDay, '2026-10-24T23:00+03:00', 480)).toBe('2026-10-25T04:00');
    expect(between(allDay, '2026-10-25T00:00+03:00', '2026-10-26T00:00+02:00')).toBe(1500);
    expect(between(night, '2026-10-25T00:00+03:00', '2026-10-26T00:00+02:00')).toBe(540);
  });

  test('clocks go forward: eight hours from Saturday 23:00 in Riga end at Sunday 8:00', () => {
    expect(due(allDay, '2026-03-28T23:00+02:00', 480)).toBe('2026-03-29T05:00');
    expect(between(allDay, '2026-03-29T00:00+02:00', '2026-03-30T00:00+03:00')).toBe(1380);
    expect(between(night, '2026-03-29T00:00+02:00', '2026-03-30T00:00+03:00')).toBe(420);
  });

  test('a holiday, a weekend and a clock change in one span', () => {
    expect(due({ holidays: nationalDay }, '2026-10-22T16:00+02:00', 480)).toBe('2026-10-26T15:00');
  });

  test('what comes in outside hours starts at the next opening', () => {
    expect(due({}, '2026-11-21T12:00+01:00', 60)).toBe('2026-11-23T09:00');
    expect(between({}, '2026-11-21T12:00+01:00', '2026-11-21T13:00+01:00')).toBe(0);
  });

  test('lunch is not worked', () => {
    const split = everyDay([
      { from: 540, to: 720 },
      { from: 780, to: 1020 },
    ]);
    expect(due({ week: split }, '2026-11-16T11:30+01:00', 60)).toBe('2026-11-16T12:30');
  });

  test('the calendar counts in its own zone', () => {
    expect(due({}, '2026-11-16T08:30+01:00', 60)).toBe('2026-11-16T09:00');
    expect(due({ timeZone: 'Europe/Riga' }, '2026-11-16T08:30+01:00', 60)).toBe('2026-11-16T08:30');
  });

  test('a worked Saturday counts, also when it is a holiday', () => {
    const saturday = new Map([['2026-11-21', OFFICE]]);
    expect(due({ extraDays: saturday }, '2026-11-20T16:30+01:00', 120)).toBe('2026-11-21T09:30');
    const both = { extraDays: saturday, holidays: new Map([['2026-11-21', []]]) };
    expect(due(both, '2026-11-20T16:30+01:00', 120)).toBe('2026-11-21T09:30');
    expect(due({}, '2026-11-20T16:30+01:00', 120)).toBe('2026-11-23T09:30');
  });
});

describe('edges', () => {
  test('time used up exactly at closing is due at the closing instant', () => {
    expect(due({}, '2026-11-17T16:00+01:00', 60)).toBe('2026-11-17T16:00');
  });

  test('nothing to wait for is due at once, even while closed', () => {
    expect(due({}, '2026-11-21T12:00+01:00', 0)).toBe('2026-11-21T11:00');
  });

  test('a calendar that never opens has no due date and no opening, and does not search for ever', () => {
    const never = openHours(calendar({ week: everyDay([]) }));
    expect(addOpenTime(never, new Date('2026-11-16T10:00Z'), MINUTE)).toBeNull();
    expect(nextOpening(never, new Date('2026-11-16T10:00Z'))).toBeNull();
  });

  test('slots that overlap count once', () => {
    const week = everyDay([
      { from: 540, to: 720 },
      { from: 600, to: 780 },
    ]);
    expect(between({ week }, '2026-11-16T00:00+01:00', '2026-11-17T00:00+01:00')).toBe(240);
  });

  test('a half holiday is worked until noon', () => {
    const holidays = new Map([['2026-12-24', [{ from: 540, to: 720 }]]]);
    expect(between({ holidays }, '2026-12-24T00:00+01:00', '2026-12-25T00:00+01:00')).toBe(180);
  });

  test('open begins with the opening instant and ends before the closing one', () => {
    const hours = openHours(calendar());
    expect(isOpen(hours, new Date('2026-11-16T09:00+01:00'))).toBe(true);
    expect(isOpen(hours, new Date('2026-11-16T17:00+01:00'))).toBe(false);
    expect(nextOpening(hours, new Date('2026-11-16T17:00+01:00'))?.toISOString()).toBe(
      '2026-11-17T08:00:00.000Z',
    );
  });

  test('an unknown time zone is refused', () => {
    expect(() => openHours(calendar({ timeZone: 'Europe/Atlantis' }))).toThrow(RangeError);
  });
});

describe('against a walk minute by minute', () => {
  const zones = [
    'Europe/Budapest',
    'Europe/Riga',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'UTC',
  ];
  const slot = fc
    .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 40 }))
    .map(([from, length]) => ({ from: from * 15, to: Math.min(1440, (from + length) * 15) }));
  const calendars = fc.record({
    timeZone: fc.constantFrom(...zones),
    week: fc.array(fc.array(slot, { maxLength: 3 }), { minLength: 7, maxLength: 7 }),
    holidays: fc.constant(new Map([['2026-10-25', [] as OpenSlot[]]])),
    extraDays: fc.constant(new Map([['2026-03-29', OFFICE]])),
  });
  /** Around both clock changes of a year, and days without one. */
  const starts = fc
    .tuple(
      fc.constantFrom('2026-03-27', '2026-10-23', '2026-04-03', '2026-10-31', '2026-06-10'),
      fc.integer({ min: 0, max: 4320 }),
    )
    .map(([date, minute]) => Date.parse(`${date}T00:00Z`) + minute * MINUTE);

  const walk = (over: BusinessCalendar, start: number, minutes: number) => {
    const format = new Intl.DateTimeFormat('en-CA', {
      timeZone: over.timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    let open = 0;
    for (let at = start; at < start + minutes * MINUTE; at += MINUTE) {
      const [date = '', time = ''] = format.format(at).split(', ');
      const [hour = 0, minute = 0] = time.split(':').map(Number);
      const weekday = new Date(`${date}T00:00Z`).getUTCDay();
      const slots = over.extraDays.get(date) ?? over.holidays.get(date) ?? over.week[weekday] ?? [];
      if (slots.some(({ from, to }) => from <= hour * 60 + minute && hour * 60 + minute < to)) open += 1;
    }
    return open;
  };

  test('both count the same open minutes', () => {
    fc.assert(
      fc.property(calendars, starts, fc.integer({ min: 0, max: 3000 }), (over, start, minutes) => {
        const counted = openTimeBetween(openHours(over), new Date(start), new Date(start + minutes * MINUTE));
        expect(counted / MINUTE).toBe(walk(over, start, minutes));
      }),
      { numRuns: 150 },
    );
  });

  test('what is added is what lies between, at the earliest instant', () => {
    fc.assert(
      fc.property(calendars, starts, fc.integer({ min: 1, max: 6000 }), (over, start, minutes) => {
        const hours = openHours(over);
        const end = addOpenTime(hours, new Date(start), minutes * MINUTE);
        if (!end) {
          expect(over.week.flat()).toEqual([]);
          return;
        }
        expect(openTimeBetween(hours, new Date(start), end)).toBe(minutes * MINUTE);
        expect(openTimeBetween(hours, new Date(start), new Date(end.getTime() - 1))).toBe(
          minutes * MINUTE - 1,
        );
      }),
      { numRuns: 300 },
    );
  });

  test('spans add up', () => {
    fc.assert(
      fc.property(calendars, starts, fc.tuple(fc.nat(5000), fc.nat(5000)), (over, start, [first, second]) => {
        const hours = openHours(over);
        const [a, b, c] = [start, start + first * MINUTE, start + (first + second) * MINUTE].map(
          (at) => new Date(at),
        );
        if (!a || !b || !c) throw new Error('three instants');
        expect(openTimeBetween(hours, a, b) + openTimeBetween(hours, b, c)).toBe(
          openTimeBetween(hours, a, c),
        );
      }),
      { numRuns: 300 },
    );
  });
});
