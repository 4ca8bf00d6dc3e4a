import { fail, ok, type Result } from '@/domain/shared/result';
import { type Given, isLow, readAnswer } from '@/domain/survey/answer';
import { moodOf, scaleOf } from '@/domain/survey/survey';
import type { AskedSurvey } from '@/features/surveys/asked-row';
import { askedSurvey } from '@/features/surveys/asked-survey';
import { keepAsking } from '@/features/surveys/commands/keep-asking';
import type { KeptAnswer as Kept } from '@/features/surveys/kept-answer';
import { openFollowUp } from '@/features/surveys/open-follow-up';
import { tellWebhooks } from '@/features/surveys/tell-webhooks';
import { recordFactIn } from '@/features/tickets/commands/record-fact';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import type { World } from '@/server/world';

/** What came from a form, from the chat or from a program. */
export type RawAnswer = Readonly<{
  token: string;
  score: unknown;
  answers: Readonly<Record<string, string>>;
  comment: string;
}>;

/** `low`: somebody will come back to the customer. */
export type Answered = Readonly<{ inviteId: string | null; score: number; trial: boolean; low: boolean }>;

export type AnswerRefused =
  | Readonly<{ code: 'token.invalid' | 'survey.expired' | 'rate.limited' }>
  | Readonly<{ code: 'input.invalid'; fields: Readonly<Record<string, readonly string[]>> }>;

/** Nobody changes their mind so often. */
const MOST_CHANGES = 25;

/**
 * Keeps what a customer answers; the latest word counts, until the invite expires. The link is their leave. A low score opens
 * a follow-up, once. A link on trial is read like any other and keeps nothing.
 */
export function answerSurvey(world: World, raw: RawAnswer): Promise<Result<Answered, AnswerRefused>> {
  return transaction(world, async (tx) => {
    const asked = await askedSurvey(tx, { token: raw.token, now: world.now() });
    return asked ? answerIn(tx, world, { asked, raw }) : fail({ code: 'token.invalid' });
  });
}

type Answering = Readonly<{ asked: AskedSurvey; raw: Omit<RawAnswer, 'token'> }>;

/** The same for whoever has found the survey, in the caller's transaction. */
async function answerIn(
  tx: Tx,
  world: Pick<Context, 'db' | 'now' | 'newId'>,
  { asked, raw }: Answering,
): Promise<Result<Answered, AnswerRefused>> {
  if (asked.expired) return fail({ code: 'survey.expired' });
  const given = readAnswer(asked.terms, raw);
  if (!given.ok) return given;
  const { score } = given.value;
  if (asked.mode === 'trial') return ok({ inviteId: null, score, trial: true, low: false });
  const ctx = await customerContext(tx, world, asked);
  if (!ctx) return fail({ code: 'token.invalid' });
  return keepAnswer(tx, ctx, { asked, given: given.value });
}

async function keepAnswer(
  tx: Tx,
  ctx: Context,
  { asked, given }: Readonly<{ asked: AskedSurvey; given: Given }>,
): Promise<Result<Answered, AnswerRefused>> {
  const { score } = given;
  const low = isLow(score, asked.terms.followUp);
  const inviteId = await keepAsking(tx, ctx, asked);
  const before = await lockedAnswer(tx, ctx, inviteId);
  if (before && isSame(before, given)) return ok({ inviteId, score, trial: false, low });
  if (before && before.changes >= MOST_CHANGES) return fail({ code: 'rate.limited' });
  const kept = { asked, inviteId, given };
  await keep(tx, ctx, { ...kept, before });
  await tell(tx, ctx, { ...kept, changed: before !== null });
  await tellWebhooks(tx, ctx, { inviteId, changes: before ? before.changes + 1 : 0 });
  if (low) await openFollowUp(tx, ctx, kept);
  return ok({ inviteId, score, trial: false, low });
}

async function customerContext(
  tx: Tx,
  world: Pick<Context, 'db' | 'now' | 'newId'>,
  { workspaceId, customerId }: AskedSurvey,
): Promise<Context | null> {
  if (!customerId) return null;
  const customer = await tx.customer.findUnique({
    where: { workspaceId_id: { workspaceId, id: customerId } },
    select: { displayName: true },
  });
  const actor = { kind: 'customer', id: customerId, name: customer?.displayName ?? '' } as const;
  return customer && { db: world.db, now: world.now, newId: world.newId, workspaceId, actor };
}

type Before = Readonly<{ score: number; answers: unknown; comment: string; changes: number }>;

async function lockedAnswer(tx: Tx, { workspaceId }: Context, inviteId: string): Promise<Before | null> {
  await tx.$executeRaw`select 1 from "SurveyInvite" where "workspaceId" = ${workspaceId}::uuid and id = ${inviteId}::uuid for update`;
  return tx.surveyAnswer.findUnique({
    where: { workspaceId_inviteId: { workspaceId, inviteId } },
    select: { score: true, answers: true, comment: true, changes: true },
  });
}

function isSame(before: Before, { score, answers, comment }: Given): boolean {
  const flat = (value: unknown) => JSON.stringify(Object.entries(value ?? {}).sort());
  return before.score === score && before.comment === comment && flat(before.answers) === flat(answers);
}

async function keep(
  tx: Tx,
  ctx: Context,
  { asked, inviteId, given, before }: Kept & { before: Before | null },
) {
  const { workspaceId } = ctx;
  const at = ctx.now();
  const { surveyId, ticketId, agentId, teamId, locale, customerId } = asked;
  const said = {
    ...given,
    mood: moodOf(given.score, asked.terms),
    hasComment: given.comment !== '',
    changedAt: at,
  };
  const head = { workspaceId, inviteId, surveyId, ticketId, agentId, teamId, locale };
  await tx.surveyAnswer.upsert({
    where: { workspaceId_inviteId: { workspaceId, inviteId } },
    create: { ...head, ...said, customerId: customerId ?? '', at },
    update: { ...said, changes: (before?.changes ?? 0) + 1 },
    select: { inviteId: true },
  });
  await tx.surveyInvite.updateMany({
    where: { workspaceId, id: inviteId },
    data: { state: 'answered', remindAt: null, ...(!before && { answeredAt: at }) },
  });
}

async function tell(tx: Tx, ctx: Context, { asked, inviteId, given, changed }: Kept & { changed: boolean }) {
  const { ticketId, surveyId, agentId, terms } = asked;
  if (!ticketId) return;
  const { score } = given;
  const rated = { kind: terms.kind, of: scaleOf(terms).to, score, mood: moodOf(score, terms) };
  const event = { type: 'survey.answered', inviteId, surveyId, agentId, ...rated, changed } as const;
  await recordFactIn(tx, ctx, { ticketId, event });
}
