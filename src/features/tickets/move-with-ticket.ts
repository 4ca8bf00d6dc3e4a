import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { type Sql, sql, sqlName } from '@/server/db/sql';

/** What stands on a ticket and goes where it goes, by ids. */
export type MovedIds = Readonly<{
  messageIds: string[];
  callIds: string[];
  callbackIds: string[];
  chatIds: string[];
  conversationIds: string[];
  /** What was asked about it; what is still to be asked is not. */
  surveyIds: string[];
  /** How long people had it in front of them. */
  focusIds: string[];
  /** What is talked over with others than the customer. */
  sideIds: string[];
  checklistIds: string[];
}>;

type Way = Readonly<{ from: string; to: string; only?: MovedIds }>;

/**
 * Puts what stands on one ticket on another, and gives the ids of what went: all of it, or what `only` names of it. History
 * and clocks stay, since each ticket has its own.
 */
export async function movedWith(tx: Tx, ctx: Context, way: Way): Promise<MovedIds> {
  const [row] = await tx.$queryRaw<MovedIds[]>`
    with messages as (${moved(ctx, way, 'Message')}), calls as (${moved(ctx, way, 'CallLog')}),
    callbacks as (${moved(ctx, way, 'Callback')}), chats as (${moved(ctx, way, 'ChatSession')}),
    conversations as (${moved(ctx, way, 'ChannelConversation')}),
    surveys as (${moved(ctx, way, 'SurveyInvite')}), focus as (${moved(ctx, way, 'FocusSession')}),
    sides as (${moved(ctx, way, 'SideConversation')}),
    checklists as (${moved(ctx, way, 'Checklist')})
    select array(select id from messages) as "messageIds", array(select id from calls) as "callIds",
      array(select id from callbacks) as "callbackIds", array(select id from chats) as "chatIds",
      array(select id from conversations) as "conversationIds",
      array(select id from surveys) as "surveyIds", array(select id from focus) as "focusIds",
      array(select id from sides) as "sideIds", array(select id from checklists) as "checklistIds"`;
  if (!row) throw new Error(`nothing was told of what moved from ticket ${way.from}`);
  return row;
}

const TABLES = {
  Message: 'messageIds',
  CallLog: 'callIds',
  Callback: 'callbackIds',
  ChatSession: 'chatIds',
  ChannelConversation: 'conversationIds',
  SurveyInvite: 'surveyIds',
  FocusSession: 'focusIds',
  SideConversation: 'sideIds',
  Checklist: 'checklistIds',
} as const satisfies Record<string, keyof MovedIds>;

const ASKED: Readonly<Partial<Record<keyof typeof TABLES, Sql>>> = {
  SurveyInvite: sql`and "sentAt" is not null`,
};

function moved({ workspaceId }: Context, { from, to, only }: Way, table: keyof typeof TABLES): Sql {
  const chosen = only ? sql`and id = any(${[...only[TABLES[table]]]}::uuid[])` : sql``;
  return sql`update ${sqlName(table)} set "ticketId" = ${to}::uuid
    where "workspaceId" = ${workspaceId}::uuid and "ticketId" = ${from}::uuid ${chosen} ${ASKED[table] ?? sql``} returning id`;
}

/**
 * What people have typed and not sent goes along: behind what they have typed on the other ticket, where there is such, for all whom either
 * was to reach, and with what either promised. It stays there when the merge is undone: nobody can tell the two apart any more.
 */
export async function moveDrafts(tx: Tx, { workspaceId }: Context, { from, to }: Way): Promise<void> {
  await tx.$executeRaw`
    with gone as (
      delete from "Draft" where "workspaceId" = ${workspaceId}::uuid and "ticketId" = ${from}::uuid returning *
    )
    insert into "Draft" as d ("workspaceId", "ticketId", "userId", kind, html, "to", cc, bcc, "attachmentIds",
      "promiseAbout", "promiseDueAt", "promiseSentence", "updatedAt")
    select "workspaceId", ${to}::uuid, "userId", kind, html, "to", cc, bcc, "attachmentIds",
      "promiseAbout", "promiseDueAt", "promiseSentence", "updatedAt" from gone
    on conflict ("workspaceId", "ticketId", "userId", kind) do update set
      html = d.html || excluded.html,
      "to" = array(select distinct unnest(d."to" || excluded."to")),
      cc = array(select distinct unnest(d.cc || excluded.cc)),
      bcc = array(select distinct unnest(d.bcc || excluded.bcc)),
      "attachmentIds" = d."attachmentIds" || excluded."attachmentIds",
      "promiseAbout" = coalesce(d."promiseAbout", excluded."promiseAbout"),
      "promiseDueAt" = case when d."promiseAbout" is null then excluded."promiseDueAt" else d."promiseDueAt" end,
      "promiseSentence" = case when d."promiseAbout" is null then excluded."promiseSentence" else d."promiseSentence" end,
      "updatedAt" = greatest(d."updatedAt", excluded."updatedAt")`;
}

/** Has those who follow one ticket follow another as well; gives who did not before. */
export async function followAlong(
  tx: Tx,
  { workspaceId, now }: Context,
  { from, to }: Way,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ userId: string }[]>`
    insert into "Follower" ("workspaceId", "ticketId", "userId", "createdAt")
    select "workspaceId", ${to}::uuid, "userId", ${now()} from "Follower"
    where "workspaceId" = ${workspaceId}::uuid and "ticketId" = ${from}::uuid
    on conflict do nothing returning "userId"`;
  return rows.map(({ userId }) => userId);
}
