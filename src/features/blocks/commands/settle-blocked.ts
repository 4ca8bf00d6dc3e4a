import { may } from '@/domain/permission/can';
import { fail, ok, type Problem, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { BlockedItemInput } from '@/features/blocks/commands/block-fields';
import type { HeldBack } from '@/features/blocks/held-back';
import { placeWords } from '@/features/blocks/place-words';
import { discardSubmission } from '@/features/forms/commands/discard-submission';
import { releaseSubmission } from '@/features/forms/commands/release-submission';
import { processAgain } from '@/features/intake/commands/process-again';
import { setAside } from '@/features/intake/commands/set-aside';
import { releaseCall } from '@/features/phone/commands/release-call';
import type { StaffContext, SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

/** The number of the ticket; null where it will stand on one in a moment. */
type Released = Result<Readonly<{ number: number | null }>, Problem>;

/** Lets in what was held back, as it came; whoever sent it stays blocked. */
export async function releaseBlocked(ctx: StaffContext, { source, id }: BlockedItemInput): Promise<Released> {
  if (!may(ctx.actor, 'mail.read')) return fail({ code: 'not_found' });
  switch (source) {
    case 'inbound': {
      const again = await processAgain(ctx, { rawInboundId: id });
      return again.ok ? ok({ number: null }) : again;
    }
    case 'form':
      return releaseSubmission(ctx, { submissionId: id });
    case 'message':
      return transaction(ctx, (tx) => releaseMessage(tx, ctx, id));
  }
}

/** Takes what was held back off the list. It is kept, and becomes no ticket. */
export async function setBlockedAside(
  ctx: StaffContext,
  { source, id }: BlockedItemInput,
): Promise<Result<null, Problem>> {
  if (!may(ctx.actor, 'mail.read')) return fail({ code: 'not_found' });
  switch (source) {
    case 'inbound': {
      const aside = await setAside(ctx, { rawInboundId: id });
      return aside.ok ? ok(null) : aside;
    }
    case 'form':
      return discardSubmission(ctx, { submissionId: id });
    case 'message':
      return transaction(ctx, async (tx) => {
        const claimed = await claim(tx, ctx, id);
        return claimed.ok ? ok(null) : claimed;
      });
  }
}

const kept = {
  channel: true,
  channelAccountId: true,
  thread: true,
  sender: true,
  text: true,
  at: true,
  payload: true,
} as const;

/** Settles a row for this transaction, once. */
async function claim(tx: Tx, ctx: StaffContext, id: string) {
  const { workspaceId } = ctx;
  const [row] = await tx.blockedMessage.updateManyAndReturn({
    where: { workspaceId, id, settledAt: null },
    data: { settledAt: ctx.now(), settledBy: ctx.actor.name },
    select: kept,
  });
  if (row) return ok(row);
  const known = await tx.blockedMessage.count({ where: { workspaceId, id } });
  return fail({ code: known > 0 ? ('inbound.not_held' as const) : ('not_found' as const) });
}

async function releaseMessage(tx: Tx, ctx: StaffContext, id: string): Promise<Released> {
  const claimed = await claim(tx, ctx, id);
  if (!claimed.ok) return claimed;
  const { thread, sender, payload, ...rest } = claimed.value;
  const held = payload as unknown as HeldBack;
  const intake: SystemContext = { ...ctx, actor: { kind: 'system', id: 'intake', name: 'intake' } };
  const { workspaceId } = ctx;
  const ticket =
    held.kind === 'call'
      ? await releaseCall(tx, intake, held.callId)
      : await placeWords(tx, intake, { ...rest, words: held, besideId: await besideOf(tx, ctx, thread) });
  if (!ticket) return fail({ code: 'not_found' });
  await tx.blockedMessage.updateMany({ where: { workspaceId, id }, data: { ticketId: ticket.id } });
  await recordAudit(tx, ctx, { action: 'sender.released', target: sender });
  return ok({ number: ticket.number });
}

async function besideOf(tx: Tx, { workspaceId }: StaffContext, thread: string): Promise<string | null> {
  const beside = await tx.blockedMessage.findFirst({
    where: { workspaceId, thread, ticketId: { not: null } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { ticketId: true },
  });
  return beside?.ticketId ?? null;
}
