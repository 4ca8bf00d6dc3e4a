import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PromiseMade } from '@/domain/promise/event';
import { isOpenPromise, pressing, promiseSweepAt, type TicketPromise } from '@/domain/promise/promise';
import { promiseFacts, settlePromises, takenOver } from '@/domain/promise/settle-promises';
import { openHours } from '@/domain/sla/business-time';
import { PLAIN_MESSAGE } from '@/domain/ticket/plain-message';
import type { NewMessage, TicketEvent, TicketStatus } from '@/domain/ticket/ticket';

const DAY = [{ from: 540, to: 1020 }];
const week = [[], DAY, DAY, DAY, DAY, DAY, []];
const hours = openHours({ timeZone: 'Europe/Budapest', week, holidays: new Map(), extraDays: new Map() });
const terms = { hours, riskShare: 0.75 };

/** A time of November 2026 in Budapest; the 16th is a Monday. */
const at = (day: number, time: string) => new Date(`2026-11-${day}T${time}:00+01:00`);

type Step = Readonly<{ events: readonly TicketEvent[]; at: Date; by?: 'user' | 'system' | 'customer' }>;

/** Lives through the steps from a status on; gives the stand and the kinds of all facts on the way. */
function live(steps: readonly Step[], from: TicketStatus = 'open') {
  let stand: readonly TicketPromise[] = [];
  let status = from;
  const facts: string[] = [];
  for (const { events, at, by = 'user' } of steps) {
    const to = events.flatMap((event) => (event.type === 'ticket.status_changed' ? [event.to] : [])).at(-1);
    const before = { status, mergedIntoId: null };
    const after = { status: to ?? status, mergedIntoId: null };
    const next = settlePromises(stand, { before, after, events, by: { kind: by }, at }, terms);
    facts.push(...promiseFacts(stand, next, events).map(({ type }) => type));
    stand = next;
    status = after.status;
  }
  return { stand, facts };
}

const made = (due: Date, over: Partial<PromiseMade> = {}): PromiseMade => ({
  type: 'promise.made',
  promiseId: 'p1',
  about: 'answer',
  dueAt: due.toISOString(),
  source: 'manual',
  text: '',
  messageId: null,
  sample: null,
  group: null,
  ...over,
});

const said = (over: Partial<NewMessage> = {}): TicketEvent => ({
  type: 'message.added',
  message: {
    ...PLAIN_MESSAGE,
    id: 'm1',
    direction: 'outbound',
    channel: 'email',
    author: { kind: 'user', id: 'u', name: 'Anna', address: '' },
    ...over,
  } as NewMessage,
});
const turned = (from: TicketStatus, to: TicketStatus): TicketEvent => ({
  type: 'ticket.status_changed',
  from,
  to,
});

const MONDAY = at(16, '10:00');
const promised: Step = { events: [made(at(16, '14:00'))], at: MONDAY };

