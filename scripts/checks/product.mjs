import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { settingNames } from '../../src/server/env.ts';
import { rememberedAddress } from '../postgres/embedded.mjs';
import { isAlive } from '../process/alive.mjs';
import { guard, removeAtEnd } from '../process/guard.mjs';
import { openFolder } from '../process/open-folder.mjs';
import { inRoot } from '../process/paths.mjs';
import { freePort } from '../process/ports.mjs';
import { openMailSink } from './mail-sink.mjs';

const READY = /Kalauz is ready/;
/** Vendors for whom browser tests stand in, by the variable that says where. Two files may do so side by side. */
const VENDORS = {
  E2E_META_PORT: ['graph.facebook.com', 'lookaside.fbsbx.com'],
  E2E_INSTAGRAM_PORT: ['graph.instagram.com'],
  E2E_TWILIO_PORT: ['api.twilio.com'],
};

/**
 * The whole product as `npm start` runs it, on free ports and a data folder that is thrown away, with a real SMTP server that
 * receives all its mail. Resolves when it is ready, with `stop` and with `env`, what browser tests are told:
 *
 * - `E2E_URL`: address of the web server; `E2E_SMTP_PORT`: where it receives mail
 * - `E2E_MAIL_DIR`: each mail that it sent, as `<n>.eml` with `<n>.json` (`{ from, to }` of the envelope) beside it
 * - `E2E_META_PORT`, `E2E_INSTAGRAM_PORT`, `E2E_TWILIO_PORT`: where it asks these vendors, for tests that stand in for them
 * - `DATABASE_URL`, `DATA_DIR`, `SECRET`, `PORT`, `SMTP_PORT`: as the product has them; `E2E_LAUNCHER`: its process
 */
export async function openProduct(settings = {}) {
  openFolder(inRoot('.test'));
  const dataDir = mkdtempSync(join(inRoot('.test'), 'product-'));
  // mkdtemp makes it private, and the database's own account has to pass through.
  chmodSync(dataDir, 0o755);
  openFolder(join(dataDir, 'mails'));
  removeAtEnd(dataDir);
  const sink = await openMailSink(join(dataDir, 'mails'));
  const [port, smtpPort] = [await freePort(), await freePort()];
  const vendors = await vendorPorts();
  const env = {
    ...cleared(),
    NODE_ENV: 'production',
    DATA_DIR: dataDir,
    PORT: String(port),
    SMTP_PORT: String(smtpPort),
    SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
    UNDO_SECONDS: '3',
    OUTSIDE_HOSTS: instead(vendors),
    ...settings,
  };
  const launcher = await started(env);
  const forget = guard(launcher.pid, 1, ['SIGTERM', 'SIGKILL']);
  removeAtEnd(homeIn(dataDir));
  const stop = async () => {
    launcher.kill('SIGTERM');
    while (isAlive(launcher.pid)) await pause(50);
    forget();
    await sink.stop();
    removeData(dataDir);
  };
  return { env: { ...vendors, ...forTests({ dataDir, port, smtpPort, launcher }) }, stop };
}

async function vendorPorts() {
  const ports = {};
  for (const name of Object.keys(VENDORS)) ports[name] = String(await freePort());
  return ports;
}

const instead = (ports) =>
  Object.entries(VENDORS)
    .flatMap(([name, hosts]) => hosts.map((host) => `${host}=http://127.0.0.1:${ports[name]}`))
    .join(' ');

function forTests({ dataDir, port, smtpPort, launcher }) {
  return {
    E2E_URL: `http://localhost:${port}`,
    E2E_SMTP_PORT: String(smtpPort),
    E2E_MAIL_DIR: join(dataDir, 'mails'),
    E2E_LAUNCHER: String(launcher.pid),
    PORT: String(port),
    SMTP_PORT: String(smtpPort),
    DATABASE_URL: rememberedAddress(dataDir),
    DATA_DIR: dataDir,
    SECRET: readFileSync(join(dataDir, 'secret'), 'utf8').trim(),
  };
}

/** The environment without any setting of the operator's own installation. */
function cleared() {
  const empty = Object.fromEntries(settingNames.map((name) => [name, '']));
  const { npm_lifecycle_event: _npm, ...rest } = process.env;
  return { ...rest, ...empty };
}

function started(env) {
  const launcher = spawn(process.execPath, [inRoot('scripts/start.mjs')], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((done, fail) => {
    let said = '';
    for (const stream of [launcher.stdout, launcher.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        said += text;
        if (READY.test(said)) done(launcher);
      });
    }
    launcher.once('exit', (code) =>
      fail(new Error(`npm start ended with exit code ${code}:\n${said.trim()}`)),
    );
  });
}

/** The data folder, and the database's own folder where that lies elsewhere. */
function removeData(dataDir) {
  for (const folder of [homeIn(dataDir), dataDir])
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

const homeIn = (dataDir) => JSON.parse(readFileSync(join(dataDir, 'database.json'), 'utf8')).home;
