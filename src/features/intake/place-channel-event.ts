import type { ChannelEvent } from '@/domain/channel/conversation';
import { type NotedHealth, noteHealth } from '@/features/channels/commands/note-health';
import { recordReceipt, recordSeen } from '@/features/delivery/commands/record-receipt';
import type { SystemContext } from '@/server/context';
import { type EventAccount, eventAccount } from './call/account-of-event';
import type { ClaimedCall } from './call/claim-call';
import { changeReach, deleteMessage } from './call/conversation-changes';
import { placeEcho } from './call/place-echo';
import { placeMessage } from './call/place-message';
import type { PlacedEvent } from './call/placed';
import { keepReaction } from './call/react';
import { renameIdentity } from './call/renames';
import { storableEvent } from './call/storable-event';

/**
 * Puts one event of a channel where it belongs. Safe to run twice, late and out of order: what is here already stays as it
 * is, what is older than what is known changes nothing, and what comes before the message that it is about waits for it.
 */
export async function placeChannelEvent(
  ctx: SystemContext,
  { call, event: told }: Readonly<{ call: ClaimedCall; event: ChannelEvent }>,
): Promise<PlacedEvent> {
  const event = storableEvent(told);
  if (event.kind === 'ignored') return { ticketId: null, ignored: event.why };
  const account = await eventAccount(ctx, call, event);
  if (!account) return { ticketId: null, ignored: 'not_connected' };
  return place(ctx, { call, event, account });
}

type Placing = Readonly<{
  call: ClaimedCall;
  event: ChannelEvent;
  account: EventAccount;
}>;

async function place(ctx: SystemContext, { call, event, account }: Placing): Promise<PlacedEvent> {
  switch (event.kind) {
    case 'ignored':
      return { ticketId: null, ignored: event.why };
    case 'message':
      return placeMessage(ctx, { call, account, message: event.message, edited: null });
    case 'edit':
      return placeMessage(ctx, { call, account, message: event.message, edited: event });
    case 'deletion':
      return deleteMessage(ctx, { account, externalId: event.externalId, at: event.at });
    case 'receipt':
      await recordReceipt(ctx, { channelAccountId: account.id, ...event });
      return KEPT;
    case 'seen':
      await recordSeen(ctx, { channelAccountId: account.id, ...event });
      return KEPT;
    case 'echo':
      return placeEcho(ctx, { call, account, echo: event });
    case 'reaction':
      await keepReaction(ctx, { ...event, account });
      return KEPT;
    case 'renamed':
      await renameIdentity(ctx, { ...event, account });
      return KEPT;
    case 'reach':
      await changeReach(ctx, { ...event, account });
      return KEPT;
    case 'revoked':
      await noteHealth(ctx, { workspaceId: ctx.workspaceId, id: account.id }, REVOKED);
      return KEPT;
  }
}

const REVOKED: NotedHealth = { health: 'failing', detail: 'access_revoked' };
const KEPT: PlacedEvent = { ticketId: null, ignored: null };
