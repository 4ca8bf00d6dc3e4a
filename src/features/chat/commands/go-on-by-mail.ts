import { goOnByMail } from '@/domain/chat/life';
import { fail, ok, type Result } from '@/domain/shared/result';
import { saveChat } from '@/features/chat/store';
import { type ChatVisitor, chatOfVisitor, type VisitorContext } from '@/features/chat/visitor';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Asked = Readonly<{ visitor: ChatVisitor; email: string }>;

/** The visitor leaves and wants our next words by mail, at this address. */
export function continueByMail(
  ctx: VisitorContext,
  { visitor, email }: Asked,
): Promise<Result<null, Readonly<{ code: 'not_found' }>>> {
  return transaction(ctx, async (tx) => {
    const chat = await chatOfVisitor(tx, ctx, visitor);
    if (!chat) return fail({ code: 'not_found' });
    await keepAddress(tx, ctx, { visitor, email });
    const { after, lines } = goOnByMail(chat, email);
    if (lines.length === 0) return ok(null);
    const entries = lines.map((line) => ({ type: 'line', line, personName: null }) as const);
    await saveChat(tx, ctx, { before: chat, after: { ...chat, ...after }, entries, watchedBy: [] });
    return ok(null);
  });
}

/** What the visitor typed; a proven address is not replaced by it. */
async function keepAddress(tx: Tx, { workspaceId }: VisitorContext, { visitor, email }: Asked) {
  const { id, verifiedAt, email: known } = visitor;
  if (verifiedAt && known) return;
  await tx.chatVisitor.updateMany({ where: { workspaceId, id }, data: { email } });
}
