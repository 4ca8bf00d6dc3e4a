import { fail, ok, type Result } from '@/domain/shared/result';
import type { SubmissionIdInput } from '@/features/forms/inputs';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

type Refused = Readonly<{ code: 'not_found' | 'inbound.not_held' }>;

/** Takes what was held off the list. It is kept, and becomes no ticket. */
export function discardSubmission(
  ctx: StaffContext,
  { submissionId }: SubmissionIdInput,
): Promise<Result<null, Refused>> {
  const where = { workspaceId: ctx.workspaceId, id: submissionId };
  return transaction(ctx, async (tx) => {
    if ((await tx.formSubmission.count({ where })) === 0) return fail({ code: 'not_found' });
    const { count } = await tx.formSubmission.updateMany({
      where: { ...where, state: { in: ['held', 'received'] } },
      data: { state: 'discarded', processedAt: ctx.now() },
    });
    return count === 1 ? ok(null) : fail({ code: 'inbound.not_held' });
  });
}
