import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { keepOptOut } from './opt-out';

export type SurveyWish = Readonly<{ customerId: string; asked: boolean }>;

/** What a customer told us by word of mouth: to be asked no more, or to be asked again. Saying it twice changes nothing. */
export function chooseSurveys(
  ctx: StaffContext,
  { customerId, asked }: SurveyWish,
): Promise<Result<SurveyWish, Readonly<{ code: 'not_found' }>>> {
  return transaction(ctx, async (tx) => {
    const { workspaceId } = ctx;
    const customer = await tx.customer.findFirst({
      where: { workspaceId, id: customerId, mergedIntoId: null, erasedAt: null },
      select: { displayName: true, surveyOptOut: { select: { at: true } } },
    });
    if (!customer || !may(ctx.actor, 'customer.write')) return fail({ code: 'not_found' });
    if (asked === (customer.surveyOptOut === null)) return ok({ customerId, asked });
    if (asked) await tx.surveyOptOut.deleteMany({ where: { workspaceId, customerId } });
    else await keepOptOut(tx, { workspaceId, customerId, source: 'staff', at: ctx.now() });
    await recordAudit(tx, ctx, {
      action: 'customer.surveys',
      target: customer.displayName,
      data: { asked },
    });
    return ok({ customerId, asked });
  });
}
