import type { StaffActor } from '@/domain/permission/actor';
import type { Context, StaffContext } from '@/server/context';
import type { Db, Tx } from '@/server/db/client';
import { readableWhere } from '@/server/db/readable-tickets';

const ANSWER = {
  inviteId: true,
  surveyId: true,
  locale: true,
  score: true,
  mood: true,
  answers: true,
  comment: true,
  at: true,
  changedAt: true,
  agentId: true,
  teamId: true,
  customerId: true,
  ticket: { select: { number: true } },
  survey: { select: { name: true, kind: true } },
  invite: {
    select: {
      channel: true,
      followUp: { select: { open: true, dueAt: true, ticket: { select: { number: true } } } },
    },
  },
} as const;

/** One answer as the API and webhooks show it; null when there is none. */
export async function shownAnswer(
  db: Db | Tx,
  { workspaceId }: Pick<Context, 'workspaceId'>,
  inviteId: string,
) {
  const row = await db.surveyAnswer.findUnique({
    where: { workspaceId_inviteId: { workspaceId, inviteId } },
    select: ANSWER,
  });
  return row && shown(row);
}

type Wanted = Readonly<{
  surveyId?: string | undefined;
  customerId?: string | undefined;
  after: Readonly<{ at: Date; id: string }> | null;
  limit: number;
}>;

/** Answers that the reader's scope reaches, the newest first. */
export async function shownAnswers({ db, workspaceId, actor }: StaffContext, wanted: Wanted) {
  const { surveyId, customerId, after, limit } = wanted;
  const rows = await db.surveyAnswer.findMany({
    where: {
      workspaceId,
      ...(surveyId && { surveyId }),
      ...(customerId && { customerId }),
      AND: [aboutReadable(actor), ...(after ? [beforeIt(after)] : [])],
    },
    orderBy: [{ at: 'desc' }, { inviteId: 'desc' }],
    take: limit,
    select: ANSWER,
  });
  return rows.map(shown);
}

const beforeIt = ({ at, id }: Readonly<{ at: Date; id: string }>) => ({
  OR: [{ at: { lt: at } }, { at, inviteId: { lt: id } }],
});

/** What is about a ticket that the reader may read; what is about none is for those who see everything. */
export const aboutReadable = (actor: StaffActor) => {
  const ticket = readableWhere(actor);
  return actor.scope === 'all' ? { OR: [{ ticketId: null }, { ticket }] } : { ticket };
};

type Row = Readonly<{
  inviteId: string;
  surveyId: string;
  locale: string;
  score: number;
  mood: string;
  answers: unknown;
  comment: string;
  at: Date;
  changedAt: Date;
  agentId: string | null;
  teamId: string | null;
  customerId: string;
  ticket: Readonly<{ number: number }> | null;
  survey: Readonly<{ name: string; kind: string }>;
  invite: Readonly<{
    channel: string;
    followUp: Readonly<{ open: boolean; dueAt: Date; ticket: Readonly<{ number: number }> }> | null;
  }>;
}>;

function shown({ inviteId, ticket, survey, invite, locale, changedAt, answers, ...rest }: Row) {
  const { followUp, channel } = invite;
  return {
    ...rest,
    id: inviteId,
    kind: survey.kind,
    language: locale,
    channel,
    answers: answers as Readonly<Record<string, string>>,
    ticketNumber: ticket?.number ?? null,
    changedAt,
    followUp: followUp && {
      open: followUp.open,
      dueAt: followUp.dueAt,
      ticketNumber: followUp.ticket.number,
    },
  };
}
