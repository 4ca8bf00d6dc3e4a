import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv, settingNames, WrongSettings } from '../../src/server/env.ts';
import { openFolder } from '../process/open-folder.mjs';
import { inRoot } from '../process/paths.mjs';
import { whyNot } from '../process/ports.mjs';

/** Stands in for the embedded database's address while the other settings are checked. */
const EMBEDDED = 'postgresql://embedded/kalauz';

/**
 * The settings of this start, from the environment and `.env`. `isEmbedded` says that no DATABASE_URL is set; a secret is then
 * made and kept in the data folder. Throws one error with a sentence for each value that cannot be worked with.
 */
export function readSettings(mode) {
  if (existsSync(inRoot('.env'))) process.loadEnvFile(inRoot('.env'));
  const isEmbedded = !process.env.DATABASE_URL;
  const dataDir = resolve(process.env.DATA_DIR || inRoot('.data'));
  const ownSecret = isEmbedded || mode === 'development';
  const given = {
    ...process.env,
    NODE_ENV: mode,
    DATA_DIR: dataDir,
    DATABASE_URL: process.env.DATABASE_URL || EMBEDDED,
    SECRET: process.env.SECRET || (ownSecret ? secretIn(dataDir) : undefined),
  };
  try {
    return { isEmbedded, settings: parseEnv(given) };
  } catch (error) {
    if (!(error instanceof WrongSettings)) throw error;
    throw new Error(
      `Kalauz cannot start with these settings (from the environment or .env):\n${error.problems.map((problem) => `  ${problem}`).join('\n')}`,
    );
  }
}

/** The settings as environment variables, for the processes that are started with them. */
export function asEnvironment(settings) {
  const values = Object.entries(settings).filter(
    ([name, value]) => settingNames.includes(name) && value !== undefined,
  );
  return Object.fromEntries(values.map(([name, value]) => [name, asTyped(value)]));
}

/** A setting as somebody would type it. */
function asTyped(value) {
  if (value instanceof Map) return [...value].map((pair) => pair.join('=')).join(' ');
  return typeof value === 'boolean' ? String(Number(value)) : String(value);
}

/** Throws one error with a sentence for each port that cannot be listened on. */
export async function refuseBusyPorts({ PORT, HOST, SMTP_PORT, SMTP_HOST }) {
  const wanted = [
    { name: 'PORT', port: PORT, host: HOST, what: 'the web server' },
    ...(SMTP_PORT > 0
      ? [{ name: 'SMTP_PORT', port: SMTP_PORT, host: SMTP_HOST, what: 'incoming mail' }]
      : []),
  ];
  const problems = [];
  for (const listener of wanted) {
    const code = await whyNot(listener.port, listener.host);
    if (code) problems.push(portSentence(listener, code));
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

function portSentence({ name, port, host, what }, code) {
  if (code === 'EADDRINUSE') {
    return `Port ${port} (${what}) is in use by another program. Stop that one, or choose another port: ${name}=${port + 1} npm start`;
  }
  if (code === 'EACCES')
    return `Port ${port} (${what}) is not for this user: ports below 1024 belong to root. Set ${name} to another.`;
  return `${host}:${port} (${what}) cannot be listened on (${code}): is ${host} an address of this machine?`;
}

function secretIn(dataDir) {
  const file = join(dataDir, 'secret');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  openFolder(dataDir);
  const secret = randomBytes(32).toString('base64');
  writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  return secret;
}
