import { z } from 'zod';
import { id, instant, listOf, mailAddress } from './shared';

const secret = z
  .string()
  .max(5000)
  .default('')
  .meta({ description: 'Never given back. Left out, what is stored for this server and user stays.' });

const port = z.int().min(1).max(65_535);
const security = z
  .enum(['tls', 'starttls', 'none'])
  .meta({ description: '`tls` from the first byte; `starttls` demanded.' });
const host = z.string().trim().toLowerCase().min(1).max(255);
const user = z.string().trim().max(320);
const tokenUrl = z.url().max(1000);
const clientId = z.string().trim().min(1).max(500);

const givenAuth = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('password'), password: secret }),
  z.strictObject({
    kind: z.literal('oauth2'),
    clientId,
    clientSecret: secret,
    refreshToken: secret,
    tokenUrl,
  }),
]);

const givenServer = z.strictObject({ host, port, security, user: user.default(''), auth: givenAuth });

const givenIncoming = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('listener') }),
  givenServer.extend({
    kind: z.literal('imap'),
    folder: z.string().trim().min(1).max(255).default('INBOX'),
    since: z.iso.date().nullable().default(null).meta({ description: 'Null: only what comes from now on.' }),
    trustedServers: z.array(z.string().trim().min(1).max(255)).max(20).default([]).meta({
      description: 'Servers of the provider whose Authentication-Results are believed.',
    }),
  }),
  z.strictObject({ kind: z.literal('webhook'), signingKey: secret }),
]);

const givenOutgoing = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('default') }),
  givenServer.extend({ kind: z.literal('smtp') }),
]);

export type GivenIncoming = z.output<typeof givenIncoming>;

const shared = {
  name: z.string().trim().min(1).max(100),
  address: mailAddress,
  teamId: z.uuid().nullable().meta({ description: 'The team that gets new tickets.' }),
  enabled: z.boolean(),
};

export const createMailboxBody = z
  .strictObject({
    ...shared,
    teamId: shared.teamId.default(null),
    enabled: shared.enabled.default(true),
    incoming: givenIncoming.default({ kind: 'listener' }),
    outgoing: givenOutgoing.default({ kind: 'default' }),
  })
  .meta({ id: 'CreateMailbox' });

export const updateMailboxBody = z
  .strictObject({ ...shared, incoming: givenIncoming, outgoing: givenOutgoing })
  .partial()
  .meta({ id: 'UpdateMailbox' });

const shownAuth = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('none') }),
    z.object({ kind: z.literal('password') }),
    z.object({ kind: z.literal('oauth2'), clientId: z.string(), tokenUrl: z.string() }),
  ])
  .meta({ description: 'Without the secrets.' });

const shownServer = z.object({
  host: z.string(),
  port: z.int(),
  security: z.enum(['tls', 'starttls', 'none']),
  user: z.string(),
  auth: shownAuth,
});

export const mailbox = z
  .object({
    id,
    name: z.string(),
    address: z.string().nullable(),
    teamId: id.nullable(),
    enabled: z.boolean(),
    health: z.enum(['unknown', 'healthy', 'failing']),
    healthDetail: z.string(),
    lastReceivedAt: instant.nullable(),
    incoming: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('listener') }),
      shownServer.extend({
        kind: z.literal('imap'),
        folder: z.string(),
        since: z.string().nullable(),
        trustedServers: z.array(z.string()),
      }),
      z.object({
        kind: z.literal('webhook'),
        hasSigningKey: z.boolean(),
        hasAddress: z.boolean().meta({ description: 'There is an address to which mail can be brought.' }),
      }),
    ]),
    outgoing: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('default') }),
      shownServer.extend({ kind: z.literal('smtp') }),
    ]),
  })
  .meta({ id: 'Mailbox' });

export const mailboxList = listOf(mailbox);

export const renewedAddress = z.object({
  address: z
    .string()
    .meta({ description: 'Where mail is brought by HTTP. It opens the mailbox, and is shown once.' }),
});

const tried = z.discriminatedUnion('state', [
  z.object({ state: z.literal('nothing').meta({ description: 'Nothing to sign in to.' }) }),
  z.object({
    state: z.literal('works'),
    mails: z.int().nullable().meta({ description: 'In the folder; null where they are not counted.' }),
  }),
  z.object({
    state: z.literal('fails'),
    reason: z.string().meta({ description: 'In the words of the server.' }),
  }),
]);

export const testedMailbox = z.object({ incoming: tried, outgoing: tried });
