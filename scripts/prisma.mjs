/**
 * The official Prisma CLI, with its schema engine served from npm (`schema-engine.mjs`), so that nothing is ever downloaded:
 * `node scripts/prisma.mjs generate | migrate deploy | migrate dev --name x | migrate diff …`
 */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const engine = join(root, 'scripts', 'schema-engine.mjs');

if (existsSync(join(root, '.env')) && !process.env.DATABASE_URL) process.loadEnvFile(join(root, '.env'));
if (process.platform !== 'win32') chmodSync(engine, 0o755);

const child = spawn(
  process.execPath,
  [join(root, 'node_modules', 'prisma', 'build', 'index.js'), ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      // The engine starts by its first line (`env node`): our own Node has to be found first.
      PATH: [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
      PRISMA_SCHEMA_ENGINE_BINARY: engine,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
