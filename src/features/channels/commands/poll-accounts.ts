import { CONVERSATION_KINDS_ASKED } from '@/channels/adapters';
import { storeArrival } from '@/features/intake/commands/receive-call';
import type { Context } from '@/server/context';
import { callOutside } from '@/server/http/call-outside';
import { eachOf } from '@/server/jobs/each-of';
import { noteHealth } from './note-health';
import { openConversationAccount, relearned } from './open-account';

type World = Pick<Context, 'db' | 'now' | 'newId'>;

const AT_ONCE = 50;
const AT_A_TIME = 4;
const PAUSE_SECONDS = 15;
/** While one process asks, no other does; after a crash somebody else may. */
const CLAIM_SECONDS = 120;
const LONGEST_BACK_OFF_SECONDS = 3600;

/**
 * Asks for what is new at every account whose vendor does not call us, and whose turn it is. What is found is stored like a
 * vendor's call, before the place up to which was read is. A vendor that fails is asked less and less often. Of all workspaces,
 * unless one is named.
 */
export async function pollAccounts(world: World, workspaceId: string | null = null): Promise<number> {
  const at = world.now();
  const due = await world.db.channelAccount.findMany({
    where: {
      ...(workspaceId && { workspaceId }),
      channel: { in: [...CONVERSATION_KINDS_ASKED] },
      enabled: true,
      sealedConfig: { not: null },
      OR: [{ pollAt: null }, { pollAt: { lte: at } }],
    },
    orderBy: { pollAt: { sort: 'asc', nulls: 'first' } },
    take: AT_ONCE,
    select: {
      workspaceId: true,
      id: true,
      channel: true,
      sealedConfig: true,
      cursor: true,
      pollAt: true,
      pollFailures: true,
    },
  });
  await eachOf(due, AT_A_TIME, (account) => pollAccount(world, account));
  return due.length;
}

type Due = Readonly<{
  workspaceId: string;
  id: string;
  channel: string;
  sealedConfig: string | null;
  cursor: unknown;
  pollAt: Date | null;
  pollFailures: number;
}>;

async function pollAccount(world: World, account: Due): Promise<void> {
  const { workspaceId, id, pollAt, pollFailures } = account;
  const opened = openConversationAccount(account);
  const { count } = await world.db.channelAccount.updateMany({
    where: { workspaceId, id, pollAt },
    data: { pollAt: later(world, CLAIM_SECONDS) },
  });
  if (count === 0 || !opened?.adapter.poll) return;
  try {
    const found = await opened.adapter.poll(account.cursor, opened.config, callOutside);
    for (const item of found.items) {
      await storeArrival(world, { workspaceId, channelAccountId: id, source: 'poll', ...item });
    }
    await keepLearned(world, account, found.learned);
    const wait = found.more ? 0 : (found.retryAfterSeconds ?? PAUSE_SECONDS);
    const cursor = found.cursor === undefined || found.cursor === null ? {} : { cursor: found.cursor };
    await world.db.channelAccount.updateMany({
      where: { workspaceId, id },
      data: { ...cursor, pollAt: later(world, wait), pollFailures: 0 },
    });
    if (pollFailures > 0) await noteHealth(world, account, { health: 'healthy', detail: '' });
  } catch (error) {
    const wait = Math.min(PAUSE_SECONDS * 2 ** Math.min(pollFailures, 10), LONGEST_BACK_OFF_SECONDS);
    await world.db.channelAccount.updateMany({
      where: { workspaceId, id },
      data: { pollAt: later(world, wait), pollFailures: { increment: 1 } },
    });
    await noteHealth(world, account, { health: 'failing', detail: messageOf(error) });
  }
}

/** Unless an admin has saved other settings meanwhile. */
async function keepLearned(
  { db }: World,
  { workspaceId, id, sealedConfig }: Due,
  learned: Readonly<Record<string, string>> | undefined,
): Promise<void> {
  if (!learned || sealedConfig === null) return;
  await db.channelAccount.updateMany({
    where: { workspaceId, id, sealedConfig },
    data: { sealedConfig: relearned(sealedConfig, learned) },
  });
}

const later = ({ now }: World, seconds: number) => new Date(now().getTime() + seconds * 1000);
const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
