import type { ChatAccountFacts } from '@/features/chat/account';
import type { Context } from '@/server/context';
import type { Db, Tx } from '@/server/db/client';
import { gather } from '@/server/jobs/gather';
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
  const [visitor = null] = await visitorsOf(db, [{ ctx, token }]);
  return visitor;
}

type Bearer = Readonly<{ ctx: VisitorContext; token: string }>;

/** The same outside of transactions: requests that come while visitors are being read are read together afterwards. */
export const visitorAtDoor: (bearer: Bearer) => Promise<ChatVisitor | null> = gather(
  100,
  async (all: readonly Bearer[]) => {
    const [first] = all;
    return first ? visitorsOf(first.ctx.db, all) : [];
  },
);

async function visitorsOf(db: Db | Tx, all: readonly Bearer[]): Promise<readonly (ChatVisitor | null)[]> {
  const hashes = all.map(({ token }) => tokenHashOf(token));
  const workspaces = all.map(({ ctx }) => ctx.workspaceId);
  const accounts = all.map(({ ctx }) => ctx.account.id);
  const instants = all.map(({ ctx }) => ctx.now().toISOString());
  const rows = await db.$queryRaw<(ChatVisitor & Readonly<{ place: number }>)[]>`
    select asked.place::int, v.id, v."customerId", v."externalId", v."verifiedAt", v.name, v.email, v.phone,
      (select s.id from "ChatSession" s where s."workspaceId" = v."workspaceId" and s."visitorId" = v.id and not s.offline
       order by s."createdAt" desc limit 1) as "sessionId"
    from unnest(${hashes}::text[], ${workspaces}::uuid[], ${accounts}::uuid[], ${instants}::timestamptz[]) with ordinality
      as asked("tokenHash", "workspaceId", "channelAccountId", at, place)
    join "ChatVisitor" v on v."tokenHash" = asked."tokenHash" and v."workspaceId" = asked."workspaceId"
      and v."channelAccountId" = asked."channelAccountId" and v."expiresAt" > asked.at`;
  const known = new Map(rows.map(({ place, ...visitor }) => [place, visitor]));
  return all.map((_, index) => known.get(index + 1) ?? null);
}

/** The newest chat of a visitor, locked for this transaction; null when there is none. */
export async function chatOfVisitor(
  tx: Tx,
  ctx: VisitorContext,
  { sessionId }: Pick<ChatVisitor, 'sessionId'>,
): Promise<Chat | null> {
  return sessionId ? lockChat(tx, ctx, sessionId) : null;
}
