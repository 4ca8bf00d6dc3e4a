import 'server-only';
import type { ChatSettings } from '@/domain/chat/settings';
import { chatAccountOf } from '@/features/chat/account';
import type { ChatAccountInput } from '@/features/chat/commands/account-input';
import { secretsOf } from '@/features/chat/identity-secrets';
import { opennessOf } from '@/features/chat/openness';
import type { StaffContext } from '@/server/context';

/** Whether visitors are answered now: off, closed by the calendar, nobody online, or open. */
export type ChatHealth = 'off' | 'closed' | 'nobody' | 'open';

export type ChatAccountRow = Readonly<{
  id: string;
  name: string;
  health: ChatHealth;
  team: string | null;
  lastChatAt: Date | null;
  waiting: number;
}>;

/** The chat accounts of the workspace by name, and whether they answer. */
export async function listChatAccounts(ctx: StaffContext): Promise<readonly ChatAccountRow[]> {
  const { workspaceId, db } = ctx;
  const rows = await db.chatAccount.findMany({
    where: { workspaceId },
    orderBy: { account: { name: 'asc' } },
    take: 100,
    select: {
      channelAccountId: true,
      publicKey: true,
      account: { select: { name: true, team: { select: { name: true } } } },
      sessions: { orderBy: { createdAt: 'desc' }, take: 1, select: { createdAt: true } },
      _count: { select: { sessions: { where: { state: 'waiting', waitingSince: { not: null } } } } },
    },
  });
  return Promise.all(
    rows.map(async ({ channelAccountId, publicKey, account, sessions, _count }) => ({
      id: channelAccountId,
      name: account.name,
      team: account.team?.name ?? null,
      health: await healthOf(ctx, publicKey),
      lastChatAt: sessions[0]?.createdAt ?? null,
      waiting: _count.sessions,
    })),
  );
}

async function healthOf(ctx: StaffContext, publicKey: string): Promise<ChatHealth> {
  const account = await chatAccountOf(ctx.db, publicKey);
  if (!account) return 'off';
  const { open, opensAt } = await opennessOf(ctx, account);
  if (open) return 'open';
  return opensAt === null ? 'nobody' : 'closed';
}

export type ChatAccountForm = ChatAccountInput &
  Readonly<{
    publicKey: string;
    health: ChatHealth /** Which secrets hold now, by their names only. */;
    kids: readonly string[];
  }>;

/** A chat account as its form shows it; null when it is not here. */
export async function getChatAccount(ctx: StaffContext, id: string): Promise<ChatAccountForm | null> {
  const { workspaceId, db } = ctx;
  const row = await db.chatAccount.findUnique({
    where: { workspaceId_channelAccountId: { workspaceId, channelAccountId: id } },
    include: { account: { select: { name: true, teamId: true, enabled: true } } },
  });
  if (!row) return null;
  const { account, publicKey, allowedOrigins, calendarId, verifiedOnly, warnMinutes, endMinutes } = row;
  return {
    ...account,
    accountId: id,
    publicKey,
    allowedOrigins,
    calendarId,
    verifiedOnly,
    warnMinutes,
    endMinutes,
    settings: row.settings as unknown as ChatSettings & ChatAccountInput['settings'],
    health: await healthOf(ctx, publicKey),
    kids: secretsOf(row.sealedSecrets).map(({ kid }) => kid),
  };
}
