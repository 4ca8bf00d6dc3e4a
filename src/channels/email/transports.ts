import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { MailServer, TransportConfig } from './config';

type Remote = Exclude<TransportConfig, { kind: 'log' }>;

const TIMES = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 120_000 };
const POOL = { pool: true as const, maxConnections: 5, maxMessages: 100 };

const opened = new Map<string, ReturnType<typeof open>>();

/** The connections to this server, kept open between mails. */
export function transportOf(config: Remote) {
  const key = nameOf(config);
  const token = accessTokenOf(config);
  if (token) tokens.set(key, token);
  const known = opened.get(key);
  if (known) return known;
  const transport = open(config);
  opened.set(key, transport);
  return transport;
}

/** The newest access token of each connection's user: connections outlive them. */
const tokens = new Map<string, string>();

/** The settings hold secrets: only their hash is kept as a name. */
const nameOf = (config: Remote): string =>
  createHash('sha256')
    .update(JSON.stringify(config, (field, value) => (field === 'accessToken' ? undefined : value)))
    .digest('hex');

const accessTokenOf = (config: Remote): string | null =>
  config.kind === 'smtp' && config.auth?.kind === 'oauth2' ? (config.auth.accessToken ?? null) : null;

/** Says goodbye to all servers. */
export function closeTransports(): void {
  for (const transport of opened.values()) transport.close();
  opened.clear();
}

/** Signs in and says nothing. Throws what nodemailer throws when the server cannot be reached or does not let us in. */
export async function verifyTransport(config: Remote): Promise<void> {
  const transport = open(config);
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
}

function open(config: Remote) {
  const access = { disableFileAccess: true, disableUrlAccess: true };
  if (config.kind === 'url') return createTransport({ ...POOL, ...TIMES, ...access, url: config.url });
  const { host, port, security } = config;
  const transport = createTransport({
    ...POOL,
    ...TIMES,
    ...access,
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...authOf(config),
  });
  // Who provides the tokens is asked by those who have the guarded way out, and not by the mail library.
  transport.set('oauth2_provision_cb', (_: string, __: boolean, done: Provided) => {
    const token = tokens.get(nameOf(config)) ?? accessTokenOf(config);
    if (token) done(null, token, Date.now() + ASKED_AGAIN_MS);
    else done(new Error('no access token'));
  });
  return transport;
}

const ASKED_AGAIN_MS = 60_000;

type Provided = (error: Error | null, token?: string, expires?: number) => void;

function authOf({ user, auth }: MailServer) {
  if (!auth) return {};
  if (auth.kind === 'password') return { auth: { user, pass: auth.password } };
  return { auth: { type: 'OAuth2', user } };
}
