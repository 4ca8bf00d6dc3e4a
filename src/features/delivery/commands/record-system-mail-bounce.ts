import { detailOf, type Outcome } from '@/domain/delivery/delivery';
import { noteUndelivered } from '@/features/surveys/commands/note-undelivered';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** A mail of the product itself came back: Admin → Outgoing mail shows it as failed, with what the other server said. */
export async function recordSystemMailBounce(
  tx: Tx,
  ctx: SystemContext,
  { mailId, outcomes }: Readonly<{ mailId: string; outcomes: readonly Outcome[] }>,
): Promise<void> {
  if (!outcomes.some(({ state }) => state === 'bounced')) return;
  await tx.outgoingMail.updateMany({
    where: { workspaceId: ctx.workspaceId, id: mailId },
    data: { state: 'failed', lastError: detailOf(outcomes) || 'bounced' },
  });
  await noteUndelivered(tx, ctx, mailId);
}
