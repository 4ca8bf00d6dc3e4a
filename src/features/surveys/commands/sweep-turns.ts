import { DAY_MS, paceOf } from '@/domain/survey/ask';
import { RELATIONSHIP_DAYS } from '@/domain/survey/survey';
import {
  type Askable,
  customerSkip,
  isReachable,
  lockedCustomer,
  mailQuestion,
  quietUntil,
  sentNow,
} from '@/features/surveys/ask-customer';
import { SURVEY, type Survey, spoken, surveyOf } from '@/features/surveys/survey-rows';
import type { SystemContext } from '@/server/context';
import { inviteTokenHash } from '@/server/crypto/survey-token';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { eachApart } from '@/server/jobs/each-apart';
import type { World } from '@/server/world';

/** The most surveys on a schedule that one sweep looks at. */
const MOST = 500;

/** Asks the customers whose turn has come, each survey at its own even pace. Gives how many were asked. */
export async function sweepTurns(world: World): Promise<number> {
  const surveys = await world.db.surveyDefinition.findMany({
    where: { active: true, trigger: 'schedule' },
    orderBy: [{ pacedUntil: { sort: 'asc', nulls: 'first' } }],
    take: MOST,
    select: { workspaceId: true, id: true },
  });
  const actor = { kind: 'system', id: 'schedule', name: 'schedule' } as const;
  const asked = await eachApart('surveys on a schedule', surveys, ({ workspaceId, id }) => {
    const ctx: SystemContext = { ...world, workspaceId, actor };
    return transaction(ctx, (tx) => askInTurn(tx, ctx, id));
  });
  return asked.reduce((sum, each) => sum + each, 0);
}

/** The survey's row is locked, so that two workers do not use the same pace. */
async function askInTurn(tx: Tx, ctx: SystemContext, id: string): Promise<number> {
  const { workspaceId } = ctx;
  await tx.$executeRaw`select 1 from "SurveyDefinition" where "workspaceId" = ${workspaceId}::uuid and id = ${id}::uuid for update`;
  const row = await tx.surveyDefinition.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { ...SURVEY, pacedUntil: true },
  });
  if (!row?.active) return 0;
  const survey = surveyOf(row);
  const pace = paceOf(row.pacedUntil, { perDay: survey.terms.dailyQuota, now: ctx.now() });
  if (pace.many === 0) return 0;
  const turns = await tx.surveyTurn.findMany({
    where: { workspaceId, surveyId: id, dueAt: { lte: ctx.now() } },
    orderBy: [{ dueAt: 'asc' }, { customerId: 'asc' }],
    take: pace.many,
    select: { customerId: true },
  });
  let asked = 0;
  for (const { customerId } of turns) asked += (await askOne(tx, ctx, { survey, customerId })) ? 1 : 0;
  const pacedUntil = asked > 0 ? pace.after(asked) : row.pacedUntil;
  await tx.surveyDefinition.update({ where: { workspaceId_id: { workspaceId, id } }, data: { pacedUntil } });
  return asked;
}

type One = Readonly<{ survey: Survey; customerId: string }>;

async function askOne(tx: Tx, ctx: SystemContext, { survey, customerId }: One): Promise<boolean> {
  const customer = await lockedCustomer(tx, ctx, customerId);
  if (!customer) return false;
  const asking = { customer, terms: survey.terms };
  const quiet = quietUntil(asking, ctx.now());
  if (quiet) return move(tx, ctx, { survey, customerId, to: quiet });
  const next = new Date(
    ctx.now().getTime() + Math.max(RELATIONSHIP_DAYS, survey.terms.throttleDays) * DAY_MS,
  );
  const no = (await customerSkip(tx, ctx, asking)) ?? (isReachable(asking) ? null : 'no_address');
  await move(tx, ctx, { survey, customerId, to: next });
  if (no) return false;
  await send(tx, ctx, { survey, customer });
  return true;
}

type Moved = One & Readonly<{ to: Date }>;

async function move(
  tx: Tx,
  { workspaceId }: SystemContext,
  { survey, customerId, to }: Moved,
): Promise<false> {
  await tx.surveyTurn.updateMany({
    where: { workspaceId, surveyId: survey.id, customerId },
    data: { dueAt: to },
  });
  return false;
}

type Sending = Readonly<{ survey: Survey; customer: Askable }>;

async function send(tx: Tx, ctx: SystemContext, { survey, customer }: Sending): Promise<void> {
  const asking = { customer, terms: survey.terms };
  const id = ctx.newId();
  const locale = spoken([customer.locale, customer.workspace.locale]);
  const sent = sentNow('email', survey.terms, ctx.now());
  await tx.surveyInvite.create({
    data: {
      workspaceId: ctx.workspaceId,
      id,
      surveyId: survey.id,
      surveyVersion: survey.version,
      customerId: customer.id,
      locale,
      tokenHash: inviteTokenHash(id),
      dueAt: ctx.now(),
      createdAt: ctx.now(),
      ...sent,
    },
  });
  const letter = {
    ...asking,
    inviteId: id,
    locale,
    ticket: null,
    expiresAt: sent.expiresAt,
    reminder: false,
  };
  await mailQuestion(tx, ctx, letter);
}
