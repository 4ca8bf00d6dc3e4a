import type { TransportConfig } from '@/channels/email/config';
import { withAccessToken } from '@/features/channels/commands/outgoing-token';
import { getMailboxConfig } from '@/features/channels/queries';
import type { SystemContext } from '@/server/context';
import { env } from '@/server/env';

/** The server for mails of this mailbox: its own, else that of the installation, else none, which keeps mails here. */
export async function transportFor(
  ctx: SystemContext,
  channelAccountId: string | null,
): Promise<TransportConfig> {
  const config = channelAccountId ? await getMailboxConfig(ctx, channelAccountId) : null;
  if (channelAccountId && config?.outgoing.kind === 'smtp')
    return withAccessToken(ctx, channelAccountId, { ...config, outgoing: config.outgoing });
  const url = env().SMTP_URL;
  return url ? { kind: 'url', url } : { kind: 'log' };
}
