import 'server-only';
import { isThere, reachOf } from '@/domain/chat/life';
import type { CallPromised, ChatLanguage, PreChatField } from '@/domain/chat/protocol';
import { wordsIn } from '@/domain/chat/settings';
import { mayOnTicket } from '@/domain/permission/can';
import { chatAccountOf } from '@/features/chat/account';
import { nameless } from '@/features/chat/customer-of-visitor';
import type { ChatCard, ChatDesk, ChatList, ChatNews } from '@/features/chat/desk-view';
import { chatEntries } from '@/features/chat/entries';
import type { StaffContext } from '@/server/context';
import type { Db } from '@/server/db/client';
import { readableBy } from '@/server/db/readable-tickets';
import { sql } from '@/server/db/sql';

/**
 * What the page `/widget/<key>` needs to be framed. `allowedOrigins` are such as `https://shop.example`; none allows every
 * page.
 */
type ChatFrame = Readonly<{
  name: string;
  defaultLanguage: ChatLanguage;
  allowedOrigins: readonly string[];
}>;

/** What the page of the widget needs to be framed; null for a key that is unknown or switched off. */
export async function chatFrame(db: Db, key: string): Promise<ChatFrame | null> {
  const account = await chatAccountOf(db, key);
  if (!account) return null;
  const { name, settings, allowedOrigins } = account;
  return { name, defaultLanguage: settings.defaultLanguage, allowedOrigins };
}

/** Whether this workspace chats at all: without an account nothing of it is shown. */
export async function hasChat({ db, workspaceId }: StaffContext): Promise<boolean> {
  return (await db.chatAccount.findFirst({ where: { workspaceId }, select: { workspaceId: true } })) !== null;
}

type CardRow = Omit<ChatCard, 'waitingSince' | 'answerBy' | 'there'> &
  Readonly<{ visitorId: string; visitorSeenAt: Date; waitingSince: Date | null; answerBy: Date | null }>;

const MOST_CHATS = 60;

/** The chats that this member has or is offered, and those that wait for anybody, the longest waiting first. */
export async function listChats(ctx: StaffContext): Promise<ChatList> {
  const { workspaceId, actor, db } = ctx;
  const rows = await db.$queryRaw<CardRow[]>(sql`
    select s.id, t.number as "ticketNumber", coalesce(nullif(v.name, ''), c."displayName") as name, v.id as "visitorId",
      s.state::text, coalesce(t."assigneeId" = ${actor.id}::uuid, false) as mine, t.preview, s."waitingSince",
      s."visitorSeenAt", case when r."routedToId" = ${actor.id}::uuid then r."answerBy" end as "answerBy",
      (select count(*)::int from "ChatEvent" e
        join "Message" m on m."workspaceId" = e."workspaceId" and m.id = e."messageId" and m.direction = 'inbound'
        where e."workspaceId" = s."workspaceId" and e."sessionId" = s.id and e.sequence > s."agentReadSequence") as unread
    from "ChatSession" s
    join "Ticket" t on t."workspaceId" = s."workspaceId" and t.id = s."ticketId"
    join "Customer" c on c."workspaceId" = t."workspaceId" and c.id = t."requesterId"
    join "ChatVisitor" v on v."workspaceId" = s."workspaceId" and v.id = s."visitorId"
    left join "RoutedTicket" r on r."workspaceId" = t."workspaceId" and r."ticketId" = t.id
    where s."workspaceId" = ${workspaceId}::uuid and s.state in ('waiting', 'active')
      and (t."assigneeId" = ${actor.id}::uuid or (s.state = 'waiting' and t."assigneeId" is null and ${readableBy(actor)}))
    order by s."waitingSince" nulls last, s."createdAt"
    limit ${MOST_CHATS}`);
  const cards = rows.map((row) => cardOf(row, ctx.now()));
  return { mine: cards.filter(({ mine }) => mine), waiting: cards.filter(({ mine }) => !mine) };
}

function cardOf({ visitorId, visitorSeenAt, waitingSince, answerBy, ...row }: CardRow, at: Date): ChatCard {
  return {
    ...row,
    name: row.name || nameless({ id: visitorId }),
    waitingSince: waitingSince?.toISOString() ?? null,
    answerBy: answerBy?.toISOString() ?? null,
    there: isThere({ state: row.state, visitorSeenAt }, at),
  };
}

/** The chat that belongs to a ticket, its newest one; null when there is none. The caller has shown the ticket. */
export async function chatOfTicket(ctx: StaffContext, ticketId: string): Promise<ChatDesk | null> {
  const { workspaceId, db } = ctx;
  const row = await db.chatSession.findFirst({
    where: { workspaceId, ticketId, offline: false },
    orderBy: { createdAt: 'desc' },
    select: { id: true },
  });
  return row && chatForDesk(ctx, row.id);
}

