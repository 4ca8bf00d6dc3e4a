import type { StoredFile, TicketEvent } from '@/domain/ticket/ticket';
import { saveTicket } from '@/features/tickets/store';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { findSurvivingTicket } from './find-surviving-ticket';

const KEPT_OF_OLD_WORDS = 5000;

type Edited = Readonly<{
  messageId: string;
  text: string;
  /** The files as they are now; null when they are as they were. */
  files: readonly StoredFile[] | null;
  at: Date;
}>;

/**
 * The customer changed on the channel what they had written, or its files; the words as they were, and the names of the files, stay in the history. False when a later
 * change is known, or when they took the message back.
 */
export async function editReceived(
  tx: Tx,
  ctx: SystemContext,
  { messageId, text, files, at }: Edited,
): Promise<boolean> {
  const { workspaceId } = ctx;
  const before = await wordsOf(tx, ctx, messageId);
  if (!before) return false;
  const { count } = await tx.message.updateMany({
    where: {
      workspaceId,
      id: messageId,
      deletedAt: null,
      // Of two changes at one instant, as vendors count them, the one that comes last is the last.
      OR: [{ editedAt: null }, { editedAt: { lte: at } }],
    },
    data: { text, visibleText: text, html: null, editedAt: at },
  });
  if (count === 0) return false;
  const fromFiles = files && (await replaceFiles(tx, ctx, { messageId, files }));
  if (before.text === text && fromFiles === null) return true;
  const from = before.text.slice(0, KEPT_OF_OLD_WORDS);
  const event = {
    type: 'message.edited',
    messageId,
    from,
    ...(fromFiles !== null && { fromFiles }),
  } as const;
  await tell(tx, ctx, before.ticketId, event);
  return true;
}

type Replaced = Readonly<{ messageId: string; files: readonly StoredFile[] }>;

/** The names of the files that stood there before, one a line; null when they are the same still. */
async function replaceFiles(
  tx: Tx,
  { workspaceId }: SystemContext,
  { messageId, files }: Replaced,
): Promise<string | null> {
  const known = await tx.attachment.findMany({
    where: { workspaceId, messageId },
    orderBy: { position: 'asc' },
    select: { name: true, sha256: true },
  });
  const same = known.length === files.length && known.every(({ sha256 }, at) => files[at]?.sha256 === sha256);
  if (same) return null;
  await tx.attachment.deleteMany({ where: { workspaceId, messageId } });
  const rows = files.map((file, position) => ({ ...file, workspaceId, messageId, position }));
  await tx.attachment.createMany({ data: rows });
  return known.map(({ name }) => name).join('\n');
}

type Deleted = Readonly<{ messageId: string; at: Date }>;

/**
 * The customer took back on the channel what they had written: its words and files are shown no more, as the vendors demand;
 * that there was something stays. False when that was known.
 */
export async function deleteReceived(
  tx: Tx,
  ctx: SystemContext,
  { messageId, at }: Deleted,
): Promise<boolean> {
  const { workspaceId } = ctx;
  const before = await wordsOf(tx, ctx, messageId);
  const { count } = await tx.message.updateMany({
    where: { workspaceId, id: messageId, deletedAt: null },
    data: { text: '', visibleText: '', html: null, deletedAt: at },
  });
  if (count === 0 || !before) return false;
  await tx.attachment.deleteMany({ where: { workspaceId, messageId } });
  await tell(tx, ctx, before.ticketId, { type: 'message.deleted', messageId });
  return true;
}

function wordsOf(tx: Tx, { workspaceId }: SystemContext, id: string) {
  return tx.message.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { text: true, ticketId: true },
  });
}

async function tell(
  tx: Tx,
  ctx: SystemContext,
  ...[ticketId, event]: [string | null, TicketEvent]
): Promise<void> {
  const ticket = ticketId && (await findSurvivingTicket(tx, ctx, ticketId));
  if (!ticket) return;
  const after = event.type === 'message.deleted' && ticket.lastMessageId === event.messageId;
  const change = { before: ticket, after: after ? { ...ticket, preview: '' } : ticket };
  await saveTicket(tx, ctx, { ...change, events: [event], by: ctx.actor, at: ctx.now() });
}
