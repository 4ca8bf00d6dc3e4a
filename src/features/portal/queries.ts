import 'server-only';
import { mayOnTicket, type TicketOwnership } from '@/domain/permission/can';
import type { PromiseAbout } from '@/domain/promise/promise';
import { mayAskWhen } from '@/domain/promise/when-asked';
import type { Direction, TicketStatus } from '@/domain/ticket/ticket';
import type { CustomerPromise } from '@/features/promises/queries';
import { sql } from '@/server/db/sql';
import { withoutGuestSecrets } from '@/server/portal/guest-link';
import type { CustomerContext } from '@/server/portal/portal-page';
import { isCopied } from './copied';
import { type RequestStep, stepsOf } from './request-steps';
import { visibleMessages } from './visible-messages';

/** Messages on the page of a request; earlier ones are a page of their own. */
const PAGE_OF_MESSAGES = 50;

const LONGEST_TEXT = 50_000;

type RequestHead = Readonly<{
  id: string;
  number: number;
  subject: string;
  status: TicketStatus;
  createdAt: Date;
  requesterId: string;
  requester: string;
  organizationId: string | null;
  teamId: string | null;
  assigneeId: string | null;
  /** True where the requester put the reader in copy. */
  copied: boolean;
  /** What the customer was told about when, and is still owed, the soonest first; `dueAt` is ISO 8601. */
  promises: readonly Readonly<{
    about: PromiseAbout;
    dueAt: string;
    state: CustomerPromise['state'];
  }>[];
}>;

type RequestFile = Readonly<{
  id: string;
  name: string;
  type: string;
  size: number;
  /** Of a picture within the text; null for what lies beside it. */
  contentId: string | null;
}>;

export type RequestMessage = Readonly<{
  id: string;
  direction: Direction;
  authorKind: 'customer' | 'user' | 'system';
  authorCustomerId: string | null;
  authorName: string;
  visibleText: string;
  /** What we wrote, cleaned; null for what is text alone. */
  html: string | null;
  language: string | null;
  createdAt: Date;
  files: readonly RequestFile[];
}>;

export type RequestPage = Readonly<{
  request: RequestHead;
  /** Oldest first. */
  messages: readonly RequestMessage[];
  /** What else the customer would tell of it, between the messages shown; oldest first. */
  steps: readonly RequestStep[];
  /** The message before which earlier ones stand; null when the first is shown. */
  earlier: string | null;
  /** Who gets a copy of our answers. */
  cc: readonly string[];
  may: Readonly<{ reply: boolean; close: boolean; askWhen: boolean }>;
}>;

type Asked = Readonly<{ number: number; before: string | null }>;

/** A request as its customer may see it; null when there is none of this number for them. At most four queries. */
export async function requestPage(
  ctx: CustomerContext,
  { number, before }: Asked,
): Promise<RequestPage | null> {
  const request = await requestHead(ctx, number);
  if (!request || !mayOnTicket(ctx.actor, 'ticket.read', request)) return null;
  const [rows, cc] = await Promise.all([messagesOf(ctx, request, before), copyOf(ctx, request)]);
  const messages = rows.slice(0, PAGE_OF_MESSAGES).reverse();
  const reply = mayOnTicket(ctx.actor, 'ticket.reply', request);
  return {
    request,
    messages,
    steps: await stepsOf(ctx, request.id, { from: messages[0]?.createdAt, before: before !== null }),
    earlier: rows.length > PAGE_OF_MESSAGES ? (messages[0]?.id ?? null) : null,
    cc,
    may: {
      reply,
      close: mayOnTicket(ctx.actor, 'ticket.update', request),
      askWhen: reply && mayAskWhen(request.status) && !request.promises.some(tellsOfAnswer),
    },
  };
}

/** A time for an answer that has not passed: who has it need not ask. */
const tellsOfAnswer = ({ about, state }: RequestHead['promises'][number]): boolean =>
  about === 'answer' && state !== 'late';

