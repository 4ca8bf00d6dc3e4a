import 'server-only';
import type { MailboxConfig } from '@/channels/email/config';
import type { Context } from '@/server/context';
import { openConfig } from './mailbox-config';

/** The settings of a mailbox with their secrets; null when there is no such mailbox. For the worker's eyes only. */
export async function getMailboxConfig(
  ctx: Pick<Context, 'db' | 'workspaceId'>,
  id: string,
): Promise<MailboxConfig | null> {
  const row = await ctx.db.channelAccount.findUnique({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id } },
    select: { sealedConfig: true },
  });
  return row && openConfig(row.sealedConfig);
}
