import type { MessageTemplate } from '@/domain/channel/conversation';
import { mayOnTicket } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { openConversationAccount } from '@/features/channels/commands/open-account';
import { findSurvivingTicket } from '@/features/tickets/commands/find-surviving-ticket';
import type { StaffContext } from '@/server/context';
import { callOutside } from '@/server/http/call-outside';
import { log } from '@/server/log';

type Unreachable = Readonly<{ code: 'channel.unreachable' }>;

/**
 * The texts that the vendor of a conversation's channel has approved, asked for now. Null when there is no such conversation,
 * its ticket is not the asker's to answer, or its channel knows no such texts.
 */
export async function approvedTexts(
  ctx: StaffContext,
  conversationId: string,
): Promise<Result<readonly MessageTemplate[], Unreachable> | null> {
  const row = await ctx.db.channelConversation.findUnique({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id: conversationId } },
    select: { ticketId: true, channelAccount: { select: { channel: true, sealedConfig: true } } },
  });
  const ticket = row?.ticketId ? await findSurvivingTicket(ctx.db, ctx, row.ticketId) : null;
  if (!row || !ticket || !mayOnTicket(ctx.actor, 'ticket.reply', ticket)) return null;
  const opened = openConversationAccount(row.channelAccount);
  if (!opened?.adapter.templates) return null;
  try {
    return ok(await opened.adapter.templates(opened.config, callOutside));
  } catch (error) {
    log().warn({ error, conversationId }, 'the approved texts could not be fetched');
    return fail({ code: 'channel.unreachable' });
  }
}
