import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';

/** A setting that cannot be worked with; `problems` are sentences for the operator, one per setting. */
export class WrongSettings extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'WrongSettings';
    this.problems = problems;
  }
}

type Source = Readonly<Record<string, string | undefined>>;
type Ports = Readonly<{ from: number; to: number; otherwise: number }>;

/** Values that must not be repeated on a screen or in a log. */
const SECRETS = ['SECRET', 'DATABASE_URL', 'SMTP_URL', 'S3_SECRET_ACCESS_KEY'];
const RANDOM = 'give at least 32 random characters, as `openssl rand -base64 32` prints them';
const WEAK = /^(.)\1*$|^(secret|password|changeme|change-me|kalauz|test)/i;
const ADDRESS = /^[^\s@<>]+@[^\s@<>]+$/;

const whole = ({ from, to, otherwise }: Ports) => {
  const message = `it must be a whole number from ${from} to ${to}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .pipe(z.number().min(from, message).max(to, message))
    .default(otherwise);
};

const yesOrNo = (otherwise: boolean) =>
  z
    .enum(['0', '1', 'false', 'true', 'no', 'yes'], 'it must be 1 or 0')
    .transform((value) => ['1', 'true', 'yes'].includes(value))
    .default(otherwise);

const address = (protocols: readonly string[], example: string) =>
  z.string().refine((value) => {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    return url !== undefined && protocols.includes(url.protocol) && url.host !== '';
  }, `it must be an address such as ${example}`);

const readableFile = z.string().refine((path) => {
  try {
    return readFileSync(path).length > 0;
  } catch {
    return false;
  }
}, 'it must be the path of a file that this user can read');

const mailbox = z
  .string()
  .refine(
    (value) => ADDRESS.test(value.match(/^[^<>]*<([^<>]+)>$/)?.[1] ?? value),
    'it must be a mail address, as in no-reply@example.com or Support <support@example.com>',
  );

const text = z.string();

/** `api.vendor.test=http://127.0.0.1:8081 …`: hosts outside, and where they are asked instead. */
const hosts = z.string().transform((value, check) => {
  const pairs = value.split(/\s+/).filter(Boolean);
  const wrong = pairs.some((pair) => !/^[^=]+=https?:\/\/[^=]+$/.test(pair));
  if (wrong) {
    check.addIssue('it must be pairs such as api.vendor.test=http://127.0.0.1:8081, parted by spaces');
  }
  return new Map(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
});

const schema = z.object({
  NODE_ENV: z
    .enum(['development', 'test', 'production'], 'it must be development, test or production')
    .default('development'),
  PROCESS: z.enum(['web', 'worker', 'command'], 'it must be web, worker or command').default('web'),
  LOG_LEVEL: z
    .enum(
      ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'],
      'it must be silent, fatal, error, warn, info, debug or trace',
    )
    .default('info'),

  DATABASE_URL: address(['postgresql:', 'postgres:'], 'postgresql://user:password@localhost:5432/kalauz'),
  DATABASE_POOL: whole({ from: 2, to: 200, otherwise: 10 }),
  DATA_DIR: text.default('.data').transform((path) => resolve(path)),
  DEMO: yesOrNo(true),
  SECRET: text,

  HOST: text.default('127.0.0.1'),
  PORT: whole({ from: 1, to: 65_535, otherwise: 3000 }),
  PUBLIC_URL: address(['http:', 'https:'], 'https://help.example.com').optional(),
  TRUST_PROXY: whole({ from: 0, to: 10, otherwise: 0 }),

  SMTP_HOST: text.default('127.0.0.1'),
  SMTP_PORT: whole({ from: 0, to: 65_535, otherwise: 2525 }),
  SMTP_TLS_CERT: readableFile.optional(),
  SMTP_TLS_KEY: readableFile.optional(),
  MAX_MAIL_MB: whole({ from: 1, to: 100, otherwise: 35 }),

  MAIL_AUTH: yesOrNo(false),
  SMTP_URL: address(['smtp:', 'smtps:'], 'smtp://user:password@smtp.example.com:587').optional(),
  MAIL_FROM: mailbox.optional(),
  MAIL_DOMAIN: text
    .regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i, 'it must be a domain name, such as example.com')
    .optional(),
  UNDO_SECONDS: whole({ from: 0, to: 120, otherwise: 10 }),
  API_REQUESTS_PER_MINUTE: whole({ from: 1, to: 1_000_000, otherwise: 3000 }),
  WORKER_CONCURRENCY: whole({ from: 1, to: 64, otherwise: 4 }),
  OUTSIDE_HOSTS: hosts.optional(),

  S3_BUCKET: text.optional(),
  S3_REGION: text.default('us-east-1'),
  S3_ENDPOINT: address(['http:', 'https:'], 'https://s3.example.com').optional(),
  S3_ACCESS_KEY_ID: text.optional(),
  S3_SECRET_ACCESS_KEY: text.optional(),
  S3_FORCE_PATH_STYLE: yesOrNo(false),
});

type Parsed = z.output<typeof schema>;
type Env = Readonly<Parsed & { PUBLIC_URL: string; MAIL_DOMAIN: string; MAIL_FROM: string }>;

/** The names of all settings, in the order of `.env.example`. */
export const settingNames: readonly string[] = Object.keys(schema.shape);

/** Says what this process is, whatever the environment says. A main calls it before anything reads a setting. */
export function actAs(name: Parsed['PROCESS']): void {
  process.env['PROCESS'] = name;
}

let read: Env | undefined;

/**
 * The settings of this process, read from the environment on first use and kept.
 * Throws `WrongSettings` with one sentence for each value that cannot be worked with.
 */
export function env(): Env {
  read ??= parseEnv(process.env);
  return read;
}

/** Checks `source` and fills in what is left out. An empty value counts as left out. Throws `WrongSettings`. */
export function parseEnv(source: Source): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
  if (!result.success) throw new WrongSettings(result.error.issues.map((issue) => sentence(issue, given)));
  const problems = togetherProblems(result.data);
  if (problems.length > 0) throw new WrongSettings(problems);
  return withDerived(result.data);
}

