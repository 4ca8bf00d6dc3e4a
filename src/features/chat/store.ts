import type { ChatLife, ChatLine } from '@/domain/chat/life';
import type { Ticket } from '@/domain/ticket/ticket';
import type { Stood } from '@/features/sla/commands/settle-clocks';
import { stoodOfJson, type TicketJson, ticketOfJson } from '@/features/tickets/commands/ticket-of-json';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { sql, sqlJson } from '@/server/db/sql';
import { chatQueuesTopic, chatQueueTopic, chatsTopic, chatTopic } from '@/server/live/announce';

/** A chat as commands load it, locked until their transaction ends. */
export type Chat = ChatLife &
  Readonly<{
    id: string;
    channelAccountId: string;
    visitorId: string;
    ticketId: string | null;
    sequence: number;
    locale: string;
    pageUrl: string;
    openedBy: string | null;
    answers: Readonly<Record<string, string>>;
  }>;

/** What a change adds to the conversation: a message that stands on the ticket, or a quiet line. */
export type NewEntry =
  | Readonly<{ type: 'message'; messageId: string; clientId: string | null }>
  | Readonly<{ type: 'line'; line: ChatLine; personName: string | null }>;

export type ChatChange = Readonly<{
  before: Chat;
  after: Chat;
  entries: readonly NewEntry[];
  /** Members whose list of chats shows it. */
  watchedBy: readonly (string | null)[];
}>;

/**
 * The chat, locked: whoever else would change it waits for this transaction. So its entries have the order in which they
 * are committed, and their numbers have no gaps. Null when it is not here.
 */
export async function lockChat(
  tx: Tx,
  { workspaceId }: Pick<Context, 'workspaceId'>,
  id: string,
): Promise<Chat | null> {
  const [row] = await tx.$queryRaw<Chat[]>`
    select id, "channelAccountId", "visitorId", "ticketId", sequence, locale, "pageUrl", "openedBy", answers, state::text,
      "waitingSince", "acceptedById", "acceptedAt", "waitedMs", "lastMessageAt", "lastVisitorAt", "warnedAt",
      "visitorSeenAt", "endedAt", "endedBy"::text, "byMail"
    from "ChatSession" where "workspaceId" = ${workspaceId}::uuid and id = ${id}::uuid for update`;
  return row ?? null;
}

/** What words in a chat have to know, all in one statement. */
export type Talk = Readonly<{
  chat: Chat;
  /** The number of the entry that these words became when they came before; null for new words. */
  saidAs: number | null;
  /** The ticket on which they go; null when there is none yet, and when it was merged into another one. */
  on: Readonly<{ ticket: Ticket; known: Readonly<{ stood: Stood; nothingPlanned: boolean }> }> | null;
  /** Anybody at all is blocked here, so that it is worth asking whether this visitor is. */
  blocks: boolean;
}>;

type TalkRow = Chat &
  Readonly<{
    saidAs: number | null;
    ticket: TicketJson | null;
    rulesVersion: number;
    nothingPlanned: boolean;
    blocks: boolean;
  }>;

/**
 * The chat, locked as by `lockChat`, with what saying something in it needs to know. Where it had to wait for the lock, the
 * rest may be older than the chat: saving then loses the race and is tried again, and `again` waits before it reads.
 */
