import 'server-only';
import type { MailAuth, MailboxConfig, MailServer } from '@/channels/email/config';
import type { Context, StaffContext } from '@/server/context';
import { openConfig } from './mailbox-config';

/** The settings of a mailbox with their secrets; null when there is no such mailbox. Never for a screen. */
export async function getMailboxConfig(
  ctx: Pick<Context, 'db' | 'workspaceId'>,
  id: string,
): Promise<MailboxConfig | null> {
  const row = await ctx.db.channelAccount.findFirst({
    where: { workspaceId: ctx.workspaceId, id, channel: 'email' },
    select: { sealedConfig: true },
  });
  return row && openConfig(row.sealedConfig);
}

export type MailboxRow = Awaited<ReturnType<typeof listMailboxes>>[number];

/** The mailboxes of the workspace with how they fare, by name. */
export async function listMailboxes({ db, workspaceId }: StaffContext) {
  const rows = await db.channelAccount.findMany({
    where: { workspaceId, channel: 'email' },
    orderBy: { name: 'asc' },
    select: { ...formColumns, team: { select: { name: true } } },
  });
  return rows.map(({ team, ...row }) => {
    const form = formOf(row);
    return { ...form, form, team, incoming: form.incoming.kind, outgoing: form.outgoing.kind };
  });
}

const formColumns = {
  id: true,
  name: true,
  address: true,
  teamId: true,
  enabled: true,
  health: true,
  healthDetail: true,
  lastReceivedAt: true,
  inboundKeyHash: true,
  sealedConfig: true,
} as const;

export type MailboxForm = NonNullable<Awaited<ReturnType<typeof getMailboxForm>>>;

/** A mailbox as its form shows it: everything but the secrets. Null for ids that are none of this workspace. */
export async function getMailboxForm({ db, workspaceId }: StaffContext, id: string) {
  const row = await db.channelAccount.findFirst({
    where: { workspaceId, id, channel: 'email' },
    select: formColumns,
  });
  return row && formOf(row);
}

type Stored = Readonly<{ sealedConfig: string | null; inboundKeyHash: string | null }>;

function formOf<Row extends Stored>({ sealedConfig, inboundKeyHash, ...shown }: Row) {
  return { ...shown, hasKey: inboundKeyHash !== null, ...shownConfig(openConfig(sealedConfig)) };
}

function shownConfig({ incoming, outgoing }: MailboxConfig) {
  return {
    incoming: shownIncoming(incoming),
    outgoing: outgoing.kind === 'smtp' ? { ...shownServer(outgoing), kind: outgoing.kind } : outgoing,
  };
}

function shownIncoming(incoming: MailboxConfig['incoming']) {
  if (incoming.kind === 'imap') return { ...incoming, ...shownServer(incoming) };
  return incoming.kind === 'webhook'
    ? { kind: incoming.kind, hasSecret: incoming.signingKey !== '' }
    : { kind: incoming.kind, hasSecret: false };
}

const shownServer = ({ host, port, security, user, auth }: MailServer) => ({
  host,
  port,
  security,
  user,
  auth: shownAuth(auth),
});

function shownAuth(auth: MailAuth | null) {
  if (!auth) return { kind: 'none' as const };
  return auth.kind === 'password'
    ? { kind: auth.kind }
    : { kind: auth.kind, clientId: auth.clientId, tokenUrl: auth.tokenUrl };
}

/** The names of the workspace's teams, for choosing who owns what comes in by a mailbox. */
export function listTeamChoices({ db, workspaceId }: StaffContext) {
  return db.team.findMany({
    where: { workspaceId },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  });
}

/** The number of the ticket that a test mail became, or null while it is on its way. */
export async function getTestTicket(
  { db, workspaceId }: StaffContext,
  messageId: string,
): Promise<number | null> {
  const message = await db.message.findFirst({
    where: { workspaceId, messageId, direction: 'inbound' },
    select: { ticket: { select: { number: true } } },
  });
  return message?.ticket?.number ?? null;
}
