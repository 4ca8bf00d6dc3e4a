import 'server-only';
import { mayOnTicket } from '@/domain/permission/can';
import { mayAskFrom, type Skip, skipOf } from '@/domain/survey/ask';
import { SURVEY_LANGUAGES, type SurveyLanguage, type SurveyTerms } from '@/domain/survey/survey';
import { listSurveys } from '@/features/surveys/queries';
import type { Survey } from '@/features/surveys/survey-rows';
import { type SurveyWords, surveyWords } from '@/features/surveys/survey-words';
import { isMeant, TICKET } from '@/features/surveys/ticket-facts';
import { translator } from '@/i18n/translator';
import type { StaffContext } from '@/server/context';

const DAYS = 30;
const DAY_MS = 86_400_000;

export type SurveyLine = Survey & Readonly<{ asked: number; answered: number }>;

/**
 * All surveys, each with how many were asked within the last 30 days, and how many of those have answered. What bounced, and links
 * that people pass on, count neither way.
 */
export async function surveyLines(ctx: StaffContext): Promise<SurveyLine[]> {
  const { db, workspaceId } = ctx;
  const since = new Date(ctx.now().getTime() - DAYS * DAY_MS);
  const [surveys, groups] = await Promise.all([
    listSurveys(ctx),
    db.surveyInvite.groupBy({
      by: ['surveyId', 'state'],
      where: { workspaceId, sentAt: { gte: since }, channel: { not: 'link' } },
      _count: { _all: true },
    }),
  ]);
  return surveys.map((survey) => {
    const own = groups.filter(({ surveyId, state }) => surveyId === survey.id && state !== 'bounced');
    const many = (rows: typeof own) => rows.reduce((sum, { _count }) => sum + _count._all, 0);
    return { ...survey, asked: many(own), answered: many(own.filter(({ state }) => state === 'answered')) };
  });
}

export type SurveyVersionLine = Readonly<{
  version: number;
  savedAt: Date;
  savedBy: string | null;
  name: string;
}>;

const VERSIONS_SHOWN = 50;

