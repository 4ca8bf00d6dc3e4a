import type { ChatAccountFacts } from '@/features/chat/account';
import type { Context } from '@/server/context';
import type { Db, Tx } from '@/server/db/client';
import { type Chat, lockChat } from './store';
import { tokenHashOf } from './visitor-token';

/** A visitor whose token is good, and the newest of their chats. */
export type ChatVisitor = Readonly<{
  id: string;
  customerId: string | null;
  externalId: string | null;
  verifiedAt: Date | null;
  name: string;
  email: string | null;
  phone: string | null;
  sessionId: string | null;
}>;

/** The world in which a visitor asks: of one chat account, and with nobody's rights. */
export type VisitorContext = Context & Readonly<{ account: ChatAccountFacts }>;

/** A visitor's browser is forgotten after so long without a word. */
const KEPT_MS = 30 * 86_400_000;
export const visitorExpiry = (at: Date): Date => new Date(at.getTime() + KEPT_MS);

/** Who has this token, or null. */
export async function visitorOf(
  db: Db | Tx,
  ctx: VisitorContext,
  token: string,
): Promise<ChatVisitor | null> {
  const { workspaceId, account } = ctx;
  const [row] = await db.$queryRaw<ChatVisitor[]>`
    select v.id, v."customerId", v."externalId", v."verifiedAt", v.name, v.email, v.phone,
      (select s.id from "ChatSession" s where s."workspaceId" = v."workspaceId" and s."visitorId" = v.id and not s.offline
       order by s."createdAt" desc limit 1) as "sessionId"
    from "ChatVisitor" v
    where v."tokenHash" = ${tokenHashOf(token)} and v."workspaceId" = ${workspaceId}::uuid
      and v."channelAccountId" = ${account.id}::uuid and v."expiresAt" > ${ctx.now()}`;
  return row ?? null;
}

/** The newest chat of a visitor, locked for this transaction; null when there is none. */
export async function chatOfVisitor(
  tx: Tx,
  ctx: VisitorContext,
  { sessionId }: Pick<ChatVisitor, 'sessionId'>,
): Promise<Chat | null> {
  return sessionId ? lockChat(tx, ctx, sessionId) : null;
}
