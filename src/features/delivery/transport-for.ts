import type { TransportConfig } from '@/channels/email/config';
import { getMailboxConfig } from '@/features/channels/queries';
import type { SystemContext } from '@/server/context';
import { env } from '@/server/env';

/** The server for mails of this mailbox: its own, else that of the installation, else none, which keeps mails here. */
export async function transportFor(
  ctx: SystemContext,
  channelAccountId: string | null,
): Promise<TransportConfig> {
  const config = channelAccountId ? await getMailboxConfig(ctx, channelAccountId) : null;
  if (config?.outgoing.kind === 'smtp') return config.outgoing;
  const url = env().SMTP_URL;
  return url ? { kind: 'url', url } : { kind: 'log' };
}
