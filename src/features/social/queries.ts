import 'server-only';
import { conversationChannel } from '@/channels/adapters';
import type { Channel } from '@/domain/ticket/ticket';
import type { Context, StaffContext } from '@/server/context';
import { sql } from '@/server/db/sql';
import { env } from '@/server/env';
import { isSocialKind } from './kinds';
import { INBOUND_KEY, storedAccount, textIn } from './stored-account';

const DAY_MS = 86_400_000;
const DAYS = 7;

export type ChannelVolume = Readonly<{
  /** Null for what came by no account: tickets by hand or by an app. */
  id: string | null;
  channel: Channel;
  name: string | null;
  enabled: boolean;
  health: 'unknown' | 'healthy' | 'failing';
  healthDetail: string;
  lastReceivedAt: Date | null;
  received: number;
  sent: number;
  failed: number;
  /** Arrivals that wait for an admin. */
  held: number;
}>;

/** Every way in and out with how it fares and what went over it in the last seven days; in one query. */
export function listChannelVolumes(
  ctx: Pick<Context, 'db' | 'workspaceId' | 'now'>,
): Promise<ChannelVolume[]> {
  const since = new Date(ctx.now().getTime() - DAYS * DAY_MS);
  return ctx.db.$queryRaw<ChannelVolume[]>(sql`
    with volume as (
      select m."channelAccountId" as id, m.channel,
        count(*) filter (where m.direction = 'inbound')::int as received,
        max(m."createdAt") filter (where m.direction = 'inbound') as last,
        count(*) filter (where m.direction = 'outbound' and (m.delivery in ('sent', 'delivered', 'read')
          or m.delivery is null and m.channel in ('chat', 'phone')))::int as sent,
        count(*) filter (where m.delivery in ('failed', 'bounced'))::int as failed
      from "Message" m
      where m."workspaceId" = ${ctx.workspaceId}::uuid and m."createdAt" > ${since} and m.direction <> 'note'
      group by 1, 2
    ), held as (
      select r."channelAccountId" as id, count(*)::int as held from "RawInbound" r
      where r."workspaceId" = ${ctx.workspaceId}::uuid and r.state = 'held' group by 1
      union all
      select s."channelAccountId", count(*)::int from "FormSubmission" s
      where s."workspaceId" = ${ctx.workspaceId}::uuid and s.state in ('held', 'received') group by 1
    )
    select a.id, coalesce(a.channel, v.channel) as channel, a.name, coalesce(a.enabled, true) as enabled,
      case when a.channel = 'chat' and a.health = 'unknown' and v.received > 0 then 'healthy'
        else coalesce(a.health, 'unknown') end as health, coalesce(a."healthDetail", '') as "healthDetail",
      greatest(a."lastReceivedAt", v.last) as "lastReceivedAt",
      coalesce(v.received, 0) as received, coalesce(v.sent, 0) as sent, coalesce(v.failed, 0) as failed,
      coalesce(h.held, 0) as held
    from (select * from "ChannelAccount" where "workspaceId" = ${ctx.workspaceId}::uuid) a
    full join volume v on v.id = a.id
    left join held h on h.id = a.id
    order by a.name is null, coalesce(a.channel, v.channel), a.name limit 500`);
}

/** An account as its form shows it: everything but the vendor's secrets. Null for ids that are none of this workspace. */
export async function getAccount({ db, workspaceId }: StaffContext, id: string) {
  const row = await db.channelAccount.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: {
      id: true,
      channel: true,
      name: true,
      teamId: true,
      enabled: true,
      health: true,
      healthDetail: true,
      lastReceivedAt: true,
      sealedConfig: true,
    },
  });
  if (!row || !isSocialKind(row.channel)) return null;
  const { sealedConfig, channel: kind, ...shown } = row;
  const stored = storedAccount(sealedConfig);
  const settings = settingsOf(kind);
  const values = settings.flatMap(({ name, kind: type }) => {
    const value = stored[name];
    return type === 'secret' ? [] : [[name, value === true ? 'yes' : String(value ?? '')] as const];
  });
  return {
    ...shown,
    kind,
    values: Object.fromEntries(values) as Readonly<Record<string, string>>,
    webhook: `${env().PUBLIC_URL}/api/inbound/${kind}/${textIn(stored, INBOUND_KEY)}`,
  };
}

/** The fields of the form of this kind of channel. */
export const settingsOf = (kind: string) => conversationChannel(kind)?.settings ?? [];

/** Whether vendors can reach us at all, and what we call ourselves. */
export const ownAddress = (): Readonly<{ url: string; isPublic: boolean }> => {
  const url = env().PUBLIC_URL;
  return { url, isPublic: url.startsWith('https://') };
};

/** The ticket that a test message became: the newest that this account brought since it was sent; null while it is on its way. */
export async function getTestTicket(
  { db, workspaceId }: StaffContext,
  { accountId, since }: Readonly<{ accountId: string; since: Date }>,
): Promise<number | null> {
  const message = await db.message.findFirst({
    where: { workspaceId, channelAccountId: accountId, direction: 'inbound', createdAt: { gte: since } },
    orderBy: { createdAt: 'desc' },
    select: { ticket: { select: { number: true } } },
  });
  return message?.ticket?.number ?? null;
}