describe('a promised answer', () => {
  test('is kept by a public answer of a person, at its due time still', () => {
    const { stand, facts } = live([promised, { events: [said()], at: at(16, '14:00') }]);
    expect(stand[0]).toMatchObject({
      keptAt: at(16, '14:00'),
      endedAt: at(16, '14:00'),
      brokenAt: null,
      keptById: 'm1',
    });
    expect(facts).toEqual(['promise.kept']);
  });

  test.each<[string, TicketEvent]>([
    ['a note', said({ direction: 'note' })],
    ['an automatic mail', said({ automated: 'auto_reply' })],
    ['the words of a rule', said({ author: { kind: 'system', name: 'Rule', address: '' } })],
    [
      'the customer',
      said({ direction: 'inbound', author: { kind: 'customer', id: 'c', name: '', address: '' } }),
    ],
  ])('is not kept by %s', (_, event) => {
    const { stand } = live([promised, { events: [event], at: at(16, '11:00') }]);
    expect(stand[0]).toMatchObject({ keptAt: null, endedAt: null });
  });

  test('is broken at its due time, however late somebody looks, and stays broken when it is answered', () => {
    const { stand, facts } = live([promised, { events: [said()], at: at(18, '09:00') }]);
    expect(stand[0]).toMatchObject({
      brokenAt: at(16, '14:00'),
      keptAt: null,
      reason: 'late',
      endedAt: at(18, '09:00'),
    });
    expect(facts).toEqual(['promise.broken', 'promise.met_late']);
  });

  test('a mail that leaves only after the promised time keeps nothing; one that leaves before does then', () => {
    const later = (sendAt: Date) => ({ events: [said({ scheduled: true, sendAt })], at: at(16, '11:00') });
    expect(live([promised, later(at(16, '15:00'))]).stand[0]).toMatchObject({ keptAt: null, endedAt: null });
    expect(live([promised, later(at(16, '13:00'))]).stand[0]).toMatchObject({ keptAt: at(16, '13:00') });
  });

  test('is owed again when the answer is taken back', () => {
    const undone: TicketEvent = { type: 'message.cancelled', messageId: 'm1', reason: 'undone' };
    const { stand, facts } = live([
      promised,
      { events: [said()], at: at(16, '11:00') },
      { events: [undone], at: at(16, '11:01') },
    ]);
    expect(stand[0]).toMatchObject({ keptAt: null, endedAt: null, keptById: null });
    expect(facts).toEqual(['promise.kept', 'promise.reopened']);
  });

  test('is moved, not kept, by an answer that promises another time; taking that back brings the first one back', () => {
    const again = made(at(17, '12:00'), { promiseId: 'p2', messageId: 'm1' });
    const moved = { events: [said(), again], at: at(16, '13:00') };
    const { stand, facts } = live([promised, moved]);
    expect(stand[0]).toMatchObject({ keptAt: null, brokenAt: null, reason: 'replaced', replacedById: 'p2' });
    expect(stand[1]).toMatchObject({ id: 'p2', endedAt: null, toldById: 'm1' });
    expect(facts).toEqual(['promise.replaced']);
    const undone: TicketEvent = { type: 'message.cancelled', messageId: 'm1', reason: 'undone' };
    const back = live([promised, moved, { events: [undone], at: at(16, '13:01') }]).stand;
    expect(back.filter(isOpenPromise).map(({ id }) => id)).toEqual(['p1']);
    expect(back[1]).toMatchObject({ reason: 'unsaid' });
  });

  test('does not pause: only a solution waits for the customer', () => {
    const { stand } = live([promised, { events: [turned('open', 'pending')], at: at(16, '11:00') }]);
    expect(stand[0]).toMatchObject({ pausedAt: null, dueAt: at(16, '14:00') });
  });

  test('ends uncounted when the ticket is solved without one, and with spam', () => {
    const solved = live([promised, { events: [turned('open', 'solved')], at: at(16, '11:00') }]);
    expect(solved.stand[0]).toMatchObject({ reason: 'solved', keptAt: null, brokenAt: null });
    const spam = (from: boolean, to: boolean): TicketEvent => ({ type: 'ticket.spam_changed', from, to });
    const marked = { events: [spam(false, true)], at: at(16, '11:00') };
    expect(live([promised, marked]).stand[0]).toMatchObject({ reason: 'spam' });
    const back = live([promised, marked, { events: [spam(true, false)], at: at(16, '12:00') }]);
    expect(back.stand[0]).toMatchObject({ reason: null, endedAt: null });
    const tooLate = live([promised, marked, { events: [spam(true, false)], at: at(17, '12:00') }]);
    expect(tooLate.stand[0]).toMatchObject({ reason: 'spam' });
  });
});

describe('a promised solution', () => {
  const solution: Step = { events: [made(at(17, '12:00'), { about: 'resolution' })], at: MONDAY };

  test('is kept when a person solves the ticket, and not when a rule does', () => {
    const solved = (by: 'user' | 'system') =>
      live([solution, { events: [turned('open', 'solved')], at: at(16, '16:00'), by }]).stand[0];
    expect(solved('user')).toMatchObject({ keptAt: at(16, '16:00'), reason: null });
    expect(solved('system')).toMatchObject({ keptAt: null, reason: 'solved' });
  });

  test('waits while the customer owes us an answer, and is due later by that working time', () => {
    const { stand, facts } = live([
      solution,
      { events: [turned('open', 'pending')], at: at(16, '16:00') },
      { events: [turned('pending', 'open')], at: at(18, '10:00') },
    ]);
    // One hour on Monday and three on Tuesday were left.
    expect(stand[0]).toMatchObject({ dueAt: at(18, '14:00'), pausedAt: null, brokenAt: null });
    expect(facts).toEqual(['promise.moved']);
  });

  test('is owed again when the ticket comes back before the promised time, not after', () => {
    const solved = { events: [turned('open', 'solved')], at: at(16, '16:00') };
    const back = (when: Date) =>
      live([solution, solved, { events: [turned('solved', 'open')], at: when, by: 'customer' }]).stand[0];
    expect(back(at(17, '09:00'))).toMatchObject({ keptAt: null, endedAt: null });
    expect(back(at(17, '13:00'))).toMatchObject({ keptAt: at(16, '16:00') });
  });

  test('an answer is progress: it is at risk later', () => {
    const [before] = live([solution]).stand;
    const [after] = live([solution, { events: [said()], at: at(16, '16:00') }]).stand;
    // 10 working hours until then: at risk after 7.5 of them; after the answer four are left.
    expect(before?.riskAt).toEqual(at(17, '09:30'));
    expect(after?.riskAt).toEqual(at(17, '11:00'));
  });
});

