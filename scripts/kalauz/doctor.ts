import { statfs } from 'node:fs/promises';
import { connect } from 'node:net';
import { createTransport } from 'nodemailer';
import { env } from '@/server/env';
import { storage } from '@/server/storage/storage';
import { reachable, reasonsIn } from '../launcher/health.mjs';
import { whyNot } from '../process/ports.mjs';
import { buildIsStale } from '../setup/build.mjs';
import { installIsStale } from '../setup/install.mjs';
import type { Command } from './command';
import { databaseChecks } from './doctor-database';

/** What was found; `mend` says what to do, and is absent when all is well. */
export type Finding = Readonly<{ what: string; mend?: string }>;

const ROOMY = 1024 ** 3;

const doctor: Command = {
  name: 'doctor',
  usage: '',
  about: 'Checks this installation, and says how to mend what is not well.',
  run: async () => {
    const findings = [
      ...programs(),
      ...(await databaseChecks()),
      await webCheck(),
      await mailInCheck(),
      await mailOutCheck(),
      await storageCheck(),
      await diskCheck(),
    ];
    for (const { what, mend } of findings) console.log(mend ? `✗ ${what}\n    ${mend}` : `✓ ${what}`);
    const ill = findings.filter(({ mend }) => mend !== undefined).length;
    console.log(ill === 0 ? '\nAll is well.' : `\n${ill} of ${findings.length} need attention.`);
    return ill === 0 ? 0 : 1;
  },
};

export const doctorCommands: readonly Command[] = [doctor];

const isRunning = () => Boolean(process.env['KALAUZ_RUNNING']);

function programs(): Finding[] {
  return [
    { what: `Node ${process.versions.node}` },
    installIsStale()
      ? { what: 'Packages are not what package-lock.json says.', mend: 'Run: npm ci' }
      : { what: 'Packages as in package-lock.json' },
    buildIsStale()
      ? {
          what: 'There is no production build of these sources.',
          mend: 'Run: npm run build (npm start does it by itself)',
        }
      : { what: 'Production build of these sources' },
    { what: 'Settings and secret' },
  ];
}

async function webCheck(): Promise<Finding> {
  const { HOST, PORT } = env();
  const address = reachable(HOST, PORT);
  try {
    const response = await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(10_000) });
    if (response.ok) return { what: `Web server at ${address}, ready` };
    return { what: `The web server at ${address} is not ready.`, mend: await reasonsIn(response) };
  } catch {
    return {
      what: `No web server at ${address}.`,
      mend: 'Run: npm start (or npm run web, with a database of your own)',
    };
  }
}

async function mailInCheck(): Promise<Finding> {
  const { SMTP_HOST, SMTP_PORT } = env();
  if (SMTP_PORT === 0) return { what: 'Incoming SMTP is switched off (SMTP_PORT=0)' };
  const host = ['0.0.0.0', '::'].includes(SMTP_HOST) ? '127.0.0.1' : SMTP_HOST;
  const greeting = await greetingOf(host, SMTP_PORT);
  if (greeting.startsWith('220')) return { what: `Incoming SMTP at ${host}:${SMTP_PORT}` };
  if (isRunning()) {
    return {
      what: `Incoming SMTP at ${host}:${SMTP_PORT} does not greet.`,
      mend: 'The worker listens there: see worker.log in the data folder.',
    };
  }
  const code = await whyNot(SMTP_PORT, SMTP_HOST);
  if (code)
    return {
      what: `Port ${SMTP_PORT} cannot be used (${code}).`,
      mend: 'Stop what uses it, or set SMTP_PORT to another.',
    };
  return {
    what: `Nothing receives mail at ${host}:${SMTP_PORT}.`,
    mend: 'Run: npm start (or npm run worker)',
  };
}

function greetingOf(host: string, port: number): Promise<string> {
  return new Promise((done) => {
    const socket = connect({ host, port, timeout: 5_000 });
    const end = (text: string) => {
      socket.destroy();
      done(text);
    };
    socket.once('data', (bytes) => end(bytes.toString('latin1')));
    socket.once('timeout', () => end(''));
    socket.once('error', () => end(''));
  });
}

async function mailOutCheck(): Promise<Finding> {
  const { SMTP_URL } = env();
  if (!SMTP_URL) return { what: 'Outgoing mail is kept, not sent (no SMTP_URL): see Admin → Outgoing mail' };
  try {
    await createTransport(SMTP_URL).verify();
    return { what: 'Outgoing mail: the server of SMTP_URL accepts us' };
  } catch (error) {
    return {
      what: `The server of SMTP_URL refuses us: ${error instanceof Error ? error.message : error}`,
      mend: 'Check host, port, user and password in SMTP_URL.',
    };
  }
}

async function storageCheck(): Promise<Finding> {
  const { S3_BUCKET, DATA_DIR } = env();
  const where = S3_BUCKET ? `bucket ${S3_BUCKET}` : DATA_DIR;
  const key = `doctor/${process.pid}`;
  try {
    await storage().put(key, Buffer.from('well'));
    const read = await storage().get(key);
    await storage().remove(key);
    if (Buffer.from(read ?? []).toString() !== 'well') throw new Error('what is written does not come back');
    return { what: `Files can be kept in ${where}` };
  } catch (error) {
    const mend = S3_BUCKET
      ? 'Check S3_ENDPOINT, S3_BUCKET and the keys.'
      : 'Let this user write there, or set DATA_DIR.';
    return {
      what: `Files cannot be kept in ${where}: ${error instanceof Error ? error.message : error}`,
      mend,
    };
  }
}

async function diskCheck(): Promise<Finding> {
  const { bavail, bsize } = await statfs(env().DATA_DIR).catch(() => statfs('.'));
  const free = bavail * bsize;
  const what = `${(free / ROOMY).toFixed(1)} GB free on the disk`;
  return free > ROOMY ? { what } : { what, mend: 'Make room: below 1 GB the database may stop.' };
}
