import { endSide } from '@/features/tickets/commands/end-side';
import { startSideInput, writeInSideInput } from '@/features/tickets/commands/side-fields';
import { startSide } from '@/features/tickets/commands/start-side';
import { undoSide } from '@/features/tickets/commands/undo-side';
import { writeInSide } from '@/features/tickets/commands/write-in-side';
import type { StaffContext } from '@/server/context';

export type SideRows = Awaited<ReturnType<typeof sideRows>>;
type Attempt = (
  ctx: StaffContext,
  other: SideRows & Readonly<{ ticketId: string }>,
) => Promise<{ ok: boolean; error?: unknown }>;

const mail = { to: ['works@supplier.test'], html: '<p>x</p>' };

/** A conversation beside a ticket, whose first mail has not left yet. */
export async function sideRows(owner: StaffContext, ticketId: string, subject = 'secret side') {
  const begun = await startSide(owner, startSideInput.parse({ ...mail, ticketId, subject }));
  if (!begun.ok) throw new Error(begun.error.code);
  const { sideId, messageId: sideMessageId } = begun.value;
  return { sideId, sideMessageId };
}

/** Each action on conversations beside tickets, with the ids of another workspace. */
export const SIDE_ATTEMPTS: Readonly<Record<string, readonly Attempt[]>> = {
  startSide: [
    (ctx, { ticketId }) => startSide(ctx, startSideInput.parse({ ...mail, ticketId, subject: 'x' })),
  ],
  writeInSide: [(ctx, { sideId }) => writeInSide(ctx, writeInSideInput.parse({ sideId, html: '<p>x</p>' }))],
  endSide: [(ctx, { sideId }) => endSide(ctx, { sideId, done: true })],
  undoSide: [(ctx, { sideMessageId }) => undoSide(ctx, { messageId: sideMessageId })],
};
