import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { HeldInput } from '@/features/intake/inputs';
import { takeInJob } from '@/features/intake/jobs';
import type { Context } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { enqueue } from '@/server/jobs/enqueue';

type Refused = Readonly<{ code: 'not_found' | 'forbidden' | 'inbound.not_held' }>;

/**
 * Has a mail that was held or set aside understood anew, as if it had just arrived. What was kept of it beside the tickets
 * goes with the same commit, so that it is not there twice.
 */
export function processAgain(
  ctx: Context,
  { rawInboundId }: HeldInput,
): Promise<Result<Readonly<{ rawInboundId: string }>, Refused>> {
  return transaction(ctx, async (tx) => {
    if (!may(ctx.actor, 'mail.read')) return fail({ code: 'forbidden' });
    const { workspaceId } = ctx;
    const where = { workspaceId, id: rawInboundId };
    const raw = await tx.rawInbound.findFirst({ where, select: { envelopeFrom: true, reason: true } });
    if (!raw) return fail({ code: 'not_found' });
    const { count } = await tx.rawInbound.updateMany({
      where: { ...where, state: { in: ['held', 'discarded'] }, emptiedAt: null },
      data: {
        state: 'received',
        verdict: releasedBy(raw.reason),
        reason: null,
        attempts: 0,
        processedAt: null,
      },
    });
    if (count === 0) return fail({ code: 'inbound.not_held' });
    await tx.message.deleteMany({ where: { workspaceId, rawInboundId, ticketId: null } });
    await enqueue(tx, takeInJob, { workspaceId, rawInboundId });
    await recordAudit(tx, ctx, {
      action: 'mail.replayed',
      target: raw.envelopeFrom || rawInboundId,
      data: { reason: raw.reason },
    });
    return ok({ rawInboundId });
  });
}

/** Mail of a blocked sender is let in when somebody asks for it: otherwise it would be held again. */
const releasedBy = (reason: string | null): string | null =>
  reason?.startsWith('blocked_sender') ? 'released' : null;
