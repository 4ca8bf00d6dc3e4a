import type { WebhookChannel } from '@/channels/contract';
import { type Opened, openWebhookAccount } from '@/features/channels/commands/open-account';
import type { SystemContext } from '@/server/context';

/** A stored call that waits to be understood, with the account that it came in by. */
export type ClaimedCall = Readonly<{
  id: string;
  bytes: Uint8Array;
  receivedAt: Date;
  /** How often it was begun, this time included. */
  attempts: number;
  /** Somebody let it in although its sender is blocked. */
  released: boolean;
  account: Readonly<{ id: string; channel: string }>;
  /** Null when the account cannot be opened: there is no adapter, or its settings are gone. */
  opened: Opened<WebhookChannel<unknown>> | null;
}>;

/**
 * The call, if it still waits, with the attempt counted in a commit of its own, so that one that kills its reader is known
 * after the restart. Null when it is done, gone or set aside.
 */
export async function claimCall(ctx: SystemContext, id: string): Promise<ClaimedCall | null> {
  const { workspaceId } = ctx;
  const [row] = await ctx.db.rawInbound.updateManyAndReturn({
    where: { workspaceId, id, state: 'received' },
    data: { attempts: { increment: 1 } },
    select: {
      id: true,
      bytes: true,
      receivedAt: true,
      attempts: true,
      verdict: true,
      channelAccount: { select: { id: true, channel: true, sealedConfig: true } },
    },
  });
  if (!row) return null;
  const { channelAccount, verdict, ...call } = row;
  const { id: accountId, channel } = channelAccount;
  const released = verdict === 'released';
  return {
    ...call,
    released,
    account: { id: accountId, channel },
    opened: openWebhookAccount(channelAccount),
  };
}
