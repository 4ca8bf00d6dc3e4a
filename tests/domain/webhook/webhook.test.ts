import { expect, test } from 'vitest';
import { retryAfterOf, verdictOn } from '@/domain/webhook/webhook';

const AT = new Date('2026-03-02T09:00:00Z');
const verdict = (
  status: number | null,
  attempts: number,
  over: { retryAfter?: number; chance?: number } = {},
) =>
  verdictOn({ status, retryAfter: over.retryAfter ?? null }, { attempts, at: AT, chance: over.chance ?? 0 });

const later = (seconds: number) => ({ kind: 'retry', at: new Date(AT.getTime() + seconds * 1000) });

test('only 2xx is a success; a redirect is none', () => {
  expect(verdict(200, 1)).toEqual({ kind: 'delivered' });
  expect(verdict(204, 3)).toEqual({ kind: 'delivered' });
  expect(verdict(301, 1).kind).toBe('retry');
  expect(verdict(null, 1).kind).toBe('retry');
});

test('the schedule of Standard Webhooks: ten tries within 75 hours and 35 minutes', () => {
  const waits = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];
  for (const [index, seconds] of waits.entries()) expect(verdict(500, index + 1)).toEqual(later(seconds));
  expect(waits.reduce((sum, each) => sum + each)).toBe((75 * 60 + 35) * 60 + 5);
  expect(verdict(500, 10)).toEqual({ kind: 'failed', gone: false });
});

test('410 ends it at once', () => {
  expect(verdict(410, 1)).toEqual({ kind: 'failed', gone: true });
});

test('tries are spread over a tenth of the wait, and wait longer when the receiver asks for it', () => {
  expect(verdict(503, 2, { chance: 1 })).toEqual(later(330));
  expect(verdict(429, 1, { retryAfter: 60_000 })).toEqual(later(60));
  expect(verdict(429, 1, { retryAfter: 900 * 3_600_000 })).toEqual(later(86_400));
});

test('Retry-After is read as seconds and as a date', () => {
  expect(retryAfterOf('120', AT)).toBe(120_000);
  expect(retryAfterOf('Mon, 02 Mar 2026 09:01:00 GMT', AT)).toBe(60_000);
  expect(retryAfterOf('Mon, 02 Mar 2026 08:00:00 GMT', AT)).toBe(0);
  expect(retryAfterOf('soon', AT)).toBeNull();
  expect(retryAfterOf(undefined, AT)).toBeNull();
});