export async function lockTalk(
  tx: Tx,
  { workspaceId }: Pick<Context, 'workspaceId'>,
  { id, clientId, again = false }: Readonly<{ id: string; clientId: string; again?: boolean }>,
): Promise<Talk | null> {
  if (again) await lockChat(tx, { workspaceId }, id);
  const [row] = await tx.$queryRaw<TalkRow[]>`
    select s.id, s."channelAccountId", s."visitorId", s."ticketId", s.sequence, s.locale, s."pageUrl", s."openedBy", s.answers,
      s.state::text, s."waitingSince", s."acceptedById", s."acceptedAt", s."waitedMs", s."lastMessageAt",
      s."lastVisitorAt", s."warnedAt", s."visitorSeenAt", s."endedAt", s."endedBy"::text, s."byMail",
      (select e.sequence from "ChatEvent" e where e."workspaceId" = s."workspaceId" and e."sessionId" = s.id
        and e."clientId" = ${clientId}) as "saidAs",
      case when t.id is not null then to_jsonb(t) || jsonb_build_object('tagIds', array(
        select g."tagId" from "TicketTag" g where g."workspaceId" = t."workspaceId" and g."ticketId" = t.id
        order by g."tagId")) end as ticket,
      w."rulesVersion",
      not exists (select from "Message" m where m."workspaceId" = t."workspaceId" and m."ticketId" = t.id
        and m.scheduled and m.delivery = 'queued') as "nothingPlanned",
      exists (select from "BlockedSender" b where b."workspaceId" = s."workspaceId")
        or exists (select from "Customer" c where c."workspaceId" = s."workspaceId" and c."blockedAt" is not null)
        as blocks
    from "ChatSession" s
    join "Workspace" w on w.id = s."workspaceId"
    left join "Ticket" t on t."workspaceId" = s."workspaceId" and t.id = s."ticketId"
    where s."workspaceId" = ${workspaceId}::uuid and s.id = ${id}::uuid for update of s`;
  if (!row) return null;
  const { saidAs, ticket, rulesVersion, nothingPlanned, blocks, ...chat } = row;
  if (!ticket || ticket['mergedIntoId'] !== null) return { chat, saidAs, blocks, on: null };
  const known = { stood: stoodOfJson(ticket, rulesVersion), nothingPlanned };
  return { chat, saidAs, blocks, on: { ticket: ticketOfJson(ticket), known } };
}

/**
 * The only way a chat changes: its state, what is added to the conversation, and the notice to whoever looks at it, in one
 * statement. Gives the sequence of the newest entry.
 */
export async function saveChat(tx: Tx, ctx: Context, change: ChatChange): Promise<number> {
  const { before, after, entries } = change;
  const { workspaceId } = ctx;
  const sequence = before.sequence + entries.length;
  const rows = entries.map((entry, index) =>
    eventRow(ctx, entry, {
      sessionId: after.id,
      sequence: before.sequence + index + 1,
    }),
  );
  await tx.$executeRaw(sql`
    with saved as (
      update "ChatSession" set state = ${after.state}::"ChatState", "ticketId" = ${after.ticketId}::uuid,
        sequence = ${sequence}, "waitingSince" = ${after.waitingSince}, "acceptedById" = ${after.acceptedById}::uuid,
        "acceptedAt" = ${after.acceptedAt}, "waitedMs" = ${after.waitedMs}, "lastMessageAt" = ${after.lastMessageAt},
        "lastVisitorAt" = ${after.lastVisitorAt}, "warnedAt" = ${after.warnedAt},
        "visitorSeenAt" = greatest("visitorSeenAt", ${after.visitorSeenAt}), "endedAt" = ${after.endedAt},
        "endedBy" = ${after.endedBy}::"ChatEnd", "byMail" = ${after.byMail}
      where "workspaceId" = ${workspaceId}::uuid and id = ${after.id}::uuid),
    added as (
      insert into "ChatEvent" ("workspaceId", "sessionId", sequence, type, "messageId", "clientId", data, at)
      select "workspaceId", "sessionId", sequence, type, "messageId", "clientId", data, at
      from json_populate_recordset(null::"ChatEvent", ${sqlJson(rows)}::json))
    select pg_notify('live', topic) from unnest(${topicsOf(ctx, change)}::text[]) as topic`);
  return sequence;
}

function eventRow(ctx: Context, entry: NewEntry, place: Readonly<{ sessionId: string; sequence: number }>) {
  const base = { workspaceId: ctx.workspaceId, ...place, at: ctx.now() };
  if (entry.type === 'message')
    return { ...base, type: 'message', messageId: entry.messageId, clientId: entry.clientId, data: {} };
  const { kind, detail } = entry.line;
  const data = { kind, detail, person: entry.personName };
  return { ...base, type: 'line', messageId: null, clientId: null, data };
}

function topicsOf({ workspaceId }: Context, { before, after, watchedBy }: ChatChange): string[] {
  const members = new Set([...watchedBy, before.acceptedById, after.acceptedById]);
  const queueMoved =
    before.state !== after.state || before.waitingSince?.getTime() !== after.waitingSince?.getTime();
  return [
    chatTopic(workspaceId, after.id),
    ...[...members].flatMap((id) => (id ? [chatsTopic(workspaceId, id)] : [])),
    ...(queueMoved ? queueTopics(workspaceId, after) : []),
  ];
}

const queueTopics = (workspaceId: string, { channelAccountId }: Chat) => [
  chatQueueTopic(workspaceId, channelAccountId),
  chatQueuesTopic(workspaceId),
];
