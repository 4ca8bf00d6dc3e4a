import { timePasses } from '@/domain/chat/life';
import { lockChat, saveChat } from '@/features/chat/store';
import type { SystemContext } from '@/server/context';
import { sql } from '@/server/db/sql';
import { transaction } from '@/server/db/transaction';
import { eachApart } from '@/server/jobs/each-apart';
import type { World } from '@/server/world';

const AT_ONCE = 500;

type Due = Readonly<{ workspaceId: string; id: string; warnMinutes: number; endMinutes: number }>;

/**
 * Asks silent visitors whether they are still there, and ends chats whose visitors have gone. In all workspaces or the
 * one that is named; gives how many moved.
 */
export async function sweepChats(world: World, workspaceId: string | null = null): Promise<number> {
  const at = world.now();
  const only = workspaceId ? sql`and s."workspaceId" = ${workspaceId}::uuid` : sql``;
  const due = await world.db.$queryRaw<Due[]>(sql`
    select s."workspaceId", s.id, a."warnMinutes", a."endMinutes"
    from "ChatSession" s
    join "ChatAccount" a on a."workspaceId" = s."workspaceId" and a."channelAccountId" = s."channelAccountId"
    where s.state in ('waiting', 'active') ${only} and (
      s."visitorSeenAt" < ${new Date(at.getTime() - 5 * 60_000)}::timestamptz
      or (s.state = 'active' and s."lastMessageAt" < ${at}::timestamptz - a."warnMinutes" * interval '1 minute'
        and (s."warnedAt" is null or s."lastMessageAt" < ${at}::timestamptz - a."endMinutes" * interval '1 minute')))
    order by s."lastMessageAt" limit ${AT_ONCE}`);
  const moved = await eachApart('silent chats', due, (chat) => settle(world, chat));
  return moved.filter(Boolean).length;
}

function settle(world: World, { workspaceId, id, ...patience }: Due): Promise<boolean> {
  const ctx: SystemContext = {
    ...world,
    workspaceId,
    actor: { kind: 'system', id: 'schedule', name: 'schedule' },
  };
  return transaction(ctx, async (tx) => {
    const chat = await lockChat(tx, ctx, id);
    const move = chat && timePasses(chat, patience, ctx.now());
    if (!chat || !move) return false;
    const entries = move.lines.map((line) => ({ type: 'line', line, personName: null }) as const);
    await saveChat(tx, ctx, { before: chat, after: { ...chat, ...move.after }, entries, watchedBy: [] });
    return true;
  });
}
