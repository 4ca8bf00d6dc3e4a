import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

export type SendingMailbox = Readonly<{ id: string; name: string; address: string }>;

/** The mailbox that speaks for a ticket: the one it came in by, else the workspace's first. Null when there is none. */
export async function mailboxOfTicket(
  tx: Pick<Tx, 'channelAccount'>,
  ctx: Pick<Context, 'workspaceId'>,
  { channelAccountId }: Readonly<{ channelAccountId: string | null }>,
): Promise<SendingMailbox | null> {
  const where = {
    workspaceId: ctx.workspaceId,
    channel: 'email',
    enabled: true,
    address: { not: null },
  } as const;
  const select = { id: true, name: true, address: true } as const;
  const own =
    channelAccountId &&
    (await tx.channelAccount.findFirst({ where: { ...where, id: channelAccountId }, select }));
  const found = own || (await tx.channelAccount.findFirst({ where, select, orderBy: { createdAt: 'asc' } }));
  return found?.address ? { ...found, address: found.address } : null;
}
