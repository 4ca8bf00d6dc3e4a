import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { HeldInput } from '@/features/intake/inputs';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

type Refused = Readonly<{ code: 'not_found' | 'forbidden' | 'inbound.not_held' }>;

/** Takes a held mail off the list. Its bytes stay, and it can still be processed again. */
export function setAside(
  ctx: StaffContext,
  { rawInboundId }: HeldInput,
): Promise<Result<Readonly<{ rawInboundId: string }>, Refused>> {
  return transaction(ctx, async (tx) => {
    if (!may(ctx.actor, 'mail.read')) return fail({ code: 'forbidden' });
    const where = { workspaceId: ctx.workspaceId, id: rawInboundId };
    if ((await tx.rawInbound.count({ where })) === 0) return fail({ code: 'not_found' });
    const { count } = await tx.rawInbound.updateMany({
      where: { ...where, state: 'held' },
      data: { state: 'discarded', reason: 'set_aside', processedAt: ctx.now() },
    });
    return count === 1 ? ok({ rawInboundId }) : fail({ code: 'inbound.not_held' });
  });
}
