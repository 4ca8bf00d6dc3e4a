import { sideForReading, sidesOnTicket } from '@/features/tickets/commands/read-sides';
import type { StaffContext } from '@/server/context';

/** The conversations beside a ticket as the API shows them. */
export async function sidesOf(ctx: StaffContext, ticketId: string) {
  const sides = await sidesOnTicket(ctx, ticketId);
  return sides.map(({ isAnswered: answered, createdAt, activityAt, ...side }) => ({
    ...side,
    answered,
    createdAt: createdAt.toISOString(),
    activityAt: activityAt.toISOString(),
  }));
}

/** One of them, or null where there is none that the reader may see. */
export async function sideById(ctx: StaffContext, sideId: string) {
  const shown = await sideForReading(ctx, sideId);
  if (!shown) return null;
  return (await sidesOf(ctx, shown.ticketId)).find(({ id }) => id === sideId) ?? null;
}

/** All mails of a conversation, the oldest first; null where there is none that the reader may see. */
export async function sideMessagesOf(ctx: StaffContext, sideConversationId: string) {
  if (!(await sideForReading(ctx, sideConversationId))) return null;
  const rows = await ctx.db.message.findMany({
    where: { workspaceId: ctx.workspaceId, sideConversationId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      direction: true,
      authorName: true,
      authorAddress: true,
      subject: true,
      text: true,
      html: true,
      delivery: true,
      sendAt: true,
      createdAt: true,
      addresses: { orderBy: { position: 'asc' }, select: { kind: true, name: true, address: true } },
      attachments: {
        orderBy: { position: 'asc' },
        select: { id: true, name: true, type: true, size: true, sha256: true, inline: true, contentId: true },
      },
    },
  });
  return rows.map(({ authorName, authorAddress, addresses, sendAt, createdAt, ...row }) => {
    const of = (kind: string) =>
      addresses.filter((each) => each.kind === kind).map(({ name, address }) => ({ name, address }));
    return {
      ...row,
      author: { name: authorName, address: authorAddress },
      to: of('to'),
      cc: of('cc'),
      sendAt: sendAt?.toISOString() ?? null,
      createdAt: createdAt.toISOString(),
    };
  });
}
