import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOf } from '@/server/crypto/keys';
import { newId } from '@/server/ids';
import { folderStorage } from '@/server/storage/folder-storage';
import { s3Storage } from '@/server/storage/s3-storage';
import { storage } from '@/server/storage/storage';
import type { Storage } from '@/server/storage/storage-contract';
import { fileKey } from '@/server/storage/storage-key';
import { storeFile } from '@/server/storage/store-file';

const folder = mkdtempSync(join(tmpdir(), 'kalauz-storage-'));
const s3 = new S3rver({
  port: 0,
  address: '127.0.0.1',
  silent: true,
  directory: join(folder, 's3'),
  configureBuckets: [{ name: 'files', configs: [] }],
});
const drivers = new Map<string, Storage>([['folder', folderStorage(join(folder, 'files'))]]);
const bucket = (port: number, name: string) =>
  s3Storage({
    bucket: name,
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${port}`,
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
    forcePathStyle: true,
  });

beforeAll(async () => {
  const { port } = await s3.run();
  drivers.set('bucket', bucket(port, 'files'));
  drivers.set('missing bucket', bucket(port, 'no-such-bucket'));
});
afterAll(async () => {
  await s3.close();
  rmSync(folder, { recursive: true });
});

function driver(name: string): Storage {
  const found = drivers.get(name);
  if (found === undefined) throw new Error(`No storage ${name}`);
  return found;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const newKey = () => fileKey(newId(), hashOf(newId()));

describe.each(['folder', 'bucket'])('a %s', (name) => {
  it('gives back what was put there', async () => {
    const key = newKey();
    await driver(name).put(key, bytesOf('árvíztűrő tükörfúrógép'));
    expect(await driver(name).exists(key)).toBe(true);
    expect(new TextDecoder().decode((await driver(name).get(key)) ?? undefined)).toBe(
      'árvíztűrő tükörfúrógép',
    );
    expect(await new Response(await driver(name).stream(key)).text()).toBe('árvíztűrő tükörfúrógép');
  });

  it('keeps every byte of a large file and of an empty one', async () => {
    const large = Uint8Array.from({ length: 3_000_000 }, (_, place) => (place * 31) % 251);
    for (const bytes of [large, new Uint8Array()]) {
      const key = newKey();
      await driver(name).put(key, bytes);
      expect(hashOf((await driver(name).get(key)) ?? bytesOf('missing'))).toBe(hashOf(bytes));
    }
  });

  it('knows what it does not have', async () => {
    const key = newKey();
    expect(await driver(name).exists(key)).toBe(false);
    expect(await driver(name).get(key)).toBeNull();
    expect(await driver(name).stream(key)).toBeNull();
  });

  it('forgets what is removed, also when asked twice', async () => {
    const key = newKey();
    await driver(name).put(key, bytesOf('x'));
    await driver(name).remove(key);
    await driver(name).remove(key);
    expect(await driver(name).exists(key)).toBe(false);
  });

  it('replaces what is put again, by many at the same time too', async () => {
    const key = newKey();
    await Promise.all(Array.from({ length: 10 }, () => driver(name).put(key, bytesOf('same'))));
    expect(await driver(name).get(key)).toHaveLength(4);
  });

  it.each([
    '../x',
    '/etc/passwd',
    'a/../b',
    'A',
    '',
    'a//b',
    'a/',
    'a\\b',
    'ő',
    'a.b',
    `a/${'b'.repeat(81)}`,
  ])('refuses the key %j', async (key) => {
    await expect(async () => await driver(name).put(key, bytesOf('x'))).rejects.toThrow('Not a storage key');
    await expect(async () => await driver(name).get(key)).rejects.toThrow('Not a storage key');
  });
});

describe('a folder', () => {
  it('spreads its files over two levels, for its owner only, and leaves nothing half-written', async () => {
    const root = join(folder, 'spread');
    await folderStorage(root).put('w/abcdef', bytesOf('x'));
    expect(readdirSync(join(root, 'w', 'ab', 'cd'))).toEqual(['abcdef']);
    expect(statSync(join(root, 'w', 'ab', 'cd', 'abcdef')).mode & 0o077).toBe(0);
  });

  it('fails loudly where it cannot write', async () => {
    const root = join(folder, 'a-file');
    writeFileSync(root, 'in the way');
    await expect(folderStorage(root).put('w/abcdef', bytesOf('x'))).rejects.toThrow();
  });
});

describe('a bucket', () => {
  it('that does not exist is an error and not an empty one', async () => {
    await expect(driver('missing bucket').get(newKey())).rejects.toThrow();
    await expect(driver('missing bucket').put(newKey(), bytesOf('x'))).rejects.toThrow();
  });
});

describe('storeFile', () => {
  it('keeps the same bytes once in a workspace, and apart from those of another', async () => {
    const [one, other] = [newId(), newId()];
    const first = await storeFile(one, bytesOf('számla'));
    expect(first).toEqual({ sha256: hashOf('számla'), size: 7, key: `${one}/${hashOf('számla')}` });
    expect(await storeFile(one, bytesOf('számla'))).toEqual(first);
    expect(await storage().exists(fileKey(other, first.sha256))).toBe(false);
    expect(await storage().get(first.key)).toEqual(Buffer.from('számla'));
  });
});
