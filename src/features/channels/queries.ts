import 'server-only';
import { type MailboxConfig, mailboxConfig, PLAIN_MAILBOX } from '@/channels/email/config';
import type { Context } from '@/server/context';
import { unseal } from '@/server/crypto/keys';

/** The settings of a mailbox with their secrets; null when there is no such mailbox. For the worker's eyes only. */
export async function getMailboxConfig(
  ctx: Pick<Context, 'db' | 'workspaceId'>,
  id: string,
): Promise<MailboxConfig | null> {
  const row = await ctx.db.channelAccount.findUnique({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id } },
    select: { sealedConfig: true },
  });
  if (!row) return null;
  return row.sealedConfig ? mailboxConfig.parse(JSON.parse(unseal(row.sealedConfig))) : PLAIN_MAILBOX;
}
