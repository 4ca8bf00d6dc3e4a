import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embeddedDatabase, note, noted, rememberedAddress } from '../../scripts/postgres/embedded.mjs';
import { stopProcess } from '../../scripts/process/alive.mjs';
import { temporaryFolder, withClient } from '../support/database';

type Server = Readonly<{ pid: number | undefined; exited: Promise<unknown>; stop: () => Promise<void> }>;

let folder: { path: string; remove: () => void };
let server: Server | undefined;

beforeAll(() => {
  folder = temporaryFolder();
  chmodSync(folder.path, 0o755);
});
afterAll(async () => {
  await server?.stop();
  const { home } = JSON.parse(readFileSync(join(folder.path, 'database.json'), 'utf8'));
  rmSync(home, { recursive: true, force: true });
  folder.remove();
});

/** Starts the database as a launcher does, and runs one statement in it. */
async function startAndAsk(sql: string): Promise<unknown> {
  const database = await embeddedDatabase(folder.path);
  server = await database.start();
  return withClient(database.address, async (client) => (await client.query(sql)).rows);
}

describe('the embedded database', () => {
  it('is made on first use, in UTF-8, with checksums and letters that know their case', async () => {
    const rows =
      await startAndAsk(`select lower('ÁRVÍZTŰRŐ ŅĒĢ') as low, current_setting('data_checksums') as sums,
      current_setting('server_encoding') as encoding`);
    expect(rows).toEqual([{ low: 'árvíztűrő ņēģ', sums: 'on', encoding: 'UTF8' }]);
  });

  it('keeps its data over a stop and a start', async () => {
    await withClient(rememberedAddress(folder.path), (client) =>
      client.query('create table kept as select 7 as number'),
    );
    await server?.stop();
    expect(await server?.exited).toBe('exit code 0');
    expect(await startAndAsk('select number from kept')).toEqual([{ number: 7 }]);
  });

  it('starts again after a SIGKILL, with what was committed', async () => {
    await withClient(rememberedAddress(folder.path), (client) => client.query('update kept set number = 8'));
    process.kill(server?.pid ?? 0, 'SIGKILL');
    expect(await server?.exited).toBe('SIGKILL');
    expect(await startAndAsk('select number from kept')).toEqual([{ number: 8 }]);
  });

  it('stops a server that a killed launcher left behind, and starts its own', async () => {
    const orphan = server;
    expect(await startAndAsk('select number from kept')).toEqual([{ number: 8 }]);
    expect(await orphan?.exited).toBe('exit code 0');
  });

  it('does not mind that another program has the number of its dead server', async () => {
    const { home } = JSON.parse(readFileSync(join(folder.path, 'database.json'), 'utf8'));
    await stopProcess(server?.pid ?? 0, ['SIGKILL'], 5_000);
    const file = join(home, 'data', 'postmaster.pid');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(process.pid)));
    expect(await startAndAsk('select number from kept')).toEqual([{ number: 8 }]);
  });

  it('remembers facts beside its address', () => {
    note(folder.path, { seeding: true });
    expect(noted(folder.path, 'seeding')).toBe(true);
    note(folder.path, { seeding: undefined });
    expect(noted(folder.path, 'seeding')).toBeUndefined();
  });

  it('never puts an empty database in the place of one that has gone missing', async () => {
    await server?.stop();
    const { home } = JSON.parse(readFileSync(join(folder.path, 'database.json'), 'utf8'));
    rmSync(join(home, 'data'), { recursive: true });
    await expect(embeddedDatabase(folder.path)).rejects.toThrow('Put that folder back, or remove the file');
  });
});
