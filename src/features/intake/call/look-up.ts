import type { ChannelMessage } from '@/domain/channel/conversation';
import type { SystemContext } from '@/server/context';
import { callOutside } from '@/server/http/call-outside';
import type { ClaimedCall } from './claim-call';
import { storableMessage } from './storable-event';
import { MOST_ATTEMPTS } from './take-in-limits';

/**
 * The message with what its vendor gives only when asked; whom we know already is not asked for. A vendor in trouble is asked
 * again later, but not for ever: the last time the message comes as it is. Null when it is our own.
 */
export async function lookUp(
  ctx: SystemContext,
  { opened, attempts }: ClaimedCall,
  message: ChannelMessage,
): Promise<ChannelMessage | null> {
  const { adapter, config } = opened ?? {};
  if (!adapter?.lookUp || (await isKnown(ctx, message))) return message;
  try {
    const found = await adapter.lookUp(message, config, callOutside);
    return found && storableMessage(found);
  } catch (error) {
    if (attempts >= MOST_ATTEMPTS) return message;
    throw error;
  }
}

async function isKnown(
  { db, workspaceId }: SystemContext,
  { author: { kind, value } }: ChannelMessage,
): Promise<boolean> {
  return (await db.customerIdentity.count({ where: { workspaceId, kind, value } })) > 0;
}
