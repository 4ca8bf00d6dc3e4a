import { z } from 'zod';

/** An empty secret keeps the one that is stored. */
const secret = z.string().max(5000);

const authInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('password'), password: secret }),
  z.object({
    kind: z.literal('oauth2'),
    clientId: z.string().trim().min(1).max(500),
    clientSecret: secret,
    refreshToken: secret,
    tokenUrl: z.url().max(1000),
  }),
]);
export type AuthInput = z.output<typeof authInput>;

const serverInput = z.object({
  host: z.string().trim().toLowerCase().min(1).max(255),
  port: z.coerce.number().int().min(1).max(65_535),
  security: z.enum(['tls', 'starttls', 'none']),
  user: z.string().trim().max(320),
  auth: authInput,
});
export type ServerInput = z.output<typeof serverInput>;

const incomingInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('listener') }),
  serverInput.extend({
    kind: z.literal('imap'),
    folder: z.string().trim().min(1).max(255),
    since: z.union([z.iso.date(), z.literal('')]),
    trustedServers: z.string().max(2000),
  }),
  z.object({ kind: z.literal('webhook'), signingKey: secret }),
]);
export type IncomingInput = z.output<typeof incomingInput>;

const outgoingInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('default') }),
  serverInput.extend({ kind: z.literal('smtp') }),
]);
export type OutgoingInput = z.output<typeof outgoingInput>;

export const mailboxInput = z.object({
  /** Absent for a new mailbox. */
  channelId: z.uuid().optional(),
  name: z.string().trim().min(1).max(100),
  address: z.email().max(254).toLowerCase(),
  teamId: z.uuid().nullable(),
  enabled: z.boolean(),
  incoming: incomingInput,
  outgoing: outgoingInput,
});
export type MailboxInput = z.output<typeof mailboxInput>;

export const channelInput = z.object({ channelId: z.uuid() });
export type ChannelInput = z.output<typeof channelInput>;
