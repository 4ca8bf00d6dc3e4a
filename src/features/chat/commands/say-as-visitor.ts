import type { SendMessage } from '@/domain/chat/protocol';
import { fail, ok, type Result } from '@/domain/shared/result';
import { sayTogether } from '@/features/chat/say-together';
import { lockTalk } from '@/features/chat/store';
import type { ChatVisitor, VisitorContext } from '@/features/chat/visitor';
import { plainVisitorWords, sayAsVisitor } from '@/features/chat/visitor-words';
import { transaction } from '@/server/db/transaction';

type Refused = Readonly<{ code: 'not_found' | 'input.invalid' | 'chat.ended' | 'chat.blocked' }>;

/** The visitor's words reach the ticket, once per `clientId`. Gives the sequence of the entry that they are. */
export async function visitorMessage(
  ctx: VisitorContext,
  { visitor, message }: Readonly<{ visitor: ChatVisitor; message: SendMessage }>,
): Promise<Result<Readonly<{ sequence: number }>, Refused>> {
  const { sessionId } = visitor;
  if (!sessionId) return fail({ code: 'not_found' });
  const sequence = await sayTogether({
    ctx,
    asked: { id: sessionId, clientId: message.clientId },
    decide: (talk) => plainVisitorWords(ctx, { talk, visitor, message }),
  });
  if (sequence !== null) return ok({ sequence });
  return transaction(ctx, async (tx, attempt) => {
    const asked = { id: sessionId, clientId: message.clientId, again: attempt > 1 };
    const talk = await lockTalk(tx, ctx, asked);
    if (!talk) return fail({ code: 'not_found' });
    return sayAsVisitor(tx, ctx, { talk, visitor, message });
  });
}
