import { fail, ok, type Result } from '@/domain/shared/result';
import type { MessageInput } from '@/features/tickets/inputs';
import { type RestoredDraft, restoreAsDraft, writtenMessage } from '@/features/tickets/written-message';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

type Reused = Readonly<{ ticketId: string }> & RestoredDraft;
type Refused = Readonly<{ code: 'not_found' | 'message.already_sent' }>;

/**
 * Makes a message that never left (taken back, or called off because the customer wrote) the draft of whoever asks. The
 * message itself stays as it is. Fails when it has left or may still leave.
 */
export function reuseMessage(
  ctx: StaffContext,
  { messageId }: MessageInput,
): Promise<Result<Reused, Refused>> {
  return transaction(ctx, async (tx) => {
    const written = await writtenMessage(tx, ctx, messageId);
    if (!written) return fail({ code: 'not_found' });
    const { message, ticket } = written;
    if (message.delivery !== 'cancelled') return fail({ code: 'message.already_sent' });
    return ok({ ticketId: ticket.id, ...(await restoreAsDraft(tx, ctx, { messageId, message })) });
  });
}
