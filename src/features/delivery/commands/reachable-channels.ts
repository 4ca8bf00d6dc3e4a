import type { ConversationChannel } from '@/channels/contract';
import type { AnswerLimits, AnswerWay } from '@/domain/channel/answer-limits';
import type { ConversationState } from '@/domain/channel/conversation';
import { type AnswerWarning, type Hindrance, OPEN, type Reach } from '@/domain/channel/reach';
import type { Channel } from '@/domain/ticket/ticket';
import { type Opened, openConversationAccount } from '@/features/channels/commands/open-account';
import { conversationData } from '@/features/delivery/conversation-to-answer';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { sql } from '@/server/db/sql';
import { mailboxOfTicket } from './mailbox-of-ticket';

/** One way on which a customer can be answered on a ticket, or why they cannot. */
export type ReachableChannel = Readonly<{
  /** `email`, the id of a conversation, or `private:` and that id for a private answer to a public comment. */
  id: string;
  channel: Channel;
  /** The account that speaks: a mailbox, a page, a bot. */
  account: string;
  /** Who is reached: an address, a number, `@anna`. */
  handle: string;
  isPublic: boolean;
  reach: Reach;
  /** What one answer may hold; null where the product has no say, as with mail. */
  limits: AnswerLimits | null;
  /** What whoever answers here has to know. */
  warning: AnswerWarning | null;
  /** Approved texts can be sent even when nothing else can. */
  hasTemplates: boolean;
}>;

type TicketRef = Readonly<{ id: string; requesterId: string; channelAccountId: string | null }>;
type Asker = Pick<Context, 'workspaceId' | 'now'>;
type Reader = Pick<Tx, '$queryRaw' | 'channelAccount' | 'customerIdentity'>;

/**
 * On which channels this customer can be reached now, and why not otherwise: by mail, in their private conversations, and in
 * the public threads of this ticket. At most three queries; the newest conversation of each account only.
 */
export async function reachableChannels(
  db: Reader,
  ctx: Asker,
  ticket: TicketRef,
): Promise<ReachableChannel[]> {
  const [conversations, mail] = await Promise.all([
    reachableConversations(db, ctx, ticket),
    mailFacts(db, ctx, ticket),
  ]);
  return [...conversations, mailWay(mail)];
}

/** The conversations among the ways: the newest one first, in one query. */
export async function reachableConversations(
  db: Pick<Reader, '$queryRaw'>,
  ctx: Asker,
  ticket: Omit<TicketRef, 'channelAccountId'>,
): Promise<ReachableChannel[]> {
  const rows = await conversationsOf(db, ctx, ticket);
  const now = ctx.now();
  return rows.flatMap((row) => inConversation(row, now));
}

async function mailFacts(db: Reader, ctx: Asker, ticket: TicketRef): Promise<MailFacts> {
  const [mailbox, address] = await Promise.all([
    mailboxOfTicket(db, ctx, ticket),
    db.customerIdentity.findFirst({
      where: { workspaceId: ctx.workspaceId, customerId: ticket.requesterId, kind: 'email' },
      orderBy: [{ primary: 'desc' }, { createdAt: 'asc' }],
      select: { value: true },
    }),
  ]);
  return { mailbox: mailbox?.address ?? '', address: address?.value ?? '' };
}

/** The sending mailbox and the customer's address; empty where there is none. */
type MailFacts = Readonly<{ mailbox: string; address: string }>;

/** By mail: possible whenever there are two addresses. */
export function mailWay({ mailbox, address }: MailFacts): ReachableChannel {
  const missing: Hindrance | null = address === '' ? 'no_address' : null;
  const hindrance = mailbox === '' ? 'no_mailbox' : missing;
  return {
    id: 'email',
    channel: 'email',
    account: mailbox,
    handle: address,
    isPublic: false,
    reach: hindrance ? { state: 'closed', why: hindrance } : OPEN,
    limits: null,
    warning: null,
    hasTemplates: false,
  };
}

type Row = Readonly<{
  id: string;
  key: string;
  channel: Channel;
  isPublic: boolean;
  handle: string;
  data: unknown;
  lastInboundAt: Date | null;
  blockedAt: Date | null;
  account: string;
  enabled: boolean;
  sealedConfig: string | null;
}>;

