import 'server-only';
import type { CallCompletion, CallDirection } from '@/domain/phone/call';
import type { Place } from '@/domain/view/view';
import type { StaffContext } from '@/server/context';
import { readableBy } from '@/server/db/readable-tickets';
import { type Sql, sql } from '@/server/db/sql';

const PAGE = 10;

/** A page of a list that is sorted by a moment, the newest first. */
export type Lines<Line> = Readonly<{ rows: readonly Line[]; next: Place | null }>;

export type CallLine = Readonly<{
  id: string;
  at: Date;
  direction: CallDirection;
  /** Null while it goes on. */
  completion: CallCompletion | null;
  talkSeconds: number;
  by: string | null;
  number: number | null;
}>;

export type ChatLine = Readonly<{
  id: string;
  at: Date;
  /** Words left while nobody was there. */
  offline: boolean;
  ended: boolean;
  by: string | null;
  number: number;
  subject: string;
}>;

type Asked = Readonly<{ customerId: string; after: Place | null }>;

/** The calls with a customer, but for those of tickets that the reader may not see. */
export async function listCalls(ctx: StaffContext, { customerId, after }: Asked): Promise<Lines<CallLine>> {
  const rows = await ctx.db.$queryRaw<CallLine[]>`
    select l.id, l."startedAt" as at, l.direction::text, l.completion::text, l."talkSeconds", u.name as by, t.number
    from "CallLog" l
    left join "Ticket" t on t."workspaceId" = l."workspaceId" and t.id = l."ticketId"
    left join "User" u on u.id = l."agentId"
    where l."workspaceId" = ${ctx.workspaceId}::uuid and l."customerId" = ${customerId}::uuid and ${readableBy(ctx.actor)}
      and ${beyond(sql`l."startedAt", l.id`, after)}
    order by l."startedAt" desc, l.id desc limit ${PAGE + 1}`;
  return pageOf(rows);
}

/** The chats with a customer whose tickets the reader may see. */
export async function listChats(ctx: StaffContext, { customerId, after }: Asked): Promise<Lines<ChatLine>> {
  const rows = await ctx.db.$queryRaw<ChatLine[]>`
    select s.id, s."createdAt" as at, s.offline, s."endedAt" is not null as ended, u.name as by, t.number, t.subject
    from "Ticket" t
    join "ChatSession" s on s."workspaceId" = t."workspaceId" and s."ticketId" = t.id
    left join "User" u on u.id = s."acceptedById"
    where t."workspaceId" = ${ctx.workspaceId}::uuid and t."requesterId" = ${customerId}::uuid and ${readableBy(ctx.actor)}
      and ${beyond(sql`s."createdAt", s.id`, after)}
    order by s."createdAt" desc, s.id desc limit ${PAGE + 1}`;
  return pageOf(rows);
}

const beyond = (order: Sql, after: Place | null): Sql =>
  after ? sql`(${order}) < (${after.activityAt}, ${after.id}::uuid)` : sql`true`;

function pageOf<Line extends Readonly<{ id: string; at: Date }>>(rows: readonly Line[]): Lines<Line> {
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > PAGE && last ? { activityAt: last.at, id: last.id } : null };
}
