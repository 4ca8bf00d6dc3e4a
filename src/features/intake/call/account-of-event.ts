import type { ChannelEvent } from '@/domain/channel/conversation';
import type { Channel } from '@/domain/ticket/ticket';
import type { SystemContext } from '@/server/context';
import type { ClaimedCall } from './claim-call';

/** The account that an event is about. */
export type EventAccount = Readonly<{ id: string; name: string; channel: Channel; teamId: string | null }>;

type Concerned = Exclude<ChannelEvent, { kind: 'ignored' }>;

/**
 * The account that an event is about: one vendor's address may bring the events of several pages and of two channels. Null
 * when the workspace has not connected it, or has switched it off.
 */
export async function eventAccount(
  ctx: SystemContext,
  { account }: ClaimedCall,
  event: Concerned,
): Promise<EventAccount | null> {
  const { channel, account: externalId } =
    event.kind === 'message' || event.kind === 'edit' ? event.message : event;
  const isCalled = channel === account.channel && externalId === null;
  return ctx.db.channelAccount.findFirst({
    where: {
      workspaceId: ctx.workspaceId,
      enabled: true,
      ...(isCalled ? { id: account.id } : { channel, externalId }),
    },
    select: { id: true, name: true, channel: true, teamId: true },
  });
}