function sentence(issue: z.core.$ZodIssue, given: Source): string {
  const name = String(issue.path[0]);
  const value = given[name];
  if (value === undefined) return `${name} is not set${name === 'SECRET' ? `: ${RANDOM}` : ''}.`;
  return SECRETS.includes(name)
    ? `${name} is wrong: ${issue.message}.`
    : `${name} is "${value}": ${issue.message}.`;
}

/** What no single value shows: pairs that belong together, and a secret too weak for a real installation. */
function togetherProblems(env: Parsed): string[] {
  const pairs: readonly [keyof Parsed, keyof Parsed][] = [
    ['SMTP_TLS_CERT', 'SMTP_TLS_KEY'],
    ['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'],
  ];
  const halves = pairs
    .filter(([one, other]) => (env[one] === undefined) !== (env[other] === undefined))
    .map(([one, other]) => `${one} and ${other} belong together: set both or neither.`);
  const samePort =
    env.PORT === env.SMTP_PORT ? [`PORT and SMTP_PORT are both ${env.PORT}: each needs its own.`] : [];
  return [...halves, ...samePort, ...secretProblems(env)];
}

function secretProblems({ NODE_ENV, SECRET }: Parsed): string[] {
  const weak = SECRET.length < 32 || new Set(SECRET).size < 10 || WEAK.test(SECRET);
  if (NODE_ENV !== 'production' || !weak) return [];
  return [
    'SECRET is too weak: give at least 32 random characters, as `openssl rand -base64 32` prints them.',
  ];
}

function withDerived(env: Parsed): Env {
  const url = (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, '');
  const { hostname } = new URL(url);
  const local = hostname === 'localhost' || /^[\d.]+$|^\[/.test(hostname);
  const domain = (env.MAIL_DOMAIN ?? (local ? 'kalauz.test' : hostname)).toLowerCase();
  return {
    ...env,
    PUBLIC_URL: url,
    MAIL_DOMAIN: domain,
    MAIL_FROM: env.MAIL_FROM ?? `Kalauz <no-reply@${domain}>`,
  };
}
