import {
  type ArticleStep,
  asksToPublish,
  hourProblem,
  hoursAfter,
  stateAfter,
  stepsFrom,
} from '@/domain/knowledge/article';
import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { type AuditAction, recordAudit } from '@/features/audit/commands/record-audit';
import type { StepInput } from '@/features/knowledge/inputs';
import { hideText, showText } from '@/features/knowledge/public-text';
import { lockText, originalOf, type StoredText, touchArticle } from '@/features/knowledge/store';
import { tellWebhooks } from '@/features/knowledge/tell-webhooks';
import type { Context, StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { announce, HELP_TOPIC } from '@/server/live/announce';
import { settleReview, tellReview } from './tell-review';

type Refused = Readonly<{ code: 'not_found' | 'forbidden' | 'changed.meanwhile' | 'input.invalid' }>;

/**
 * Moves a text on its way: to review, to its readers now or at an hour, away from them. Refused when it cannot go there from
 * where it stands now, as when somebody else moved it.
 */
export function takeStep(ctx: StaffContext, input: StepInput): Promise<Result<null, Refused>> {
  const { step, at, current, translationId } = input;
  return transaction(ctx, async (tx) => {
    const text = await lockText(tx, ctx, translationId);
    const refused = refusal(ctx, text, input);
    if (refused || !text) return fail({ code: refused ?? 'not_found' });
    await moveText(tx, ctx, { text, step, current, at: at ?? null });
    if (step === 'submit') await tellReview(tx, ctx, text);
    else if (text.state === 'in_review') await settleReview(tx, ctx, text);
    return ok(null);
  });
}

function refusal(
  ctx: StaffContext,
  ...[text, { step, at }]: [StoredText | null, StepInput]
): Refused['code'] | null {
  if (!text) return 'not_found';
  if (asksToPublish(step) && !may(ctx.actor, 'knowledge.publish')) return 'forbidden';
  if (!stepsFrom(text).includes(step)) return 'changed.meanwhile';
  const { publishAt, archiveAt } = text;
  return hourProblem(step, { at: at ?? null, now: ctx.now(), publishAt, archiveAt }) ? 'input.invalid' : null;
}

const AUDITED: Readonly<Partial<Record<ArticleStep, AuditAction>>> = {
  publish: 'article.published',
  schedule: 'article.scheduled',
  withdraw: 'article.withdrawn',
  schedule_archive: 'article.ending',
  archive: 'article.archived',
};

type Move = Readonly<{ text: StoredText; step: ArticleStep; current: boolean; at: Date | null }>;

/** The rows of a step that was found to be allowed. */
export async function moveText(tx: Tx, ctx: Context, { text, step, current, at }: Move): Promise<void> {
  const { workspaceId } = ctx;
  const hours = hoursAfter(step, text, at);
  await tx.articleTranslation.update({
    where: { workspaceId_id: { workspaceId, id: text.id } },
    data: {
      state: stateAfter(step, text),
      ...hours,
      ...(step === 'schedule' && { publishById: ctx.actor.id }),
      ...(hours.publishAt === null && { publishById: null }),
      ...(step === 'publish' && (await source(tx, ctx, { text, current }))),
    },
  });
  await tellReaders(tx, ctx, { text, step });
  await touchArticle(tx, ctx, text.articleId);
  const action = AUDITED[step];
  if (action) await recordAudit(tx, ctx, { action, target: text.title, data: { locale: text.locale } });
}

/** Gives the text to its readers or takes it from them, and tells whoever wants to know. */
async function tellReaders(tx: Tx, ctx: Context, { text, step }: Pick<Move, 'text' | 'step'>): Promise<void> {
  const hides = step === 'withdraw' || step === 'archive';
  if (step === 'publish') await showText(tx, ctx, text);
  if (hides) await hideText(tx, ctx, text.id);
  if (step === 'publish' || hides) await announce(tx, [HELP_TOPIC]);
  if (step === 'publish') await tellWebhooks(tx, ctx, { text, type: 'article.published' });
  if (hides && text.liveRevision !== null) await tellWebhooks(tx, ctx, { text, type: 'article.withdrawn' });
}

/** A translation that is published says what its original says now, unless whoever publishes it says that it does not. */
async function source(tx: Tx, ctx: Context, { text, current }: Pick<Move, 'text' | 'current'>) {
  if (text.locale === text.article.locale || !current) return {};
  const original = await originalOf(tx, ctx, text);
  return { sourceRevision: original?.liveRevision ?? original?.revision ?? null };
}
