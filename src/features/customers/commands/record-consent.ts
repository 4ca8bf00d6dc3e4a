import { mayRecordFor } from '@/domain/customer/consent';
import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { ConsentInput } from '@/features/customers/inputs';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

type Refused = Readonly<{ code: 'not_found' | 'consent.withdrawn' }>;

/**
 * Adds a line to the ledger of what a customer agreed to or took back (GDPR, article 7). Lines are never changed.
 * Fails where the customer took it back themselves: only they give it again.
 */
export function recordConsent(
  ctx: StaffContext,
  { customerId, ...line }: ConsentInput,
): Promise<Result<Readonly<{ consentId: string }>, Refused>> {
  return transaction(ctx, async (tx) => {
    const { workspaceId } = ctx;
    const customer = await tx.customer.findFirst({
      where: { workspaceId, id: customerId, mergedIntoId: null, erasedAt: null },
      select: { displayName: true },
    });
    if (!customer || !may(ctx.actor, 'customer.write')) return fail({ code: 'not_found' });
    const latest = await tx.customerConsent.findFirst({
      where: { workspaceId, customerId, kind: line.kind },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      select: { kind: true, given: true, byCustomer: true },
    });
    if (!mayRecordFor(latest, line.given)) return fail({ code: 'consent.withdrawn' });
    const id = ctx.newId();
    const at = ctx.now();
    await tx.customerConsent.createMany({
      data: [{ ...line, workspaceId, id, customerId, at, byName: ctx.actor.name, createdAt: at }],
    });
    await recordAudit(tx, ctx, {
      action: 'customer.consented',
      target: customer.displayName,
      data: { kind: line.kind, given: line.given },
    });
    return ok({ consentId: id });
  });
}
