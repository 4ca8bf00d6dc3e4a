import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { BlockInput } from '@/features/customers/inputs';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

type Refused = Readonly<{ code: 'not_found' }>;

/** Holds back what this customer sends from now on, over whatever address; or lets it in again. */
export function blockCustomer(
  ctx: StaffContext,
  { customerId: id, blocked, reason }: BlockInput,
): Promise<Result<null, Refused>> {
  return transaction(ctx, async (tx) => {
    const { workspaceId } = ctx;
    const customer = await tx.customer.findFirst({
      where: { workspaceId, id, mergedIntoId: null, erasedAt: null },
      select: { displayName: true, blockedAt: true },
    });
    if (!customer || !may(ctx.actor, 'customer.block')) return fail({ code: 'not_found' });
    if ((customer.blockedAt !== null) === blocked) return ok(null);
    await tx.customer.updateMany({
      where: { workspaceId, id },
      data: { ...blockOf(blocked, { reason, at: ctx.now() }), updatedAt: ctx.now() },
    });
    const action = blocked ? 'customer.blocked' : 'customer.unblocked';
    await recordAudit(tx, ctx, { action, target: customer.displayName });
    return ok(null);
  });
}

const blockOf = (blocked: boolean, { reason, at }: Readonly<{ reason: string; at: Date }>) =>
  blocked ? { blockedAt: at, blockedReason: reason } : { blockedAt: null, blockedReason: '' };
