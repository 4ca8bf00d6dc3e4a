import type { Channel } from '@/domain/ticket/ticket';
import type { HeldBack } from '@/features/blocks/held-back';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

export type Blocked = Readonly<{
  channel: Channel;
  channelAccountId: string | null;
  /** Sent twice, it is kept once. */
  key: string;
  thread: string;
  sender: string;
  text: string;
  reason: string;
  payload: HeldBack;
}>;

/** Keeps what a blocked sender said where only those who may let it in see it. */
export async function keepBlocked(tx: Tx, ctx: Context, { payload, ...blocked }: Blocked): Promise<void> {
  await tx.blockedMessage.createMany({
    data: [
      {
        ...blocked,
        workspaceId: ctx.workspaceId,
        id: ctx.newId(),
        key: blocked.key.slice(0, 300),
        thread: blocked.thread.slice(0, 300),
        sender: blocked.sender.slice(0, 300),
        payload: JSON.parse(JSON.stringify(payload)),
        at: ctx.now(),
      },
    ],
    skipDuplicates: true,
  });
}
