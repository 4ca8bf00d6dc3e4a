import { ok, type Result } from '@/domain/shared/result';
import { type FieldsMissing, orRefused } from '@/features/tickets/change-refused';
import { type ReplyInput, replyInput } from '@/features/tickets/inputs';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { type NotReplied, type Replied, replyIn } from './reply-to-ticket';

/** Where somebody keeps that an answer was sent. */
type Ledger = Readonly<{
  /** What was sent before; null where nothing was. */
  sent: (tx: Tx) => Promise<Replied | null>;
  keep: (tx: Tx, replied: Replied) => Promise<void>;
}>;

type Reply = Pick<ReplyInput, 'ticketId' | 'html' | 'submitAs'>;

/** As `replyToTicket` to the requester as they last wrote, but never twice: what the ledger knows is kept in the same commit as the answer. */
export function replyOnce(
  ctx: StaffContext,
  reply: Reply,
  ledger: Ledger,
): Promise<Result<Replied, NotReplied | FieldsMissing>> {
  return orRefused(
    transaction(ctx, async (tx) => {
      const before = await ledger.sent(tx);
      if (before) return ok(before);
      const replied = await replyIn(tx, ctx, replyInput.parse(reply));
      if (replied.ok) await ledger.keep(tx, replied.value);
      return replied;
    }),
  );
}
