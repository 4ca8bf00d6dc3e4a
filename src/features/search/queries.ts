import 'server-only';
import { may } from '@/domain/permission/can';
import { swappedLetters } from '@/domain/search/edit-distance';
import { plain } from '@/domain/search/plain';
import { addressIn, readSearchText, type SearchText, ticketNumberIn } from '@/domain/search/search-text';
import type { TicketStatus } from '@/domain/ticket/ticket';
import type { StaffContext } from '@/server/context';
import { freshlyPlanned } from '@/server/db/fresh-plan';
import { readableBy } from '@/server/db/readable-tickets';
import { joinSql, type Sql, sql } from '@/server/db/sql';
import { corrected, type TicketQuery, ticketQuery } from './ticket-query';

/** Where a list of hits goes on: direct hits first, then those of the words, then those of corrected words. */
export type HitPlace = Readonly<{ step: 'direct' | 'words' | 'corrected'; activityAt: Date; id: string }>;

type TicketHit = Readonly<{
  id: string;
  number: number;
  subject: string;
  preview: string;
  status: TicketStatus;
  requester: string;
  activityAt: Date;
}>;

export type TicketHits = Readonly<{
  hits: readonly TicketHit[];
  next: HitPlace | null;
  /** What misspelt words were taken for, when the words as typed found next to nothing. */
  corrected: readonly string[];
}>;

export type TicketSearch = Readonly<{
  q: string;
  limit: number;
  after?: HitPlace | null;
  /** A further condition on `"Ticket" t` and `"Customer" c`; with one, there may be no words. */
  filter?: Sql;
  /** How many of the newest tickets are looked at for a page, where no index knows the filter; absent: as many as it takes. */
  window?: number;
}>;

/** Below this many hits, words that nobody has written are taken for misspelt. */
const FEW = 5;

/**
 * The tickets that this member may see and that hold what was typed (websearch syntax), those of a ticket number or mail
 * address first, then the newest activity first.
 */
export async function searchTickets(ctx: StaffContext, search: TicketSearch): Promise<TicketHits> {
  const { q, limit, after = null } = search;
  const asked = { ...(await understood(ctx, q)), anything: search.filter !== undefined && q.trim() === '' };
  const found: FoundHit[] = [];
  const words: string[] = [];
  let end: HitPlace | null = null;
  for (const step of STEPS.slice(STEPS.indexOf(after?.step ?? 'direct'))) {
    if (end || isEnough(step, found.length, search)) break;
    const more = await walked(ctx, { ...search, limit: limit + 1 - found.length }, { step, asked });
    words.push(...more.words);
    found.push(...more.hits);
    end = more.end;
  }
  const hits = found.slice(0, limit).map(({ step: _, ...hit }) => hit);
  const last = found.length > limit ? found[limit - 1] : undefined;
  return { hits, next: last ? placeOf(last) : end, corrected: words };
}

type FoundHit = TicketHit & Pick<HitPlace, 'step'>;
type Walked = Readonly<{ hits: readonly FoundHit[]; words: readonly string[]; end: HitPlace | null }>;
type Step = Readonly<{ step: HitPlace['step']; asked: Asked }>;

/** What one step finds; `end` is where it stopped with less than a page, because it had looked at its window. */
async function walked(ctx: StaffContext, search: TicketSearch, { step, asked }: Step): Promise<Walked> {
  const wanted = await wantedBy(ctx, step, asked);
  if (!wanted) return { hits: [], words: [], end: null };
  const place = search.after?.step === step ? search.after : null;
  const { window: given, ...rest } = search;
  const window = wanted.few ? undefined : given;
  const rows = await hitsOf(ctx, { ...rest, ...wanted, place, ...(window && { window }) });
  const end = window && rows.length < search.limit ? await windowEnd(ctx, { window, place, step }) : null;
  // Words that only hidden tickets have are not told of.
  return { hits: rows.map((row) => ({ ...row, step })), words: rows.length > 0 ? wanted.words : [], end };
}

type Window = Readonly<{ window: number; place: HitPlace | null; step: HitPlace['step'] }>;

