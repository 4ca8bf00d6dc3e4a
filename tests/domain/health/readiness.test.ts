import { expect, test } from 'vitest';
import { type Facts, readiness } from '@/domain/health/readiness';

const WELL: Facts = {
  database: { milliseconds: 1 },
  migrations: { applied: 6, pending: [], broken: [] },
  worker: { ageSeconds: 5 },
  mail: { mailboxes: 1, failing: 0, held: 3 },
  queue: { ageSeconds: 2, waiting: 10, dead: 1 },
  clocks: { checked: 10, drifted: 0 },
  numbers: { checked: 10, drifted: 0 },
  disk: { freeBytes: 10 ** 10 },
};

const reasons = (over: Partial<Facts>) =>
  readiness({ ...WELL, ...over }).checks.flatMap(({ reason }) => reason ?? []);

test('an installation that is well is ready, held mail and dead letters or not', () => {
  expect(readiness(WELL)).toMatchObject({ ready: true });
  expect(reasons({})).toEqual([]);
});

test.each([
  ['database.down', { database: null }],
  ['migrations.pending', { migrations: { applied: 5, pending: ['6'], broken: [] } }],
  ['migrations.broken', { migrations: { applied: 5, pending: ['7'], broken: ['6'] } }],
  ['worker.never', { worker: { ageSeconds: null } }],
  ['worker.silent', { worker: { ageSeconds: 61 } }],
  ['queue.old', { queue: { ageSeconds: 301, waiting: 1, dead: 0 } }],
  ['disk.full', { disk: { freeBytes: 1000 } }],
  ['disk.unknown', { disk: null }],
] as const)('%s makes it not ready', (reason, over) => {
  expect(reasons(over)).toEqual([reason]);
  expect(readiness({ ...WELL, ...over }).ready).toBe(false);
});

test('the bounds themselves are still well', () => {
  expect(reasons({ worker: { ageSeconds: 60 }, queue: { ageSeconds: 300, waiting: 1, dead: 0 } })).toEqual(
    [],
  );
});

test('a mailbox that fails is told, and does not take the installation out of service', () => {
  const over = { mail: { mailboxes: 2, failing: 1, held: 0 } };
  expect(reasons(over)).toEqual(['mail.failing']);
  expect(readiness({ ...WELL, ...over }).ready).toBe(true);
});

test('due times that differ from their history are told, and stop nothing', () => {
  const over = { clocks: { checked: 10, drifted: 1 } };
  expect(reasons(over)).toEqual(['clocks.drifted']);
  expect(readiness({ ...WELL, ...over }).ready).toBe(true);
});

test('numbers that differ from their history are told, and stop nothing', () => {
  const over = { numbers: { checked: 10, drifted: 1 } };
  expect(reasons(over)).toEqual(['numbers.drifted']);
  expect(readiness({ ...WELL, ...over }).ready).toBe(true);
});

test('without a database nothing else is blamed', () => {
  const silent = { migrations: null, worker: null, mail: null, queue: null, clocks: null, numbers: null };
  expect(reasons({ ...silent, database: null })).toEqual(['database.down']);
});
