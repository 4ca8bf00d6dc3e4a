import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { MailServer, TransportConfig } from './config';

type Remote = Exclude<TransportConfig, { kind: 'log' }>;

const TIMES = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 120_000 };
const POOL = { pool: true as const, maxConnections: 5, maxMessages: 100 };

const opened = new Map<string, ReturnType<typeof open>>();

/** The connections to this server, kept open between mails. */
export function transportOf(config: Remote) {
  // The settings hold a password: only their hash is kept as a name.
  const key = createHash('sha256').update(JSON.stringify(config)).digest('hex');
  const known = opened.get(key);
  if (known) return known;
  const transport = open(config);
  opened.set(key, transport);
  return transport;
}

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
  return createTransport({
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
}

function authOf({ user, auth }: MailServer) {
  if (!auth) return {};
  if (auth.kind === 'password') return { auth: { user, pass: auth.password } };
  const { clientId, clientSecret, refreshToken, tokenUrl } = auth;
  return { auth: { type: 'OAuth2', user, clientId, clientSecret, refreshToken, accessUrl: tokenUrl } };
}
