import type { AddressKind } from '@/domain/channel/address-kind';
import { mayOnTicket } from '@/domain/permission/can';
import type { Ticket } from '@/domain/ticket/ticket';
import { isArticlePicture, withArticlePictures } from '@/features/knowledge/commands/article-pictures';
import { type DraftPromise, type DraftText, keepDraft } from '@/features/tickets/draft';
import { findTicket } from '@/features/tickets/store';
import { withCopies } from '@/features/tickets/uploaded-picture';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';

export type WrittenMessage = NonNullable<Awaited<ReturnType<typeof findWritten>>>;

/**
 * An outbound message as its writer would find it in the composer, with its ticket. Null where there is none of this id,
 * or where the actor may not answer on its ticket.
 */
export async function writtenMessage(
  tx: Tx,
  ctx: StaffContext,
  messageId: string,
): Promise<Readonly<{ message: WrittenMessage; ticket: Ticket }> | null> {
  const message = await findWritten(tx, ctx, messageId);
  const ticket = message && (await findTicket(tx, ctx, message.ticketId));
  return message && ticket && mayOnTicket(ctx.actor, 'ticket.reply', ticket) ? { message, ticket } : null;
}

async function findWritten(tx: Tx, ctx: StaffContext, messageId: string) {
  const row = await tx.message.findFirst({
    where: { workspaceId: ctx.workspaceId, id: messageId, direction: 'outbound' },
    select: {
      ticketId: true,
      html: true,
      text: true,
      subject: true,
      delivery: true,
      messageId: true,
      channelAccountId: true,
      channel: true,
      conversationId: true,
      authorAddress: true,
      createdAt: true,
      addresses: { orderBy: { position: 'asc' }, select: { kind: true, address: true } },
    },
  });
  if (!row?.ticketId) return null;
  const { addresses, html, text, messageId: mailMessageId, ticketId, ...rest } = row;
  const of = (kind: AddressKind) =>
    addresses.filter((address) => address.kind === kind).map(({ address }) => address);
  return {
    ...rest,
    ticketId,
    mailMessageId,
    html: html === null ? paragraphs(text) : withArticlePictures(ctx, html),
    from: of('from'),
    to: of('to'),
    cc: of('cc'),
    bcc: of('bcc'),
  };
}

/** A draft with the names of the files that wait for it. */
export type RestoredDraft = DraftText & Readonly<{ files: readonly Upload[] }>;

/**
 * Makes a written message the draft of whoever asks, in front of what they have typed since, with files of its own.
 * Somebody without a draft, such as an API key, is only given its text.
 */
export async function restoreAsDraft(
  tx: Tx,
  ctx: StaffContext,
  { messageId, message }: Readonly<{ messageId: string; message: WrittenMessage }>,
): Promise<RestoredDraft> {
  const { workspaceId, actor } = ctx;
  const { ticketId, html, to, cc, bcc } = message;
  const place = { ticketId, kind: 'reply' } as const;
  const typed = actor.id
    ? await tx.draft.findFirst({ where: { ...place, workspaceId, userId: actor.id } })
    : null;
  const copies = await copiesOfFiles(tx, ctx, messageId);
  const attachmentIds = [...copies.values(), ...(typed?.attachmentIds ?? [])];
  const promise = await promiseToldBy(tx, ctx, messageId);
  const draft = {
    html: `${withCopies(html, copies)}${typed?.html ?? ''}`,
    to,
    cc,
    bcc,
    attachmentIds,
    promise,
  };
  if (actor.id) await keepDraft(tx, ctx, { ...draft, ...place, userId: actor.id });
  const files = await tx.attachment.findMany({
    where: { workspaceId, id: { in: attachmentIds }, messageId: null },
    orderBy: { id: 'asc' },
    select: { id: true, name: true, type: true, size: true },
  });
  return { ...draft, files };
}

/** What the message promised, for its text to promise it again; null for what could no longer be promised. */
async function promiseToldBy(
  tx: Tx,
  { workspaceId, now }: StaffContext,
  messageId: string,
): Promise<DraftPromise | null> {
  const told = await tx.ticketPromise.findFirst({
    where: { workspaceId, toldById: messageId, dueAt: { gt: now() } },
    select: { about: true, dueAt: true },
  });
  return told && { about: told.about, dueAt: told.dueAt.toISOString(), sentence: '' };
}

/**
 * Makes uploads of the files of a message, for its text to be sent once more: the content lies in storage once, the
 * message keeps its own rows. Gives the new ids by those of the message, in their order.
 */
async function copiesOfFiles(
  tx: Tx,
  ctx: StaffContext,
  messageId: string,
): Promise<ReadonlyMap<string, string>> {
  const { workspaceId } = ctx;
  const files = await tx.attachment.findMany({
    where: { workspaceId, messageId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, type: true, size: true, sha256: true, contentId: true },
  });
  const own = files.filter(({ contentId }) => !isArticlePicture(contentId));
  const copies = new Map(own.map(({ id }) => [id, ctx.newId()] as const));
  if (own.length > 0) {
    await tx.attachment.createMany({
      data: own.map(({ id, name, type, size, sha256 }) => ({
        ...{ workspaceId, name, type, size, sha256 },
        id: copies.get(id) ?? ctx.newId(),
        uploadedById: ctx.actor.id,
        createdAt: ctx.now(),
      })),
    });
  }
  return copies;
}

/** A file that is stored and waits for its message. */
export type Upload = Readonly<{ id: string; name: string; type: string; size: number }>;

const paragraphs = (text: string) =>
  text
    .split(/\n{2,}/)
    .map((part) => `<p>${escaped(part).replaceAll('\n', '<br>')}</p>`)
    .join('');

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
