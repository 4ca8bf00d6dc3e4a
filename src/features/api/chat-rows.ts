import 'server-only';
import type { ChatSettings } from '@/domain/chat/settings';
import { ok } from '@/domain/shared/result';
import type { StaffContext } from '@/server/context';
import { readableBy } from '@/server/db/readable-tickets';
import { joinSql, type Sql, sql } from '@/server/db/sql';
import { type Listed, pageOf, placeOf } from './paging';
import type { ChatsQuery } from './schemas/chat';

export type ChatRow = Readonly<{ id: string; createdAt: Date }>;

/** Chats as the API shows them: those whose tickets the reader may see, and for who sees all, those without a ticket. */
function chatRows(ctx: StaffContext, { where, limit }: Readonly<{ where: readonly Sql[]; limit: number }>) {
  const silent = ctx.actor.scope === 'all' ? sql`s."ticketId" is null` : sql`false`;
  const conditions = [
    sql`s."workspaceId" = ${ctx.workspaceId}::uuid`,
    sql`(${silent} or (t.id is not null and ${readableBy(ctx.actor)}))`,
    ...where,
  ];
  return ctx.db.$queryRaw<ChatRow[]>`
    select s.id, s."channelAccountId" as "chatAccountId", t.number as "ticketNumber", s.state::text, s.offline,
      s.locale as language, json_build_object('name', v.name, 'email', v.email, 'verified', v."verifiedAt" is not null)
        as visitor,
      json_build_object('url', s."pageUrl", 'title', s."pageTitle", 'referrer', s.referrer) as page, s."acceptedById",
      s."createdAt", s."acceptedAt", s."endedAt", s."endedBy"::text, s."waitedMs" / 1000.0::float8 as "waitedSeconds"
    from "ChatSession" s
    join "ChatVisitor" v on v."workspaceId" = s."workspaceId" and v.id = s."visitorId"
    left join "Ticket" t on t."workspaceId" = s."workspaceId" and t.id = s."ticketId"
    where ${joinSql(conditions, ' and ')}
    order by s."createdAt" desc, s.id desc limit ${limit}`;
}

/** A page of chats, the newest first. */
export async function chatPage(ctx: StaffContext, { state, limit, cursor }: ChatsQuery): Listed<ChatRow> {
  const after = placeOf('chats', cursor);
  if (!after.ok) return after;
  const rest = after.value
    ? [
        sql`(s."createdAt", s.id) < (${new Date(String(after.value.by))}::timestamptz, ${after.value.id}::uuid)`,
      ]
    : [];
  const where = [...(state ? [sql`s.state = ${state}::"ChatState"`] : []), ...rest];
  const rows = await chatRows(ctx, { where, limit: limit + 1 });
  return ok(pageOf('chats', rows, { limit, by: ({ createdAt }) => createdAt }));
}

/** One chat, or null where there is none that the reader may see. */
export async function chatById(ctx: StaffContext, id: string): Promise<ChatRow | null> {
  const [row] = await chatRows(ctx, { where: [sql`s.id = ${id}::uuid`], limit: 1 });
  return row ?? null;
}

/** The chat accounts of the workspace by name, or the one of this id. Secrets are in none of them. */
export async function chatAccountRows({ db, workspaceId }: StaffContext, id?: string) {
  const rows = await db.chatAccount.findMany({
    where: { workspaceId, ...(id && { channelAccountId: id }) },
    orderBy: { account: { name: 'asc' } },
    take: 200,
    select: {
      channelAccountId: true,
      publicKey: true,
      calendarId: true,
      allowedOrigins: true,
      verifiedOnly: true,
      warnMinutes: true,
      endMinutes: true,
      settings: true,
      account: { select: { name: true, enabled: true, teamId: true } },
    },
  });
  return rows.map(({ channelAccountId, account, settings, ...row }) => ({
    ...row,
    ...account,
    id: channelAccountId,
    settings: settings as unknown as ChatSettings,
  }));
}
