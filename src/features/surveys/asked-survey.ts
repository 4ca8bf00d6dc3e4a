import { DAY_MS } from '@/domain/survey/ask';
import type { SurveyLanguage, SurveyTerms } from '@/domain/survey/survey';
import { activeSurveys, spoken } from '@/features/surveys/survey-rows';
import { isMeant, solvedTicket } from '@/features/surveys/ticket-facts';
import { readSurveyToken } from '@/server/crypto/survey-token';
import type { Db, Tx } from '@/server/db/client';

/** What a link asks, and what was answered to it. */
export type AskedSurvey = Readonly<{
  /** `trial` keeps nothing; `ticket` has no invite until somebody answers. */
  mode: 'invite' | 'ticket' | 'trial';
  workspaceId: string;
  workspace: string;
  locale: SurveyLanguage;
  surveyId: string;
  surveyVersion: number;
  terms: SurveyTerms;
  inviteId: string | null;
  ticketId: string | null;
  episode: number;
  customerId: string | null;
  agentId: string | null;
  teamId: string | null;
  expired: boolean;
  given: Readonly<{ score: number; answers: Readonly<Record<string, string>>; comment: string }> | null;
}>;

type Read = Readonly<{ token: string; now: Date }>;

/** The survey of a link; null for a link that nobody here made, or whose survey, ticket or workspace is gone. */
export async function askedSurvey(db: Db | Tx, { token, now }: Read): Promise<AskedSurvey | null> {
  const read = readSurveyToken(token);
  if (!read) return null;
  if (read.kind === 'invite') return askedByInvite(db, { where: { tokenHash: read.hash }, now });
  return read.kind === 'trial' ? askedOnTrial(db, read) : askedByTicket(db, { ...read, now });
}

const INVITE = {
  id: true,
  workspaceId: true,
  surveyId: true,
  surveyVersion: true,
  ticketId: true,
  episode: true,
  customerId: true,
  agentId: true,
  teamId: true,
  state: true,
  locale: true,
  expiresAt: true,
  workspace: { select: { name: true } },
  survey: { select: { terms: true } },
  answer: { select: { score: true, answers: true, comment: true } },
} as const;

type ByInvite = Readonly<{
  where:
    | Readonly<{ tokenHash: string }>
    | Readonly<{ workspaceId_id: Readonly<{ workspaceId: string; id: string }> }>;
  now: Date;
}>;

/** The survey of an invite, in the version in which it was asked. */
async function askedByInvite(db: Db | Tx, { where, now }: ByInvite): Promise<AskedSurvey | null> {
  const row = await db.surveyInvite.findUnique({ where, select: INVITE });
  if (!row) return null;
  const { id, workspace, survey, answer, state, locale, expiresAt, ...rest } = row;
  const version = await db.surveyVersion.findUnique({
    where: {
      workspaceId_surveyId_version: {
        workspaceId: row.workspaceId,
        surveyId: row.surveyId,
        version: row.surveyVersion,
      },
    },
    select: { terms: true },
  });
  return {
    ...rest,
    mode: 'invite',
    workspace: workspace.name,
    locale: spoken([locale]),
    terms: (version ?? survey).terms as unknown as SurveyTerms,
    inviteId: id,
    expired: state === 'expired' || (expiresAt !== null && expiresAt <= now),
    given: answer && { ...answer, answers: answer.answers as Record<string, string> },
  };
}

type Named = Readonly<{ workspaceId: string; id: string }>;

async function askedOnTrial(db: Db | Tx, { workspaceId, id }: Named): Promise<AskedSurvey | null> {
  const row = await db.surveyDefinition.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { version: true, terms: true, workspace: { select: { name: true, locale: true } } },
  });
  return (
    row && {
      ...NOBODY,
      mode: 'trial',
      workspaceId,
      workspace: row.workspace.name,
      locale: spoken([row.workspace.locale]),
      surveyId: id,
      surveyVersion: row.version,
      terms: row.terms as unknown as SurveyTerms,
    }
  );
}

const NOBODY = {
  inviteId: null,
  ticketId: null,
  episode: 0,
  customerId: null,
  agentId: null,
  teamId: null,
  expired: false,
  given: null,
} as const;

/** The first survey that is on and meant for such tickets; where it was asked about this solution already, that asking. */
async function askedByTicket(
  db: Db | Tx,
  { workspaceId, id, now }: Named & { now: Date },
): Promise<AskedSurvey | null> {
  const ticket = await solvedTicket(db, { workspaceId }, id);
  if (!ticket || ticket.spam || ticket.mergedIntoId) return null;
  const surveys = await activeSurveys(db, { workspaceId });
  const survey = surveys.find(
    ({ terms }) => terms.trigger !== 'schedule' && isMeant(terms.condition, ticket),
  );
  const workspace = await db.workspace.findUnique({ where: { id: workspaceId }, select: { name: true } });
  if (!survey || !workspace) return null;
  const earlier = await db.surveyInvite.findUnique({
    where: { workspaceId_onceKey: { workspaceId, onceKey: onceKeyOf(survey.id, ticket) } },
    select: { id: true },
  });
  const where = earlier && { workspaceId_id: { workspaceId, id: earlier.id } };
  const asked = where && (await askedByInvite(db, { where, now }));
  if (asked) return asked;
  const endsAt = ticket.solvedAt && ticket.solvedAt.getTime() + survey.terms.expireDays * DAY_MS;
  return {
    ...NOBODY,
    mode: 'ticket',
    workspaceId,
    workspace: workspace.name,
    locale: spoken([ticket.language, ticket.requester.locale, ticket.workspace.locale]),
    surveyId: survey.id,
    surveyVersion: survey.version,
    terms: survey.terms,
    ticketId: id,
    episode: ticket.reopens,
    customerId: ticket.requesterId,
    agentId: ticket.assigneeId,
    teamId: ticket.teamId,
    expired: endsAt !== null && endsAt <= now.getTime(),
  };
}

/** One solution of one ticket is asked about once by one survey, whichever way. */
export const onceKeyOf = (surveyId: string, ticket: Readonly<{ id: string; reopens: number }>): string =>
  `ticket/${surveyId}/${ticket.id}/${ticket.reopens}`;
