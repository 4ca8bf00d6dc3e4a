import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashOf } from '../../scripts/process/hash.mjs';
import { sourceHash } from '../../scripts/setup/build.mjs';
import { temporaryFolder } from '../support/database';

let folder: { path: string; remove: () => void };
beforeEach(() => {
  folder = temporaryFolder();
  mkdirSync(join(folder.path, 'src/deep'), { recursive: true });
  write('src/deep/a.ts', 'one');
  write('package-lock.json', '{}');
});
afterEach(() => folder.remove());

const write = (path: string, text: string) => writeFileSync(join(folder.path, path), text);

describe('the hash that decides whether to build again', () => {
  it('stays the same while nothing changes', () => {
    expect(sourceHash(folder.path)).toBe(sourceHash(folder.path));
  });

  it.each([
    ['a source changes', () => write('src/deep/a.ts', 'two')],
    ['a source is added', () => write('src/deep/b.ts', '')],
    ['a source goes away', () => rmSync(join(folder.path, 'src/deep/a.ts'))],
    ['the packages change', () => write('package-lock.json', '{"lockfileVersion":3}')],
    ['the configuration appears', () => write('next.config.ts', '')],
  ])('changes when %s', (_, change) => {
    const before = sourceHash(folder.path);
    change();
    expect(sourceHash(folder.path)).not.toBe(before);
  });

  it('does not change with what is not built, such as tests', () => {
    const before = sourceHash(folder.path);
    write('README.md', 'words');
    expect(sourceHash(folder.path)).toBe(before);
  });

  it('tells a renamed file from the same text under the old name', () => {
    const before = hashOf(['src'], { from: folder.path });
    rmSync(join(folder.path, 'src/deep/a.ts'));
    write('src/deep/c.ts', 'one');
    expect(hashOf(['src'], { from: folder.path })).not.toBe(before);
  });

  it('leaves out what it is told to skip', () => {
    const skip = [join(folder.path, 'src/deep')];
    const before = hashOf(['src'], { from: folder.path, skip });
    write('src/deep/a.ts', 'three');
    expect(hashOf(['src'], { from: folder.path, skip })).toBe(before);
  });
});
