import type { SendMessage } from '@/domain/chat/protocol';
import { fail, type Result } from '@/domain/shared/result';
import { lockTalk } from '@/features/chat/store';
import type { ChatVisitor, VisitorContext } from '@/features/chat/visitor';
import { sayAsVisitor } from '@/features/chat/visitor-words';
import { transaction } from '@/server/db/transaction';

type Refused = Readonly<{ code: 'not_found' | 'input.invalid' | 'chat.ended' | 'chat.blocked' }>;

/** The visitor's words reach the ticket, once per `clientId`. Gives the sequence of the entry that they are. */
export function visitorMessage(
  ctx: VisitorContext,
  { visitor, message }: Readonly<{ visitor: ChatVisitor; message: SendMessage }>,
): Promise<Result<Readonly<{ sequence: number }>, Refused>> {
  return transaction(ctx, async (tx, attempt) => {
    const { sessionId: id } = visitor;
    const asked = id && { id, clientId: message.clientId, again: attempt > 1 };
    const talk = asked && (await lockTalk(tx, ctx, asked));
    if (!talk) return fail({ code: 'not_found' });
    return sayAsVisitor(tx, ctx, { talk, visitor, message });
  });
}
