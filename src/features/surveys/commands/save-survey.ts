import { fail, ok, type Result } from '@/domain/shared/result';
import type { SurveyTerms } from '@/domain/survey/survey';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { conditionSql } from '@/features/conditions/condition-sql';
import { TICKETS } from '@/features/conditions/ticket-tables';
import type { SurveyFields } from '@/features/surveys/commands/survey-fields';
import { findSurvey, type Survey } from '@/features/surveys/survey-rows';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { sql } from '@/server/db/sql';
import { transaction } from '@/server/db/transaction';

export type SurveySaved = Readonly<{ surveyId: string; version: number }>;
type Refused = Readonly<{ code: 'not_found' | 'changed.meanwhile' }>;
type Wish = SurveyFields & Readonly<{ id?: string | undefined; version?: number | undefined }>;

/**
 * Creates or changes a survey. What was asked before keeps the words in which it was asked. Refused when somebody saved it
 * since the form was opened. Whoever follows up must be a member here.
 */
export function saveSurvey(ctx: StaffContext, wish: Wish): Promise<Result<SurveySaved, Refused>> {
  const { id, version, active, ...terms } = wish;
  return transaction(ctx, async (tx) => {
    const before = id ? await findSurvey(tx, ctx, id) : null;
    if (id && !before) return fail({ code: 'not_found' });
    if (before && version !== undefined && before.version !== version)
      return fail({ code: 'changed.meanwhile' });
    if (!(await followerIsHere(tx, ctx, terms))) return fail({ code: 'not_found' });
    return ok(await saveRows(tx, ctx, { before, active, terms }));
  });
}

async function followerIsHere(
  tx: Tx,
  { workspaceId }: StaffContext,
  { followUp }: SurveyTerms,
): Promise<boolean> {
  if (!followUp?.userId) return true;
  const found = await tx.membership.findFirst({
    where: { workspaceId, userId: followUp.userId, deactivatedAt: null },
    select: { userId: true },
  });
  return found !== null;
}

/** What a save writes. */
export type SurveyRows = Readonly<{ before: Survey | null; active: boolean; terms: SurveyTerms }>;

/** Writes a survey and its version, in the caller's transaction. Who switches it on asks from now on. */
export async function saveRows(
  tx: Tx,
  ctx: StaffContext,
  { before, active, terms }: SurveyRows,
): Promise<SurveySaved> {
  const { workspaceId, actor } = ctx;
  const at = ctx.now();
  const id = before?.id ?? ctx.newId();
  const version = (before?.version ?? 0) + 1;
  const json = JSON.parse(JSON.stringify(terms));
  const { name, kind, trigger } = terms;
  const switchedOn = active && !before?.active;
  const head = {
    name,
    kind,
    trigger,
    active,
    version,
    terms: json,
    updatedAt: at,
    ...(switchedOn && { activeSince: at }),
  };
  if (before)
    await tx.surveyDefinition.update({ where: { workspaceId_id: { workspaceId, id } }, data: head });
  else {
    const position = await nextPosition(tx, ctx);
    await tx.surveyDefinition.create({ data: { ...head, workspaceId, id, position, createdAt: at } });
  }
  const saved = { workspaceId, surveyId: id, version, terms: json, savedById: actor.id, savedAt: at };
  await tx.surveyVersion.create({ data: saved });
  const begins = active && asksInTurn(terms) && !(before?.active && asksInTurn(before.terms));
  if (begins) await enrol(tx, ctx, { id, at, condition: terms.condition });
  await recordAudit(tx, ctx, { action: before ? 'survey.changed' : 'survey.created', target: name });
  return { surveyId: id, version };
}

const asksInTurn = ({ trigger }: SurveyTerms): boolean => trigger === 'schedule';

async function nextPosition(tx: Tx, { workspaceId }: StaffContext): Promise<number> {
  const last = await tx.surveyDefinition.aggregate({ where: { workspaceId }, _max: { position: true } });
  return (last._max.position ?? 0) + 1;
}

type Begun = Readonly<{ id: string; at: Date; condition: SurveyTerms['condition'] }>;

/** The newest customers for whom something that is meant was solved within the last quarter get their turn; its pace spreads them. */
async function enrol(tx: Tx, { workspaceId }: StaffContext, { id, at, condition }: Begun): Promise<void> {
  const asked = { clock: { now: at, hours: null }, event: null };
  const isMeant = condition ? conditionSql(condition, asked) : sql`true`;
  await tx.$executeRaw`
    insert into "SurveyTurn" ("workspaceId", "surveyId", "customerId", "dueAt")
    select ${workspaceId}::uuid, ${id}::uuid, d."requesterId", ${at}::timestamptz from (
      select distinct n."requesterId" from (
        select t."requesterId" from ${TICKETS}
        where t."workspaceId" = ${workspaceId}::uuid and t.status in ('solved', 'closed') and not t.spam and t."trashedAt" is null
          and t."mergedIntoId" is null and t."firstRepliedAt" is not null and t."lastCustomerAt" is not null
          and c."erasedAt" is null and t."solvedAt" > ${at}::timestamptz - interval '90 days' and ${isMeant}
        order by t."solvedAt" desc limit 10000) as n) as d
    on conflict do nothing`;
}
