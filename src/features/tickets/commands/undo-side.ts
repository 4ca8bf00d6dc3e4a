import { fail, ok, type Result } from '@/domain/shared/result';
import { recordFactIn } from '@/features/tickets/commands/record-fact';
import { type Side, sideToWriteIn } from '@/features/tickets/side-store';
import type { Upload } from '@/features/tickets/written-message';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

/** What was taken back, for its writer to go on with; `isGone` where the conversation began with it. */
export type TakenBack = Readonly<{
  sideId: string;
  isGone: boolean;
  subject: string;
  html: string;
  to: readonly string[];
  cc: readonly string[];
  files: readonly Upload[];
}>;
type Refused = Readonly<{ code: 'not_found' | 'message.already_sent' }>;

/**
 * Takes back a mail of a conversation beside a ticket that has not left yet; its files wait again for a message. A
 * conversation in which nothing else was said goes with it. Fails once the outbox began to send it.
 */
export function undoSide(
  ctx: StaffContext,
  { messageId }: Readonly<{ messageId: string }>,
): Promise<Result<TakenBack, Refused>> {
  return transaction(ctx, async (tx) => {
    const { workspaceId } = ctx;
    const message = await tx.message.findUnique({
      where: { workspaceId_id: { workspaceId, id: messageId } },
      select: {
        sideConversationId: true,
        html: true,
        addresses: { orderBy: { position: 'asc' }, select: { kind: true, address: true } },
      },
    });
    const found = message?.sideConversationId && (await sideToWriteIn(tx, ctx, message.sideConversationId));
    if (!message || !found) return fail({ code: 'not_found' });
    const { count } = await tx.outgoingMail.updateMany({
      where: { workspaceId, messageId, state: 'queued' },
      data: { state: 'cancelled' },
    });
    if (count === 0) return fail({ code: 'message.already_sent' });
    const files = await freeFiles(tx, ctx, messageId);
    const isGone = await forget(tx, ctx, { side: found.side, messageId });
    const of = (kind: string) =>
      message.addresses.filter((each) => each.kind === kind).map((each) => each.address);
    const { id: sideId, subject } = found.side;
    return ok({ sideId, isGone, subject, html: message.html ?? '', to: of('to'), cc: of('cc'), files });
  });
}

async function freeFiles(tx: Tx, { workspaceId, actor }: StaffContext, messageId: string): Promise<Upload[]> {
  const where = { workspaceId, messageId };
  const select = { id: true, name: true, type: true, size: true } as const;
  const files = await tx.attachment.findMany({ where, orderBy: { position: 'asc' }, select });
  await tx.attachment.updateMany({ where, data: { messageId: null, uploadedById: actor.id } });
  return files;
}

type Forgotten = Readonly<{ side: Side; messageId: string }>;

/** True where the whole conversation went. */
async function forget(tx: Tx, ctx: StaffContext, { side, messageId }: Forgotten): Promise<boolean> {
  const { workspaceId } = ctx;
  const { id: sideId, subject, ticketId } = side;
  await tx.message.updateMany({
    where: { workspaceId, id: messageId },
    data: { delivery: 'cancelled', deliveryDetail: 'undone' },
  });
  const said = { workspaceId, sideConversationId: sideId, NOT: { delivery: 'cancelled' as const } };
  const heard = { workspaceId, sideConversationId: sideId, delivery: null };
  const left = (await tx.message.count({ where: said })) + (await tx.message.count({ where: heard }));
  if (left === 0) await tx.sideConversation.deleteMany({ where: { workspaceId, id: sideId } });
  await recordFactIn(tx, ctx, { ticketId, event: { type: 'side.taken_back', sideId, subject, messageId } });
  return left === 0;
}
