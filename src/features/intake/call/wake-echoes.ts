import type { ChannelMessage } from '@/domain/channel/conversation';
import { takeInJob } from '@/features/intake/jobs';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { enqueue } from '@/server/jobs/enqueue';
import type { EventAccount } from './account-of-event';

/** By what a thread may be named in an echo: its own key, or another address of its writer that the channel vouches for. */
export const namesOfThread = ({ conversation, author }: ChannelMessage): readonly string[] => [
  conversation.key,
  ...author.also.filter(({ kind }) => kind === author.kind).map(({ value }) => value),
];

type Come = Readonly<{ account: EventAccount; keys: readonly string[] }>;

/** The thread is here now: calls that told of something in it, and came before it, are read again. */
export async function wakeEchoes(tx: Tx, ctx: SystemContext, { account, keys }: Come): Promise<void> {
  const { workspaceId } = ctx;
  const where = { workspaceId, channelAccountId: account.id, key: { in: [...keys] } };
  const waiting = await tx.waitingEcho.findMany({ where, select: { rawInboundId: true } });
  if (waiting.length === 0) return;
  await tx.waitingEcho.deleteMany({ where });
  for (const { rawInboundId } of waiting) {
    await tx.rawInbound.updateMany({
      where: { workspaceId, id: rawInboundId, emptiedAt: null },
      data: { state: 'received', attempts: 0 },
    });
    await enqueue(tx, takeInJob, { workspaceId, rawInboundId });
  }
}