/** What the survey was, the newest version first. */
export async function surveyVersions(
  { db, workspaceId }: StaffContext,
  surveyId: string,
): Promise<SurveyVersionLine[]> {
  const rows = await db.surveyVersion.findMany({
    where: { workspaceId, surveyId },
    orderBy: { version: 'desc' },
    take: VERSIONS_SHOWN,
    select: { version: true, savedAt: true, savedById: true, terms: true },
  });
  const ids = rows.flatMap(({ savedById }) => savedById ?? []);
  const people = await db.user.findMany({
    where: { id: { in: ids }, memberships: { some: { workspaceId } } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map(({ version, savedAt, savedById, terms }) => ({
    version,
    savedAt,
    savedBy: nameOf.get(savedById ?? '') ?? null,
    name: (terms as unknown as SurveyTerms).name,
  }));
}

/** Members who could take care of a low score. */
export async function possibleFollowers({ db, workspaceId }: StaffContext) {
  const rows = await db.membership.findMany({
    where: { workspaceId, deactivatedAt: null, role: { not: 'light_agent' } },
    orderBy: { user: { name: 'asc' } },
    take: 500,
    select: { userId: true, user: { select: { name: true } } },
  });
  return rows.map(({ userId, user }) => ({ id: userId, name: user.name }));
}

type Kind = 'csat2' | 'csat3' | 'csat5' | 'ces' | 'nps' | 'resolved' | 'custom';
type Shipped = Readonly<{
  kinds: Readonly<Record<Kind, SurveyWords>>;
  page: Readonly<{ choose: string; optional: string; comment: string }>;
}>;

/** The shipped words of every kind in every language, for the picture in the form. */
export type ShippedWords = Readonly<Record<SurveyLanguage, Shipped>>;

const KINDS = [
  ['csat2', 'csat', 2],
  ['csat3', 'csat', 3],
  ['csat5', 'csat', 5],
  ['ces', 'ces', 5],
  ['nps', 'nps', 5],
  ['resolved', 'resolved', 5],
  ['custom', 'custom', 5],
] as const;

const EMPTY = { en: '', hu: '', lv: '' };

/** The shipped words with this workspace's name in them. */
export async function shippedWords(workspace: string): Promise<ShippedWords> {
  const languages = await Promise.all(
    SURVEY_LANGUAGES.map(async (locale) => [locale, await shippedIn(locale, workspace)] as const),
  );
  return Object.fromEntries(languages) as unknown as ShippedWords;
}

async function shippedIn(locale: SurveyLanguage, workspace: string): Promise<Shipped> {
  const t = await translator(locale, 'survey');
  const kinds = await Promise.all(
    KINDS.map(async ([key, kind, steps]) => {
      const terms = { kind, steps, question: EMPTY, questions: [] };
      return [key, await surveyWords({ terms, locale, workspace })] as const;
    }),
  );
  const page = { choose: t('page.choose'), optional: t('page.optional'), comment: t('page.comment') };
  return { kinds: Object.fromEntries(kinds) as unknown as Shipped['kinds'], page };
}

export type DryRun = Readonly<{
  looked: number;
  asked: number;
  /** Why others would not have been asked, and how often. */
  skipped: readonly Readonly<{ reason: Skip; count: number }>[];
  /** The newest whose customers would have been asked. */
  examples: readonly Readonly<{ number: number; subject: string }>[];
}>;

const MOST_TICKETS = 2000;
const EXAMPLES = 10;

/**
 * Whom a survey would have asked about the solutions of the last 30 days, had it been on; it asks nobody. It counts all
 * tickets, and names those that the reader may read.
 */
export async function surveyDryRun(ctx: StaffContext, terms: SurveyTerms): Promise<DryRun> {
  const { db, workspaceId } = ctx;
  const since = new Date(ctx.now().getTime() - DAYS * DAY_MS);
  const rows = await db.ticket.findMany({
    where: {
      workspaceId,
      status: { in: ['solved', 'closed'] },
      statusChangedAt: { gte: since },
      solvedAt: { gte: since },
    },
    orderBy: { solvedAt: 'desc' },
    take: MOST_TICKETS,
    select: {
      ...TICKET,
      requester: {
        select: {
          ...TICKET.requester.select,
          blockedAt: true,
          surveyOptOut: { select: { at: true } },
          _count: { select: { identities: { where: { kind: 'email', bouncedAt: null } } } },
        },
      },
    },
  });
  const last = new Map<string, Date>();
  const verdicts = rows.toReversed().map((ticket) => {
    const reason = verdictOn(ticket, { terms, last });
    if (!reason && ticket.solvedAt) last.set(ticket.requesterId, ticket.solvedAt);
    return { ticket, reason };
  });
  const asked = verdicts.filter(({ reason }) => reason === null);
  const readable = asked.filter(({ ticket }) => mayOnTicket(ctx.actor, 'ticket.read', ticket));
  const reasons = Map.groupBy(verdicts, ({ reason }) => reason);
  return {
    looked: rows.length,
    asked: asked.length,
    skipped: [...reasons].flatMap(([reason, all]) => (reason ? [{ reason, count: all.length }] : [])),
    examples: readable
      .slice(-EXAMPLES)
      .reverse()
      .map(({ ticket: { number, subject } }) => ({ number, subject })),
  };
}

type Looked = Parameters<typeof isMeant>[1] & {
  requester: { blockedAt: Date | null; surveyOptOut: unknown; _count: { identities: number } };
};

function requesterSkip({ blockedAt, surveyOptOut, _count }: Looked['requester']): Skip | null {
  if (blockedAt) return 'blocked';
  if (surveyOptOut) return 'opted_out';
  return _count.identities === 0 ? 'no_address' : null;
}

function verdictOn(
  ticket: Looked,
  { terms, last }: Readonly<{ terms: SurveyTerms; last: ReadonlyMap<string, Date> }>,
): Skip | null {
  const skip = skipOf({ ...ticket, customerSpoke: ticket.lastCustomerAt !== null });
  if (skip) return skip;
  if (!isMeant(terms.condition, ticket)) return 'condition';
  const no = requesterSkip(ticket.requester);
  if (no) return no;
  const from = mayAskFrom(last.get(ticket.requesterId) ?? null, terms);
  return from && ticket.solvedAt && from > ticket.solvedAt ? 'throttled' : null;
}
