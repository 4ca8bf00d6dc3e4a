import type { NewMessage } from '@/domain/ticket/ticket';
import { insertUnplaced } from '@/features/tickets/store-messages';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** Keeps a message that was understood but belongs on no ticket, such as a report about a mail that we do not know. */
export function keepUnplacedMessage(tx: Tx, ctx: Context, message: NewMessage): Promise<void> {
  return insertUnplaced(tx, ctx, [message]);
}
