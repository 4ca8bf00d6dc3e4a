import type { SurveyLanguage, SurveyTerms } from '@/domain/survey/survey';
import { spoken } from '@/features/surveys/survey-rows';
import type { Db, Tx } from '@/server/db/client';

/** Where a question stands: in a mail, in a chat, below a request, or behind a link that somebody passed on. */
type AskedIn = 'email' | 'chat' | 'portal' | 'link';

/** What a link asks, and what was answered to it. */
export type AskedSurvey = Readonly<{
  /** `trial` keeps nothing; `ticket` counts as asked only once the customer has seen it, or answers. */
  mode: 'invite' | 'ticket' | 'trial';
  workspaceId: string;
  workspace: string;
  locale: SurveyLanguage;
  surveyId: string;
  surveyVersion: number;
  terms: SurveyTerms;
  /** Null where no row tells of it yet. */
  inviteId: string | null;
  /** Nobody was asked yet, or a mail that asked never arrived. */
  unsent: boolean;
  place: AskedIn;
  /** What is asked only once; null where that is nothing. */
  onceKey: string | null;
  ticketId: string | null;
  episode: number;
  customerId: string | null;
  agentId: string | null;
  teamId: string | null;
  expired: boolean;
  given: Readonly<{ score: number; answers: Readonly<Record<string, string>>; comment: string }> | null;
}>;

/** What an asking is when nobody was asked. */
export const NOBODY = {
  inviteId: null,
  unsent: true,
  place: 'link',
  onceKey: null,
  ticketId: null,
  episode: 0,
  customerId: null,
  agentId: null,
  teamId: null,
  expired: false,
  given: null,
} as const;

/** One solution of one ticket is asked about once by one survey, whichever way. */
export const onceKeyOf = (surveyId: string, ticket: Readonly<{ id: string; reopens: number }>): string =>
  `ticket/${surveyId}/${ticket.id}/${ticket.reopens}`;

export const INVITE = {
  id: true,
  workspaceId: true,
  surveyId: true,
  surveyVersion: true,
  onceKey: true,
  ticketId: true,
  episode: true,
  customerId: true,
  agentId: true,
  teamId: true,
  channel: true,
  state: true,
  locale: true,
  sentAt: true,
  expiresAt: true,
  workspace: { select: { name: true } },
  survey: { select: { terms: true } },
  customer: { select: { erasedAt: true } },
  answer: { select: { score: true, answers: true, comment: true } },
} as const;

const rowWith = (db: Db | Tx, tokenHash: string) =>
  db.surveyInvite.findUnique({ where: { tokenHash }, select: INVITE });

export type InviteRow = NonNullable<Awaited<ReturnType<typeof rowWith>>>;

/** True where nobody has been asked by this invite. */
export const isUnsent = ({ sentAt, state }: Pick<InviteRow, 'sentAt' | 'state'>): boolean =>
  sentAt === null || state === 'bounced';

/** The survey of an invite, in the version in which it was asked. Who was erased is asked, and answers, no more. */
export async function askedOf(db: Db | Tx, row: InviteRow, now: Date): Promise<AskedSurvey> {
  const { workspaceId, surveyId, surveyVersion } = row;
  const { id, workspace, survey, customer, answer, channel, state, locale, sentAt, expiresAt, ...rest } = row;
  const version = await db.surveyVersion.findUnique({
    where: { workspaceId_surveyId_version: { workspaceId, surveyId, version: surveyVersion } },
    select: { terms: true },
  });
  const unsent = isUnsent({ sentAt, state });
  const isOver = state === 'expired' || (expiresAt !== null && expiresAt <= now);
  return {
    ...rest,
    mode: 'invite',
    workspace: workspace.name,
    locale: spoken([locale]),
    terms: (version ?? survey).terms as unknown as SurveyTerms,
    inviteId: id,
    unsent,
    place: unsent ? 'link' : channel,
    expired: isOver || customer.erasedAt !== null,
    given: answer && { ...answer, answers: answer.answers as Record<string, string> },
  };
}

/** The survey of the invite with this hash of its link; null when there is none. */
export async function askedByHash(db: Db | Tx, hash: string, now: Date): Promise<AskedSurvey | null> {
  const row = await rowWith(db, hash);
  return row && askedOf(db, row, now);
}