/** The ticket of this number, or the one it was merged into; says nothing of who may see it. */
async function requestHead(
  { db, workspaceId, now, actor }: CustomerContext,
  number: number,
): Promise<RequestHead | null> {
  const rows = await db.$queryRaw<RequestHead[]>`
    select t.id, t.number, t.subject, t.status, t."createdAt", t."requesterId", c."displayName" as requester,
      c."organizationId", t."teamId", t."assigneeId", ${isCopied(actor.id)} as copied,
      coalesce((
        select json_agg(json_build_object('about', p.about, 'dueAt', p."dueAt", 'state', case
          when p."pausedAt" is not null then 'waiting' when p."dueAt" < ${now()}::timestamptz then 'late' else 'open' end)
          order by p."dueAt")
        from "TicketPromise" p
        where p."workspaceId" = t."workspaceId" and p."ticketId" = t.id and p."openAs" is not null
      ), '[]'::json) as promises
    from "Ticket" n
    join "Ticket" t on t."workspaceId" = n."workspaceId" and t.id = coalesce(n."mergedIntoId", n.id)
    join "Customer" c on c."workspaceId" = t."workspaceId" and c.id = t."requesterId"
    where n."workspaceId" = ${workspaceId}::uuid and n.number = ${number}::int and t."trashedAt" is null`;
  return rows[0] ?? null;
}

async function messagesOf(
  ctx: CustomerContext,
  request: RequestHead,
  before: string | null,
): Promise<RequestMessage[]> {
  const { workspaceId } = ctx;
  const seen = { requesterId: request.requesterId, readerId: ctx.actor.id, at: ctx.now() };
  const earlier = before
    ? sql`(m."createdAt", m.id) < (
        select f."createdAt", f.id from "Message" f
        where f."workspaceId" = ${workspaceId}::uuid and f."ticketId" = ${request.id}::uuid and f.id = ${before}::uuid)`
    : sql`true`;
  const rows = await ctx.db.$queryRaw<RequestMessage[]>`
    select m.id, m.direction, m."authorKind", m."authorCustomerId", m."authorName", m.language, m."createdAt",
      left(m."visibleText", ${LONGEST_TEXT}::int) as "visibleText",
      case when m.direction = 'outbound' and length(m.html) <= ${LONGEST_TEXT * 4}::int then m.html end as html,
      coalesce((
        select json_agg(json_build_object('id', f.id, 'name', f.name, 'type', f.type, 'size', f.size,
          'contentId', case when f.inline then f."contentId" end) order by f.position, f.id)
        from "Attachment" f where f."workspaceId" = m."workspaceId" and f."messageId" = m.id
      ), '[]'::json) as files
    from "Message" m
    where m."workspaceId" = ${workspaceId}::uuid and m."ticketId" = ${request.id}::uuid
      and ${visibleMessages(seen)} and ${earlier}
    order by m."createdAt" desc, m.id desc limit ${PAGE_OF_MESSAGES + 1}`;
  // Colleagues read this too, and what somebody quoted of our mail may hold the link that is theirs alone.
  return rows.map((row) => ({ ...row, visibleText: withoutGuestSecrets(row.visibleText) }));
}

/**
 * Who stands in copy of what a person last sent us, and that person where it was not the requester: without our own mailboxes and
 * the reader's own addresses.
 */