test('what a merged ticket promised is the word of the other one now; the earlier of two stands', () => {
  const [mine] = live([{ events: [made(at(17, '12:00'))], at: MONDAY }]).stand;
  const [theirs] = live([{ events: [made(at(16, '15:00'), { promiseId: 'p9' })], at: MONDAY }]).stand;
  if (!mine || !theirs) throw new Error('no promises');
  const merged = { ...theirs, endedAt: at(16, '11:00'), reason: 'merged' as const };
  const how = { at: at(16, '11:00'), newId: () => 'copy' };
  const earlier = takenOver([mine], [merged], how);
  expect(earlier.filter(isOpenPromise)).toMatchObject([{ id: 'copy', dueAt: at(16, '15:00'), reason: null }]);
  expect(earlier[0]).toMatchObject({ reason: 'replaced', replacedById: 'copy' });
  expect(
    takenOver([merged, { ...mine, dueAt: at(16, '12:00') }], [theirs], how).filter(isOpenPromise),
  ).toMatchObject([{ id: 'p1' }]);
});

test('the ticket shows what presses most', () => {
  const [open] = live([promised]).stand;
  if (!open) throw new Error('no promise');
  const broken = { ...open, id: 'b', brokenAt: at(16, '09:00'), dueAt: at(16, '09:00') };
  expect(pressing([])).toEqual({ promiseState: null, promiseDueAt: null });
  expect(pressing([open])).toEqual({ promiseState: 'open', promiseDueAt: open.dueAt });
  expect(pressing([{ ...open, warnedAt: open.riskAt }])).toMatchObject({ promiseState: 'at_risk' });
  expect(pressing([open, broken])).toEqual({ promiseState: 'broken', promiseDueAt: broken.dueAt });
  expect(pressing([{ ...open, endedAt: open.dueAt }])).toMatchObject({ promiseState: null });
});

describe('random histories', () => {
  const MINUTE = 60_000;
  type Pause = readonly [number, number];

  /** Knows the office hours by the clock on the wall alone, and nothing of the code that is tested. */
  const isOffice = (instant: number) => {
    const local = new Date(instant + 60 * MINUTE);
    const [day, hour] = [local.getUTCDay(), local.getUTCHours()];
    return day >= 1 && day <= 5 && hour >= 9 && hour < 17;
  };
  const officeMinutes = (from: number, until: number) => {
    let count = 0;
    for (let minute = from; minute < until; minute += MINUTE) count += isOffice(minute) ? 1 : 0;
    return count;
  };
  const walk = (from: number, count: number) => {
    let [now, left] = [from, count];
    for (; left > 0; now += MINUTE) left -= isOffice(now) ? 1 : 0;
    return now;
  };
  const walkedDue = (due: number, pauses: readonly Pause[]) =>
    pauses.reduce((now, [from, to]) => {
      const left = officeMinutes(from, now);
      return Math.max(now, left === 0 ? now + to - from : walk(to, left));
    }, due);

  const minutes = (least: number, most: number) => fc.integer({ min: least, max: most });
  const history = fc.record({
    start: minutes(0, 2000),
    lasts: minutes(600, 4600),
    pauses: fc.array(fc.tuple(minutes(1, 900), minutes(1, 1500)), { maxLength: 3 }),
    rest: minutes(1, 3000),
  });

  test('a solution that waits is due when a walk through the minutes says so; it is kept or broken, never both', () => {
    fc.assert(
      fc.property(history, ({ start, lasts, pauses, rest }) => {
        const begun = at(16, '09:00').getTime() + start * MINUTE;
        const due = begun + lasts * MINUTE;
        const waits = pausesOf(begun, { due, pauses });
        const end = (waits.at(-1)?.[1] ?? begun) + rest * MINUTE;
        const promise = live([
          { events: [made(new Date(due), { about: 'resolution' })], at: new Date(begun) },
          ...waits.flatMap(([from, to]) => [
            { events: [turned('open', 'pending')], at: new Date(from) },
            { events: [turned('pending', 'open')], at: new Date(to) },
          ]),
          { events: [turned('open', 'solved')], at: new Date(end) },
        ]).stand[0];
        const expected = walkedDue(due, waits);
        const broken = end > expected ? expected : undefined;
        expect(promise?.dueAt.getTime()).toBe(expected);
        expect(promise?.brokenAt?.getTime()).toBe(broken);
        expect(promise?.keptAt?.getTime()).toBe(broken ? undefined : end);
        expect(promise && promiseSweepAt(promise)).toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  /** The pauses one after the other, as long as nothing is broken by then. */
  function pausesOf(
    begun: number,
    { due, pauses }: Readonly<{ due: number; pauses: readonly Pause[] }>,
  ): readonly Pause[] {
    const placed: Pause[] = [];
    for (const [after, lasting] of pauses) {
      const from = (placed.at(-1)?.[1] ?? begun) + after * MINUTE;
      if (from > walkedDue(due, placed)) break;
      placed.push([from, from + lasting * MINUTE]);
    }
    return placed;
  }
});