/** The last place within a window; null where all tickets end before. */
async function windowEnd(ctx: StaffContext, { window, place, step }: Window): Promise<HitPlace | null> {
  const [end] = await ctx.db.$queryRaw<{ activityAt: Date; id: string }[]>`
    select s."activityAt", s."ticketId" as id from "TicketSearch" s
    where s."workspaceId" = ${ctx.workspaceId}::uuid ${beyond(place)}
    order by s."activityAt" desc, s."ticketId" desc offset ${window - 1} limit 1`;
  return end ? { step, ...end } : null;
}

const beyond = (place: HitPlace | null): Sql =>
  place ? sql`and (s."activityAt", s."ticketId") < (${place.activityAt}, ${place.id}::uuid)` : sql``;

const STEPS = ['direct', 'words', 'corrected'] as const;
const placeOf = ({ step, activityAt, id }: HitPlace): HitPlace => ({ step, activityAt, id });

/** True when the page is full, or when words that found so much need no correction. */
function isEnough(step: HitPlace['step'], count: number, { limit, after }: TicketSearch): boolean {
  if (count > limit) return true;
  return step === 'corrected' && (after ? after.step !== 'corrected' : count >= FEW);
}

type Understood = Readonly<{ text: SearchText; direct: Sql | null; query: TicketQuery | null }>;
/** `anything`: there are no words, and the filter alone says what is asked. */
type Asked = Understood & Readonly<{ anything: boolean }>;

async function understood(ctx: StaffContext, q: string): Promise<Understood> {
  const text = readSearchText(q);
  const [direct, query] = await Promise.all([directHits(ctx, q), ticketQuery(ctx, text)]);
  return { text, direct, query };
}

/** The condition that the ticket is the one whose number, or one of the customer whose address was typed. */
async function directHits(ctx: StaffContext, q: string): Promise<Sql | null> {
  const number = ticketNumberIn(q);
  if (number !== null) return sql`t.number = ${number}`;
  const value = addressIn(q);
  if (value === null) return null;
  const identity = await ctx.db.customerIdentity.findFirst({
    where: { workspaceId: ctx.workspaceId, kind: 'email', value },
    select: { customerId: true },
  });
  return identity && sql`t."requesterId" = ${identity.customerId}::uuid`;
}

type Match = Readonly<{
  condition: Sql;
  /** It names all that fit by their ids. */
  few: boolean;
}>;
type Wanted = Match & Readonly<{ words: readonly string[] }>;

async function wantedBy(ctx: StaffContext, step: HitPlace['step'], asked: Asked): Promise<Wanted | null> {
  if (asked.anything) return step === 'words' ? { condition: sql`true`, few: false, words: [] } : null;
  const { direct, query } = asked;
  if (step === 'direct') return direct && { condition: direct, few: true, words: [] };
  if (!query) return null;
  if (step === 'corrected') return meantBy(ctx, asked.text, query);
  const match = await matching(ctx, query.match);
  const { condition, few } = match;
  return { condition: direct ? sql`${condition} and not (${direct})` : condition, few, words: [] };
}

/** Up to this many matches are sorted by time; when there are more, the newest tickets are tried one by one. */
const MOST_SORTED = 3000;

async function matching(ctx: StaffContext, query: Sql): Promise<Match> {
  const [row] = await ctx.db.$queryRaw<{ hits: string[] | null }[]>`
    select search_hits(${ctx.workspaceId}::uuid, ${query}, ${MOST_SORTED}::int) as hits`;
  return row?.hits
    ? { condition: sql`s."ticketId" = any(${row.hits}::uuid[])`, few: true }
    : { condition: sql`s.vector @@ ${query}`, few: false };
}

/** What else is found when misspelt words are corrected; null when there is nothing to correct. */
async function meantBy(ctx: StaffContext, text: SearchText, query: TicketQuery): Promise<Wanted | null> {
  const meant = await corrected(ctx, { text, unknown: query.unknown });
  const better = meant && (await ticketQuery(ctx, meant.text));
  if (!meant || !better) return null;
  const match = await matching(ctx, sql`(${better.match} && !!${query.match})`);
  return { ...match, words: meant.words };
}

type Hits = TicketSearch & Readonly<{ condition: Sql; place: HitPlace | null }>;

