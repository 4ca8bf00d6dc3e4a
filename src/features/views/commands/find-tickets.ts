import 'server-only';
import { dayAt, forPerson, type ViewCondition } from '@/domain/condition/view-fields';
import { conditionOfTerm, extrasOf, type FindExtra } from '@/domain/search/find-condition';
import { type FindProblem, type FindTerm, readFind } from '@/domain/search/find-query';
import { wideParts } from '@/domain/view/plan';
import { type HitPlace, searchTickets, type TicketHits } from '@/features/search/queries';
import type { StaffContext } from '@/server/context';
import { joinSql, type Sql, sql } from '@/server/db/sql';
import { type ViewMoment, viewBounds, viewSql } from '../view-sql';
import { idsNamed } from './find-names';

type FoundTickets = TicketHits &
  Readonly<{
    /** What was searched for as words. */
    words: string;
    /** What cannot be searched for; with any but a misspelt key, nothing was. */
    problems: readonly FindProblem[];
    /** What else was asked, as a view keeps it; null for nothing, and where views do not know all of it. */
    conditions: ViewCondition | null;
    /** Only the newest tickets were looked at, and `next` goes on further back: no index knows what was asked. */
    partly: boolean;
  }>;

type Asked = Readonly<{ q: string; limit: number; after?: HitPlace | null }>;

/** How many tickets are looked at for a page when only reading them tells whether they fit. */
const WINDOW = 5000;

/**
 * The tickets that this person may see and that fit what was typed: words, and conditions such as `status:open` (`readFind`).
 * Newest activity first, those of a number or address before.
 */
export async function findTickets(
  ctx: StaffContext,
  { q, limit, after = null }: Asked,
): Promise<FoundTickets> {
  const at = { now: ctx.now(), timeZone: await timeZoneOf(ctx) };
  const read = readFind(q, dayAt(at.now, at.timeZone));
  const settled = await settledTerms(ctx, read.terms);
  const problems = [...read.problems, ...settled.problems];
  const { words } = read;
  if (problems.some(({ code }) => code !== 'unknown_key')) {
    return { hits: [], next: null, corrected: [], words, problems, conditions: null, partly: false };
  }
  const { kept, other } = settled;
  const all = kept.length + other.length > 0 ? { all: kept } : null;
  const wide = all !== null && wideParts(all).length > 0;
  const found = await searchTickets(ctx, {
    q: words,
    limit,
    after,
    ...(all && { filter: filterOf(ctx, { kept: all, other }, at) }),
    ...(wide && { window: WINDOW }),
  });
  const conditions = other.length === 0 ? all : null;
  return {
    ...found,
    words,
    problems,
    conditions,
    partly: wide && found.hits.length < limit && found.next !== null,
  };
}

async function timeZoneOf({ db, workspaceId }: StaffContext): Promise<string> {
  const { timeZone } = await db.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { timeZone: true },
  });
  return timeZone;
}

/** A part of a search that no view can keep: one of these is so, or none where it is negated. */
type Other = Readonly<{ condition: ViewCondition | null; extras: readonly FindExtra[]; negated: boolean }>;

async function settledTerms(ctx: StaffContext, terms: readonly FindTerm[]) {
  const settled = await Promise.all(terms.map((term) => settledTerm(ctx, term)));
  return {
    kept: settled.flatMap(({ kept }) => kept ?? []),
    other: settled.flatMap(({ other }) => other ?? []),
    problems: settled.flatMap(({ problems }) => problems),
  };
}

type Settled = Readonly<{ kept?: ViewCondition; other?: Other; problems: readonly FindProblem[] }>;

async function settledTerm(ctx: StaffContext, term: FindTerm): Promise<Settled> {
  const { key, token, negated } = term;
  const named = await Promise.all(
    term.names.map(async (name) => ({ name, ids: await idsNamed(ctx, key, name) })),
  );
  const nobody = key === 'subject' ? [] : named.filter(({ ids }) => ids.length === 0);
  const problems = nobody.map(
    ({ name }): FindProblem => ({ code: 'unknown_name', token, key, value: name, near: [] }),
  );
  const condition = conditionOfTerm(
    term,
    named.flatMap(({ ids }) => ids),
  );
  const extras = extrasOf(term);
  if (extras.length > 0) return { other: { condition, extras, negated }, problems };
  if (!condition) return { problems };
  return { kept: negated ? { not: condition } : condition, problems };
}

type Filter = Readonly<{ kept: ViewCondition; other: readonly Other[] }>;

function filterOf(ctx: StaffContext, { kept, other }: Filter, at: ViewMoment): Sql {
  const own = (condition: ViewCondition) => viewSql(forPerson(condition, ctx.actor), at);
  const others = other.map(({ condition, extras, negated }) => {
    const choices = [...(condition ? [own(condition)] : []), ...extras.map((each) => extraSql(ctx, each))];
    const any = sql`(${joinSql(choices, ' or ')})`;
    return negated ? sql`not ${any}` : any;
  });
  const all = forPerson(kept, ctx.actor);
  return joinSql([...viewBounds(ctx.workspaceId, all), viewSql(all, at), ...others], ' and ');
}

/** What happened longer ago than this, in days, is not shown as new any more; as in the lines of lists. */
const NEW_DAYS = 90;

function extraSql(ctx: StaffContext, extra: FindExtra): Sql {
  if (extra === 'attachment') {
    return sql`exists (select from "Message" m
      join "Attachment" a on a."workspaceId" = m."workspaceId" and a."messageId" = m.id and not a.inline
      where m."workspaceId" = t."workspaceId" and m."ticketId" = t.id)`;
  }
  const oldest = new Date(ctx.now().getTime() - NEW_DAYS * 86_400_000);
  return sql`exists (select from "Membership" r
    left join "TicketSeen" n on n."workspaceId" = r."workspaceId" and n."userId" = r."userId" and n."ticketId" = t.id
    where r."workspaceId" = t."workspaceId" and r."userId" = ${ctx.actor.id}::uuid
      and t."activityAt" > greatest(r."unreadFrom", n."seenAt", ${oldest}::timestamptz))`;
}