const MOST = 12;

/** Private threads with this customer, the newest of each account, and the public ones that stand on this ticket. */
function conversationsOf(
  db: Pick<Reader, '$queryRaw'>,
  { workspaceId }: Asker,
  ticket: Omit<TicketRef, 'channelAccountId'>,
): Promise<Row[]> {
  return db.$queryRaw<Row[]>(sql`
    select * from (
      select distinct on (case when c."isPublic" then c.id else c."channelAccountId" end) c.id, c.key, c.channel,
        c."isPublic", c.handle, c.data, c."lastInboundAt", c."blockedAt", c."createdAt", a.name as account, a.enabled,
        a."sealedConfig"
      from (
        select * from "ChannelConversation"
        where "workspaceId" = ${workspaceId}::uuid and "customerId" = ${ticket.requesterId}::uuid and not "isPublic"
        union all
        select * from "ChannelConversation"
        where "workspaceId" = ${workspaceId}::uuid and "ticketId" = ${ticket.id}::uuid and "isPublic"
      ) c join "ChannelAccount" a on a."workspaceId" = c."workspaceId" and a.id = c."channelAccountId"
      order by case when c."isPublic" then c.id else c."channelAccountId" end,
        c."ticketId" = ${ticket.id}::uuid desc nulls last, c."lastInboundAt" desc nulls last
    ) as newest order by "lastInboundAt" desc nulls last, "createdAt" desc limit ${MOST}`);
}

/** Whether each of these conversations can be answered now, by their ids; in one query. */
export async function reachOfConversations(
  db: Pick<Reader, '$queryRaw'>,
  { workspaceId, now }: Asker,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Reach>> {
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<Row[]>(sql`
    select c.id, c.key, c.channel, c."isPublic", c.handle, c.data, c."lastInboundAt", c."blockedAt", a.name as account,
      a.enabled, a."sealedConfig"
    from "ChannelConversation" c
    join "ChannelAccount" a on a."workspaceId" = c."workspaceId" and a.id = c."channelAccountId"
    where c."workspaceId" = ${workspaceId}::uuid and c.id = any(${[...ids]}::uuid[])`);
  const at = now();
  return new Map(
    rows.flatMap((row) =>
      inConversation(row, at).flatMap(({ id, reach }) => (id === row.id ? [[id, reach] as const] : [])),
    ),
  );
}

function inConversation(row: Row, now: Date): ReachableChannel[] {
  const { id, channel, account, handle, isPublic } = row;
  const opened = openedOf(row);
  const state: ConversationState = { ...row, data: conversationData(row.data) };
  const limitsOf = (way: AnswerWay) => opened?.adapter.limits(way, opened.config) ?? null;
  const warning = opened?.adapter.warning?.(state) ?? null;
  const shown = { channel, account, handle };
  const reach: Reach = opened
    ? opened.adapter.reach(state, opened.config, now)
    : { state: 'closed', why: 'channel_off' };
  const hasTemplates = opened?.adapter.templates !== undefined;
  const limits = limitsOf(isPublic ? 'public' : 'private');
  const here = { ...shown, id, isPublic, reach, limits, warning, hasTemplates };
  const privately = isPublic ? opened?.adapter.reachPrivately?.(state, now) : undefined;
  if (!privately) return [here];
  const there = { ...shown, id: `private:${id}`, isPublic: false, reach: privately, hasTemplates: false };
  return [here, { ...there, limits: limitsOf('private_reply'), warning: null }];
}

const openedOf = (row: Row): Opened<ConversationChannel<unknown>> | null =>
  row.enabled ? openConversationAccount(row) : null;

/** The thread in which the customer last wrote on this ticket; null when that was no thread, or they never did. */
export async function lastConversationOf(
  db: Pick<Tx, 'message'>,
  { workspaceId }: Pick<Context, 'workspaceId'>,
  ticketId: string,
): Promise<string | null> {
  const last = await db.message.findFirst({
    where: { workspaceId, ticketId, direction: 'inbound', automated: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { conversationId: true },
  });
  return last?.conversationId ?? null;
}