async function copyOf(ctx: CustomerContext, request: RequestHead): Promise<readonly string[]> {
  const { db, workspaceId, actor } = ctx;
  const rows = await db.$queryRaw<{ address: string }[]>`
    with last as (
      select m.id, m."workspaceId", lower(m."authorAddress") as writer, m."authorCustomerId" from "Message" m
      where m."workspaceId" = ${workspaceId}::uuid and m."ticketId" = ${request.id}::uuid and m.direction = 'inbound'
        and m.automated is null and m."deletedAt" is null
      order by m."createdAt" desc, m.id desc limit 1),
    named as (
      select lower(a.address) as address, a.position from "MessageAddress" a
      join last l on l."workspaceId" = a."workspaceId" and l.id = a."messageId" where a.kind = 'cc'
      union all
      select l.writer, -1 from last l where l."authorCustomerId" is distinct from ${request.requesterId}::uuid)
    select n.address from named n
    where n.address <> '' and not exists (
        select 1 from "ChannelAccount" o where o."workspaceId" = ${workspaceId}::uuid and o.address = n.address)
      and not exists (
        select 1 from "CustomerIdentity" i where i."workspaceId" = ${workspaceId}::uuid and i.kind = 'email'
          and i.value = n.address and i."customerId" = ${actor.id}::uuid)
    order by n.position limit 20`;
  return [...new Set(rows.map(({ address }) => address))];
}

export type RequestedFile = Readonly<{ name: string; type: string; size: number; sha256: string }>;

/** A file of a message that this customer may read; null when there is none. */
export async function requestFile(ctx: CustomerContext, fileId: string): Promise<RequestedFile | null> {
  const rows = await ctx.db.$queryRaw<(RequestedFile & RequestHead & { messageId: string })[]>`
    select f.name, f.type, f.size, f.sha256, f."messageId", t.id, t."requesterId", t."teamId", t."assigneeId",
      c."organizationId", ${isCopied(ctx.actor.id)} as copied
    from "Attachment" f
    join "Message" m on m."workspaceId" = f."workspaceId" and m.id = f."messageId"
    join "Ticket" t on t."workspaceId" = m."workspaceId" and t.id = m."ticketId"
    join "Customer" c on c."workspaceId" = t."workspaceId" and c.id = t."requesterId"
    where f."workspaceId" = ${ctx.workspaceId}::uuid and f.id = ${fileId}::uuid and t."trashedAt" is null`;
  const [found] = rows;
  if (!found || !mayOnTicket(ctx.actor, 'ticket.read', found)) return null;
  const seen = { requesterId: found.requesterId, readerId: ctx.actor.id, at: ctx.now() };
  const visible = await ctx.db.$queryRaw<unknown[]>`
    select 1 from "Message" m
    where m."workspaceId" = ${ctx.workspaceId}::uuid and m.id = ${found.messageId}::uuid and ${visibleMessages(seen)}`;
  const { name, type, size, sha256 } = found;
  return visible.length > 0 ? { name, type, size, sha256 } : null;
}

/** The one request that a guest link names, as its holder may see it; null when it is no longer theirs. */
export async function guestRequest(ctx: CustomerContext, before: string | null): Promise<RequestPage | null> {
  const { ticketId } = ctx.actor;
  if (!ticketId) return null;
  const ticket = await ctx.db.ticket.findUnique({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id: ticketId } },
    select: { number: true },
  });
  return ticket && requestPage(ctx, { number: ticket.number, before });
}

type Heard = TicketOwnership & Readonly<{ id: string }>;

/** The ticket behind a request that this customer may hear of: the one of this number, else the one of their link. */
export async function heardRequest(ctx: CustomerContext, number: number | null): Promise<string | null> {
  const { workspaceId, db, actor } = ctx;
  const named = actor.ticketId ? sql`t.id = ${actor.ticketId}::uuid` : sql`t.number = ${number ?? 0}::int`;
  const [ticket] = await db.$queryRaw<Heard[]>`
    select t.id, t."teamId", t."assigneeId", t."requesterId", c."organizationId", ${isCopied(actor.id)} as copied
    from "Ticket" t join "Customer" c on c."workspaceId" = t."workspaceId" and c.id = t."requesterId"
    where t."workspaceId" = ${workspaceId}::uuid and ${named} and t."trashedAt" is null`;
  return ticket && mayOnTicket(actor, 'ticket.read', ticket) ? ticket.id : null;
}
