import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { freeLock, lockOwner, takeLock } from '../../scripts/process/lock.mjs';
import { temporaryFolder } from '../support/database';

let folder: { path: string; remove: () => void };
let lock: string;
beforeEach(() => {
  folder = temporaryFolder();
  lock = join(folder.path, 'running.json');
});
afterEach(() => folder.remove());

it('a second launcher learns who runs already', () => {
  expect(takeLock(lock, { what: 'Kalauz', url: 'http://localhost:3000' })).toBeUndefined();
  expect(takeLock(lock, { what: 'Kalauz' })).toMatchObject({
    pid: process.pid,
    url: 'http://localhost:3000',
  });
});

it('the lock of a dead launcher is taken over', () => {
  writeFileSync(lock, JSON.stringify({ what: 'Kalauz', pid: 999_999_999, born: 'long ago' }));
  expect(takeLock(lock, { what: 'Kalauz' })).toBeUndefined();
});

it('a process that merely has the number of a dead launcher does not hold its lock', () => {
  writeFileSync(lock, JSON.stringify({ what: 'Kalauz', pid: process.ppid, born: 'at another time' }));
  expect(lockOwner(lock)).toBeUndefined();
});

it('a lock that was cut off half-written is no lock', () => {
  writeFileSync(lock, '{"what":"Kal');
  expect(takeLock(lock, { what: 'Kalauz' })).toBeUndefined();
});

it('only its owner gives a lock back', () => {
  writeFileSync(lock, JSON.stringify({ what: 'Kalauz', pid: 999_999_999, born: 'long ago' }));
  freeLock(lock);
  expect(existsSync(lock)).toBe(true);
  takeLock(lock, { what: 'Kalauz' });
  freeLock(lock);
  expect(existsSync(lock)).toBe(false);
});
