import fc from 'fast-check';
import { expect, test } from 'vitest';
import { acceptBeats, type FocusSession } from '@/domain/focus/accept-beats';

const at = (seconds: number) => new Date(1_800_000_000_000 + seconds * 1000);
const beat = (sessionId: string, seconds: number) => ({
  sessionId,
  ticketId: `ticket of ${sessionId}`,
  seconds,
});
const stored = (id: string, seconds: number, lastAt: number): FocusSession => ({
  ...{ id, ticketId: `ticket of ${id}`, seconds },
  ...{ startedAt: at(lastAt - seconds), lastAt: at(lastAt) },
});

test('a first beat begins a session as long before now as it tells', () => {
  expect(acceptBeats([beat('a', 30)], { now: at(100), sessions: [], lastAt: null })).toEqual([
    { id: 'a', ticketId: 'ticket of a', startedAt: at(70), lastAt: at(100), seconds: 30 },
  ]);
});

test('what was told before changes nothing, nor does less', () => {
  const sessions = [stored('a', 60, 100)];
  const known = { now: at(200), sessions, lastAt: at(100) };
  expect(acceptBeats([beat('a', 60), beat('a', 30)], known)).toEqual([]);
});

test('a session grows by no more than the time since, and has the rest when there is room', () => {
  const sessions = [stored('a', 60, 100)];
  const [cut] = acceptBeats([beat('a', 500)], { now: at(130), sessions, lastAt: at(100) });
  expect(cut?.seconds).toBe(90);
  const later = acceptBeats([beat('a', 500)], { now: at(900), sessions: cut ? [cut] : [], lastAt: at(130) });
  expect(later[0]?.seconds).toBe(500);
  const much = acceptBeats([beat('a', 90_000)], { now: at(90_000), sessions, lastAt: at(100) });
  expect(much[0]?.seconds).toBe(660);
});

test('a session that nobody has heard of brings two minutes at most', () => {
  const known = { now: at(90_000), sessions: [], lastAt: at(0) };
  expect(acceptBeats([beat('a', 80_000)], known)[0]?.seconds).toBe(120);
});

test('whatever browsers tell in whatever order, nobody is at tickets longer than the clock ran', () => {
  const told = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 5000 }), fc.nat(300));
  fc.assert(
    fc.property(fc.array(fc.array(told, { minLength: 1, maxLength: 4 }), { maxLength: 12 }), (requests) => {
      const sessions = new Map<string, FocusSession>();
      let [now, lastAt] = [0, null as Date | null];
      for (const request of requests) {
        now += request[0]?.[2] ?? 0;
        const beats = request.map(([id, seconds]) => beat(id, seconds));
        const changed = acceptBeats(beats, { now: at(now), sessions: [...sessions.values()], lastAt });
        for (const session of changed) sessions.set(session.id, session);
        if (changed.length > 0) lastAt = at(now);
      }
      const total = [...sessions.values()].reduce((sum, { seconds }) => sum + seconds, 0);
      expect(total).toBeLessThanOrEqual(now + 120);
    }),
  );
});
