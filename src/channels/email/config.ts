import { z } from 'zod';

const password = z.object({ kind: z.literal('password'), password: z.string().min(1).max(1000) });

/** A refresh token that this installation was given for the mailbox (RFC 6749 §6); access tokens are fetched with it. */
const oauth2 = z.object({
  kind: z.literal('oauth2'),
  clientId: z.string().min(1).max(500),
  clientSecret: z.string().max(1000),
  refreshToken: z.string().min(1).max(5000),
  tokenUrl: z.url().max(1000),
  /** Fetched just now, and never stored. */
  accessToken: z.string().optional(),
});

const auth = z.discriminatedUnion('kind', [password, oauth2]);
export type MailAuth = z.output<typeof auth>;

const server = z.object({
  host: z.string().trim().min(1).max(255),
  port: z.int().min(1).max(65_535),
  /** tls: from the first byte; starttls: demanded; none: only where nobody listens in. */
  security: z.enum(['tls', 'starttls', 'none']),
  user: z.string().trim().max(320),
  auth: auth.nullable(),
});
export type MailServer = z.output<typeof server>;

const imap = server.extend({
  kind: z.literal('imap'),
  folder: z.string().trim().min(1).max(255).default('INBOX'),
  /** Mail that came before is not fetched; null fetches only what comes from now on. */
  since: z.iso.date().nullable().default(null),
  /** Names of the provider's servers whose Authentication-Results are believed (RFC 8601 §2.2). */
  trustedServers: z.array(z.string().trim().toLowerCase().min(1).max(255)).max(20).default([]),
});
export type ImapConfig = z.output<typeof imap>;

/** How mail of one mailbox comes in. `listener` is our own SMTP server. */
const incoming = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('listener') }),
  imap,
  z.object({ kind: z.literal('webhook'), signingKey: z.string().max(500).default('') }),
]);

/** How mail of one mailbox goes out. `default` is the server of the installation, or its built-in log. */
const outgoing = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('default') }),
  server.extend({ kind: z.literal('smtp') }),
]);

export const mailboxConfig = z.object({ incoming, outgoing });
export type MailboxConfig = z.output<typeof mailboxConfig>;

/** Of a mailbox that nobody has set up further: the built-in listener in, the installation's server out. */
export const PLAIN_MAILBOX: MailboxConfig = { incoming: { kind: 'listener' }, outgoing: { kind: 'default' } };

/** Where a mail is handed over: a server by its settings or its address, or nowhere, which keeps it readable here. */
export const transportConfig = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('log') }),
  z.object({ kind: z.literal('url'), url: z.string() }),
  server.extend({ kind: z.literal('smtp') }),
]);
export type TransportConfig = z.output<typeof transportConfig>;
