import type { NewMessage } from '@/domain/ticket/ticket';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { sql } from '@/server/db/sql';
import { messageRows } from './message-rows';
import { insertRows } from './save-rows';
import { uploadsWithin } from './uploaded-picture';

/** Keeps messages that belong on no ticket, with their addresses and files; some in a conversation beside one. */
export async function insertUnplaced(
  tx: Tx,
  ctx: Context,
  ...[messages, sideConversationId = null]: [readonly NewMessage[], (string | null)?]
): Promise<void> {
  const { message: rows, address, file } = messageRows(ctx, { ticketId: null, messages, at: ctx.now() });
  const message = rows.map((row) => ({ ...row, sideConversationId }));
  await tx.$executeRaw(sql`
    with addresses as (${insertRows('MessageAddress', address)}), files as (${insertRows('Attachment', file)})
    ${insertRows('Message', message)}`);
}

/**
 * Uploads named by a message become its files, in that order: only those of the workspace that no message has yet. What its text
 * shows (`uploadedPicture`) is within it.
 */
export async function claimUploads(tx: Tx, ctx: Context, messages: readonly NewMessage[]): Promise<void> {
  for (const { id, attachmentIds, html } of messages) {
    if (attachmentIds.length === 0) continue;
    await tx.$executeRaw`
      update "Attachment" a set "messageId" = ${id}::uuid, position = named.position,
        inline = within.it, "contentId" = case when within.it then 'upload-' || a.id end
      from unnest(${[...attachmentIds]}::uuid[]) with ordinality as named(id, position),
        lateral (select named.id = any(${[...uploadsWithin(html ?? '')]}::uuid[]) as it) as within
      where a."workspaceId" = ${ctx.workspaceId}::uuid and a.id = named.id and a."messageId" is null`;
  }
}