function hitsOf(ctx: StaffContext, { condition, place, filter, limit, window }: Hits): Promise<TicketHit[]> {
  const conditions = [condition, readableBy(ctx.actor), ...(filter ? [filter] : [])];
  const looked = window
    ? sql`(select * from "TicketSearch" s where s."workspaceId" = ${ctx.workspaceId}::uuid ${beyond(place)}
        order by s."activityAt" desc, s."ticketId" desc limit ${window})`
    : sql`"TicketSearch"`;
  return freshlyPlanned(
    ctx.db,
    (tx) => tx.$queryRaw<TicketHit[]>`
    select t.id, t.number, t.subject, t.preview, t.status, c."displayName" as requester, s."activityAt"
    from ${looked} s
    join "Ticket" t on t."workspaceId" = s."workspaceId" and t.id = s."ticketId"
    join "Customer" c on c."workspaceId" = t."workspaceId" and c.id = t."requesterId"
    where s."workspaceId" = ${ctx.workspaceId}::uuid and ${joinSql(conditions, ' and ')} ${beyond(place)}
    order by s."activityAt" desc, s."ticketId" desc
    limit ${limit}`,
  );
}

/** The condition on `"Ticket" t` that it holds what was typed, for lists in another order; null when nothing was. */
export async function ticketsMatching(ctx: StaffContext, q: string): Promise<Sql | null> {
  const { direct, query } = await understood(ctx, q);
  if (!query) return direct;
  const { condition: match } = await matching(ctx, query.match);
  const found = sql`exists (
    select from "TicketSearch" s where s."workspaceId" = t."workspaceId" and s."ticketId" = t.id and ${match})`;
  return direct ? sql`(${direct} or ${found})` : found;
}

type CustomerHit = Readonly<{ id: string; name: string; address: string | null; createdAt: Date }>;

export type CustomerHits = Readonly<{
  hits: readonly CustomerHit[];
  next: Readonly<{ createdAt: Date; id: string }> | null;
}>;

type CustomerSearch = Readonly<{ q: string; limit: number; after?: CustomerHits['next'] }>;

/** Customers whose name and addresses hold every word that was typed, or nearly so when none do; the newest first. */
export async function searchCustomers(
  ctx: StaffContext,
  { q, limit, after = null }: CustomerSearch,
): Promise<CustomerHits> {
  const words = plain(q)
    .split(/[\s\p{Cc}]+/u)
    .filter(Boolean)
    .slice(0, 8);
  if (words.length === 0 || !may(ctx.actor, 'customer.read')) return { hits: [], next: null };
  const exact = sql`c."searchText" like all(${words.map(containing)}::text[])`;
  const page = { limit: limit + 1, after };
  const found = await customersOf(ctx, exact, page);
  const rows = found.length > 0 || after ? found : await customersOf(ctx, nearly(words), page);
  const hits = rows.slice(0, limit);
  const last = hits.at(-1);
  return { hits, next: rows.length > limit && last ? { createdAt: last.createdAt, id: last.id } : null };
}

/** Each word is similar to a part of the name (word similarity of pg_trgm, 0.6), or has two letters the wrong way round. */
function nearly(words: readonly string[]): Sql {
  const conditions = words.map((word) => {
    const swapped = swappedLetters(word).map(containing);
    return sql`(${word} <% c."searchText" or c."searchText" like any(${swapped}::text[]))`;
  });
  return joinSql(conditions, ' and ');
}

const containing = (word: string) => `%${word.replace(/[\\%_]/g, '\\$&')}%`;

function customersOf(
  ctx: StaffContext,
  condition: Sql,
  { limit, after }: Readonly<{ limit: number; after: CustomerHits['next'] }>,
): Promise<CustomerHit[]> {
  const from = after ? sql`and (c."createdAt", c.id) < (${after.createdAt}, ${after.id}::uuid)` : sql``;
  return ctx.db.$queryRaw<CustomerHit[]>`
    select c.id, c."displayName" as name, c."createdAt", (
      select i.value from "CustomerIdentity" i
      where i."workspaceId" = c."workspaceId" and i."customerId" = c.id and i.kind = 'email'
      order by i."primary" desc, i."createdAt" limit 1
    ) as address
    from "Customer" c
    where c."workspaceId" = ${ctx.workspaceId}::uuid and c."mergedIntoId" is null and c."erasedAt" is null and ${condition} ${from}
    order by c."createdAt" desc, c.id desc limit ${limit}`;
}
