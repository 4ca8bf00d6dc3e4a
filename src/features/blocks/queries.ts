import 'server-only';
import type { Channel } from '@/domain/ticket/ticket';
import type { StaffContext } from '@/server/context';
import { type Sql, sql } from '@/server/db/sql';
import type { HELD_SOURCES } from './commands/block-fields';

const SHOWN = 500;

/** The blocked addresses, domains, numbers and people at vendors, the newest first. */
export const listBlockedSenders = ({ db, workspaceId }: StaffContext) =>
  db.blockedSender.findMany({
    where: { workspaceId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: SHOWN,
    select: { id: true, kind: true, value: true, reason: true, byName: true, createdAt: true },
  });

/** The blocked customers, those blocked last first. */
export const listBlockedCustomers = ({ db, workspaceId }: StaffContext) =>
  db.customer.findMany({
    where: { workspaceId, blockedAt: { not: null }, mergedIntoId: null },
    orderBy: [{ blockedAt: 'desc' }, { id: 'desc' }],
    take: SHOWN,
    select: { id: true, displayName: true, blockedReason: true, blockedAt: true },
  });

const PAGE = 30;

export type HeldItem = Readonly<{
  source: (typeof HELD_SOURCES)[number];
  id: string;
  channel: Channel;
  /** Who it was, in words; empty where only the reason says it. */
  sender: string;
  text: string;
  /** What is blocked, and what was noted at the block. */
  reason: string;
  at: Date;
}>;

type Place = Readonly<{ at: Date; id: string }>;

const PLACE = /^(\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** The place that an address names, as milliseconds and id; null without one and where it is none. */
export function heldPlace(text: string | undefined): Place | null {
  const [, at, id] = PLACE.exec(text ?? '') ?? [];
  return at && id ? { at: new Date(Number(at)), id } : null;
}

/**
 * What blocked senders sent and nobody has let in or set aside, over all channels, the newest first, thirty at a time;
 * `before` is the place of the last one that was shown.
 */
export async function listHeldBack(
  { db, workspaceId }: Pick<StaffContext, 'db' | 'workspaceId'>,
  { before = null, limit = PAGE }: Readonly<{ before?: Place | null; limit?: number }>,
): Promise<Readonly<{ rows: readonly HeldItem[]; more: boolean }>> {
  const older = (at: Sql, id: Sql) =>
    before ? sql`and (${at}, ${id}) < (${before.at}::timestamptz, ${before.id}::uuid)` : sql``;
  const rows = await db.$queryRaw<HeldItem[]>(sql`
    select * from (
      (select 'message' as source, m.id, m.channel::text as channel, m.sender, left(m.text, 500) as text, m.reason, m.at
        from "BlockedMessage" m
        where m."workspaceId" = ${workspaceId}::uuid and m."settledAt" is null ${older(sql`m.at`, sql`m.id`)}
        order by m.at desc, m.id desc limit ${limit + 1})
      union all
      (select 'inbound', r.id, a.channel::text, coalesce(r."envelopeFrom", ''), '',
          coalesce(substring(r.reason from '^blocked_sender: (.*)$'), ''), r."receivedAt"
        from "RawInbound" r join "ChannelAccount" a on a."workspaceId" = r."workspaceId" and a.id = r."channelAccountId"
        where r."workspaceId" = ${workspaceId}::uuid and r.state = 'held' and r.verdict = 'blocked'
          ${older(sql`r."receivedAt"`, sql`r.id`)}
        order by r."receivedAt" desc, r.id desc limit ${limit + 1})
      union all
      (select 'form', f.id, 'web', f.email, left(f.subject || E'\n' || (f.body->>'message'), 500), f.email, f."receivedAt"
        from "FormSubmission" f
        where f."workspaceId" = ${workspaceId}::uuid and f.state = 'held' and f.reason like 'blocked%'
          ${older(sql`f."receivedAt"`, sql`f.id`)}
        order by f."receivedAt" desc, f.id desc limit ${limit + 1})
    ) held order by at desc, id desc limit ${limit + 1}`);
  return { rows: rows.slice(0, limit), more: rows.length > limit };
}