/** A chat that this member may see, with what was said after an entry; null when they may not. */
export async function chatNews(
  ctx: StaffContext,
  { sessionId, after, workspace }: Readonly<{ sessionId: string; after: number; workspace: string }>,
): Promise<ChatNews | null> {
  const chat = await chatForDesk(ctx, sessionId);
  if (!chat) return null;
  const address = (id: string) => `/api/desk/${workspace}/files/${id}`;
  const wanted = after > 0 ? { after, limit: 200 } : { after: 0, limit: 60, newest: true };
  return { chat, entries: await chatEntries(ctx.db, ctx, { sessionId, ...wanted }, address) };
}

async function chatForDesk(ctx: StaffContext, id: string): Promise<ChatDesk | null> {
  const { workspaceId, db, actor } = ctx;
  const row = await db.chatSession.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: {
      id: true,
      state: true,
      sequence: true,
      locale: true,
      pageUrl: true,
      pageTitle: true,
      referrer: true,
      openedBy: true,
      answers: true,
      call: true,
      byMail: true,
      waitingSince: true,
      visitorSeenAt: true,
      visitorReadSequence: true,
      visitor: { select: { id: true, name: true, email: true, verifiedAt: true } },
      account: { select: { settings: true } },
      accepted: { select: { user: { select: { name: true } } } },
      ticket: {
        select: {
          id: true,
          number: true,
          assigneeId: true,
          teamId: true,
          requesterId: true,
          requester: {
            select: {
              displayName: true,
              identities: { where: { kind: 'email' }, take: 1, select: { value: true } },
            },
          },
          routed: { select: { routedToId: true, answerBy: true } },
        },
      },
    },
  });
  if (!row?.ticket || !mayOnTicket(actor, 'ticket.read', row.ticket)) return null;
  return deskOf(ctx, { ...row, ticket: row.ticket });
}

type Row = Readonly<{
  id: string;
  state: ChatDesk['state'];
  sequence: number;
  locale: string;
  pageUrl: string;
  pageTitle: string;
  referrer: string;
  openedBy: string | null;
  answers: unknown;
  call: unknown;
  byMail: boolean;
  waitingSince: Date | null;
  visitorSeenAt: Date;
  visitorReadSequence: number;
  visitor: Readonly<{ id: string; name: string; email: string | null; verifiedAt: Date | null }>;
  account: Readonly<{ settings: unknown }>;
  accepted: Readonly<{ user: Readonly<{ name: string }> }> | null;
  ticket: Readonly<{
    id: string;
    number: number;
    assigneeId: string | null;
    requester: Readonly<{ displayName: string; identities: readonly Readonly<{ value: string }>[] }>;
    routed: Readonly<{ routedToId: string | null; answerBy: Date | null }> | null;
  }>;
}>;

function deskOf({ actor, now }: StaffContext, row: Row): ChatDesk {
  const { ticket, visitor, state, sequence, openedBy } = row;
  const email = visitor.email ?? ticket.requester.identities[0]?.value ?? null;
  const offer = ticket.routed?.routedToId === actor.id ? ticket.routed.answerBy : null;
  return {
    id: row.id,
    ticketId: ticket.id,
    ticketNumber: ticket.number,
    name: visitor.name || ticket.requester.displayName || nameless(visitor),
    state,
    mine: actor.id !== null && ticket.assigneeId === actor.id,
    agent: state === 'waiting' ? null : (row.accepted?.user.name ?? null),
    answerBy: offer?.toISOString() ?? null,
    waitingSince: row.waitingSince?.toISOString() ?? null,
    there: isThere(row, now()),
    reach: reachOf(row, email, now()),
    email,
    verified: visitor.verifiedAt !== null,
    language: row.locale,
    page: { url: row.pageUrl, title: row.pageTitle, referrer: row.referrer },
    openedBy,
    answers: answersOf(row),
    call: row.call as CallPromised | null,
    visitorRead: row.visitorReadSequence,
    sequence,
  };
}

const KNOWN_FIELDS = new Set(['name', 'email', 'phone']);

/** Answers under the labels of their fields, as far as the account still has those. */
function answersOf({ answers, account, locale }: Row): ChatDesk['answers'] {
  const { fields, defaultLanguage } = account.settings as Readonly<{
    fields: readonly PreChatField[];
    defaultLanguage: ChatLanguage;
  }>;
  const labels = new Map(
    fields.map(({ key, label }) => [key, wordsIn(label, locale as ChatLanguage, defaultLanguage)]),
  );
  return Object.entries(answers as Readonly<Record<string, string>>)
    .filter(([key, value]) => !KNOWN_FIELDS.has(key) && value !== '')
    .map(([key, value]) => ({ label: labels.get(key) || key, value }));
}

/** Whether this member talks in this chat. */
export async function chatIsMine({ db, workspaceId, actor }: StaffContext, id: string): Promise<boolean> {
  if (!actor.id) return false;
  const where = { workspaceId, id, state: 'active', acceptedById: actor.id } as const;
  return (await db.chatSession.count({ where })) > 0;
}
