import type { ChatLife, ChatLine } from '@/domain/chat/life';
import type { Ticket } from '@/domain/ticket/ticket';
import type { Stood } from '@/features/sla/commands/settle-clocks';
import { stoodOfJson, type TicketJson, ticketOfJson } from '@/features/tickets/commands/ticket-of-json';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { type Sql, sql, sqlJson } from '@/server/db/sql';
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

/** What was read along with a ticket: how its promises stood, and that nothing is planned for later or promised. */
type Known = Readonly<{ stood: Stood; nothingPlanned: boolean; nothingPromised: boolean }>;

/** What words in a chat have to know, all in one statement. */
export type Talk = Readonly<{
  chat: Chat;
  /** The number of the entry that these words became when they came before; null for new words. */
  saidAs: number | null;
  /** The ticket on which they go; null when there is none yet, and when it was merged into another one. */
  on: Readonly<{ ticket: Ticket; known: Known }> | null;
  /** Anybody at all is blocked here, so that it is worth asking whether this visitor is. */
  blocks: boolean;
}>;

type TalkRow = Chat &
  Readonly<{
    saidAs: number | null;
    ticket: TicketJson | null;
    rulesVersion: number;
    nothingPlanned: boolean;
    nothingPromised: boolean;
    blocks: boolean;
  }>;

/** Words that are to be said in a chat. */
export type Asked = Readonly<{ id: string; clientId: string }>;

/**
 * The chat, locked as by `lockChat`, with what saying something in it needs to know. Where it had to wait for the lock, the
 * rest may be older than the chat: saving then loses the race and is tried again, and `again` waits before it reads.
 */
export async function lockTalk(
  tx: Tx,
  ctx: Pick<Context, 'workspaceId'>,
  { again = false, ...asked }: Asked & Readonly<{ again?: boolean }>,
): Promise<Talk | null> {
  if (again) await lockChat(tx, ctx, asked.id);
  const talks = await readTalks(tx, ctx, { asked: [asked], waiting: sql`` });
  return talks.get(asked.id) ?? null;
}

/** The same for different chats at once, by their ids, but for those that somebody else has locked: none waits for another. */
export const lockTalks = (
  tx: Tx,
  ctx: Pick<Context, 'workspaceId'>,
  asked: readonly Asked[],
): Promise<ReadonlyMap<string, Talk>> => readTalks(tx, ctx, { asked, waiting: sql`skip locked` });

async function readTalks(
  tx: Tx,
  { workspaceId }: Pick<Context, 'workspaceId'>,
  { asked, waiting }: Readonly<{ asked: readonly Asked[]; waiting: Sql }>,
): Promise<ReadonlyMap<string, Talk>> {
  const ids = asked.map(({ id }) => id);
  const clientIds = asked.map(({ clientId }) => clientId);
  const rows = await tx.$queryRaw<TalkRow[]>`
    select s.id, s."channelAccountId", s."visitorId", s."ticketId", s.sequence, s.locale, s."pageUrl", s."openedBy", s.answers,
      s.state::text, s."waitingSince", s."acceptedById", s."acceptedAt", s."waitedMs", s."lastMessageAt",
      s."lastVisitorAt", s."warnedAt", s."visitorSeenAt", s."endedAt", s."endedBy"::text, s."byMail",
      (select e.sequence from "ChatEvent" e where e."workspaceId" = s."workspaceId" and e."sessionId" = s.id
        and e."clientId" = asked."clientId") as "saidAs",
      case when t.id is not null then to_jsonb(t) || jsonb_build_object('tagIds', array(
        select g."tagId" from "TicketTag" g where g."workspaceId" = t."workspaceId" and g."ticketId" = t.id
        order by g."tagId")) end as ticket,
      w."rulesVersion",
      not exists (select from "Message" m where m."workspaceId" = t."workspaceId" and m."ticketId" = t.id
        and m.scheduled and m.delivery = 'queued') as "nothingPlanned",
      not exists (select from "TicketPromise" p where p."workspaceId" = t."workspaceId" and p."ticketId" = t.id)
        as "nothingPromised",
      exists (select from "BlockedSender" b where b."workspaceId" = s."workspaceId")
        or exists (select from "Customer" c where c."workspaceId" = s."workspaceId" and c."blockedAt" is not null)
        as blocks
    from unnest(${ids}::uuid[], ${clientIds}::text[]) as asked(id, "clientId")
    join "ChatSession" s on s."workspaceId" = ${workspaceId}::uuid and s.id = asked.id
    join "Workspace" w on w.id = s."workspaceId"
    left join "Ticket" t on t."workspaceId" = s."workspaceId" and t.id = s."ticketId"
    order by s.id for update of s ${waiting}`;
  return new Map(rows.map((row) => [row.id, talkOf(row)]));
}

function talkOf(row: TalkRow): Talk {
  const { saidAs, ticket, rulesVersion, nothingPlanned, nothingPromised, blocks, ...chat } = row;
  if (!ticket || ticket['mergedIntoId'] !== null) return { chat, saidAs, blocks, on: null };
  const known = { stood: stoodOfJson(ticket, rulesVersion), nothingPlanned, nothingPromised };
  return { chat, saidAs, blocks, on: { ticket: ticketOfJson(ticket), known } };
}

/**
 * The only way a chat changes: its state, what is added to the conversation, and the notice to whoever looks at it, in one
 * statement. Gives the sequence of the newest entry.
 */
export async function saveChat(tx: Tx, ctx: Context, change: ChatChange): Promise<number> {
  await saveChats(tx, ctx, [change]);
  return sequenceAfter(change);
}

/** The sequence of the newest entry after a change. */
export const sequenceAfter = ({ before, entries }: ChatChange): number => before.sequence + entries.length;

/** The same as `saveChat` for different chats of a workspace. */
export async function saveChats(tx: Tx, ctx: Context, changes: readonly ChatChange[]): Promise<void> {
  const { workspaceId } = ctx;
  const chats = changes.map((change) => ({ ...change.after, sequence: sequenceAfter(change) }));
  const rows = changes.flatMap(({ before, after, entries }) =>
    entries.map((entry, index) =>
      eventRow(ctx, entry, { sessionId: after.id, sequence: before.sequence + index + 1 }),
    ),
  );
  const topics = [...new Set(changes.flatMap((change) => topicsOf(ctx, change)))];
  await tx.$executeRaw`
    with saved as (
      update "ChatSession" s set state = r.state, "ticketId" = r."ticketId", sequence = r.sequence,
        "waitingSince" = r."waitingSince", "acceptedById" = r."acceptedById", "acceptedAt" = r."acceptedAt",
        "waitedMs" = r."waitedMs", "lastMessageAt" = r."lastMessageAt", "lastVisitorAt" = r."lastVisitorAt",
        "warnedAt" = r."warnedAt", "visitorSeenAt" = greatest(s."visitorSeenAt", r."visitorSeenAt"),
        "endedAt" = r."endedAt", "endedBy" = r."endedBy", "byMail" = r."byMail"
      from json_populate_recordset(null::"ChatSession", ${sqlJson(chats)}::json) r
      where s."workspaceId" = ${workspaceId}::uuid and s.id = r.id),
    added as (
      insert into "ChatEvent" ("workspaceId", "sessionId", sequence, type, "messageId", "clientId", data, at)
      select "workspaceId", "sessionId", sequence, type, "messageId", "clientId", data, at
      from json_populate_recordset(null::"ChatEvent", ${sqlJson(rows)}::json))
    select pg_notify('live', topic) from unnest(${topics}::text[]) as topic`;
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
