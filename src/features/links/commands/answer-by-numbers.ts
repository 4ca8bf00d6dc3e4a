import { ok, type Result } from '@/domain/shared/result';
import type { AnswerInput } from '@/features/links/inputs';
import type { StaffContext } from '@/server/context';
import { readableBy } from '@/server/db/readable-tickets';
import { sql } from '@/server/db/sql';
import { ANSWER_LIMIT } from './answer-fields';
import { answerIncidents } from './answer-incidents';

type Asked = Omit<AnswerInput, 'ticketIds'> &
  Readonly<{
    /** Absent: the open incidents above `after`, as many as are answered in one call. */
    incidents?: readonly number[] | undefined;
    after?: number | undefined;
  }>;

type Answered = Readonly<{
  answers: readonly Readonly<{
    number: number;
    messageId: string | null;
    /** ISO 8601. */
    sendAt: string | null;
    problem: string | null;
    reason: string | null;
  }>[];
  /** The last number that was tried, where there is more. */
  next: number | null;
}>;

/** As `answerIncidents`, for whoever knows tickets by their numbers. A number that is no incident of it is told as not found. */
export async function answerByNumbers(
  ctx: StaffContext,
  { incidents, after = 0, ...input }: Asked,
): Promise<Result<Answered, Readonly<{ code: 'not_found' }>>> {
  const { problemId } = input;
  const rows = await incidentsOf(ctx, { problemId, incidents, after });
  const tried = rows.slice(0, ANSWER_LIMIT);
  const done = await answerIncidents(ctx, { ...input, ticketIds: tried.map(({ id }) => id) });
  if (!done.ok) return done;
  const answers = done.value.outcomes.map(({ messageId, sendAt, problem, why }, index) => ({
    ...{ number: tried[index]?.number ?? 0, messageId, sendAt: sendAt?.toISOString() ?? null },
    ...{ problem, reason: why },
  }));
  const lost = (incidents ?? []).filter((number) => rows.every((row) => row.number !== number));
  const missing = lost.map((number) => ({
    ...{ number, messageId: null, sendAt: null, problem: 'not_found', reason: null },
  }));
  const next = rows.length > tried.length ? (tried.at(-1)?.number ?? null) : null;
  return ok({ answers: [...answers, ...missing], next });
}

type Which = Readonly<{ problemId: string; incidents: readonly number[] | undefined; after: number }>;

function incidentsOf(
  { db, workspaceId, actor }: StaffContext,
  { problemId, incidents, after }: Which,
): Promise<{ id: string; number: number }[]> {
  const which = incidents
    ? sql`t.number = any(${[...incidents]}::int[])`
    : sql`t.active and t.number > ${after}`;
  return db.$queryRaw(sql`
    select t.id, t.number from "TicketLink" l
    join "Ticket" t on t."workspaceId" = l."workspaceId" and t.id = l."fromId"
    where l."workspaceId" = ${workspaceId}::uuid and l."toId" = ${problemId}::uuid and l.kind = 'incident_of'
      and t."mergedIntoId" is null and ${readableBy(actor)} and ${which}
    order by t.number limit ${ANSWER_LIMIT + 1}`);
}
