import 'server-only';
import { aboutReadable, shownAnswers } from '@/features/surveys/answer-rows';
import { SURVEY, type Survey, surveyOf } from '@/features/surveys/survey-rows';
import type { StaffContext } from '@/server/context';
import { inviteAddress } from '@/server/crypto/survey-token';

/** All surveys of the workspace, in their order. */
export async function listSurveys({ db, workspaceId }: StaffContext): Promise<Survey[]> {
  const rows = await db.surveyDefinition.findMany({
    where: { workspaceId },
    orderBy: { position: 'asc' },
    take: 200,
    select: SURVEY,
  });
  return rows.map(surveyOf);
}

/** One survey; null when it is not here. */
export async function getSurvey({ db, workspaceId }: StaffContext, id: string): Promise<Survey | null> {
  const row = await db.surveyDefinition.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: SURVEY,
  });
  return row && surveyOf(row);
}

type Wanted = Readonly<{
  surveyId: string | undefined;
  customerId?: string | undefined;
  after: Readonly<{ by: string | number; id: string }> | null;
  limit: number;
}>;

/** Answers for the API, the newest first. */
export const apiAnswers = (ctx: StaffContext, { after, ...wanted }: Wanted) =>
  shownAnswers(ctx, { ...wanted, after: after && { at: new Date(after.by), id: after.id } });

const INVITE = {
  id: true,
  surveyId: true,
  customerId: true,
  agentId: true,
  teamId: true,
  channel: true,
  locale: true,
  state: true,
  reason: true,
  dueAt: true,
  sentAt: true,
  remindedAt: true,
  answeredAt: true,
  expiresAt: true,
  createdAt: true,
  ticket: { select: { number: true } },
} as const;

/** Who was asked, as far as the reader's scope reaches, the newest first. */
export async function apiInvites(
  { db, workspaceId, actor }: StaffContext,
  { surveyId, after, limit }: Wanted,
) {
  const before = after && { at: new Date(after.by), id: after.id };
  const rows = await db.surveyInvite.findMany({
    where: {
      workspaceId,
      ...(surveyId && { surveyId }),
      AND: [
        aboutReadable(actor),
        ...(before
          ? [{ OR: [{ createdAt: { lt: before.at } }, { createdAt: before.at, id: { lt: before.id } }] }]
          : []),
      ],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
    select: INVITE,
  });
  return rows.map(shownInvite);
}

/** One invite for the API. */
export async function apiInvite({ db, workspaceId }: StaffContext, id: string) {
  const row = await db.surveyInvite.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: INVITE,
  });
  return row && shownInvite(row);
}

function shownInvite<
  Row extends Readonly<{ id: string; locale: string; ticket: Readonly<{ number: number }> | null }>,
>({ ticket, locale, ...rest }: Row) {
  return { ...rest, language: locale, ticketNumber: ticket?.number ?? null, link: inviteAddress(rest.id) };
}
