import { replyToTicket } from '@/features/tickets/commands/reply-to-ticket';
import { replyInput } from '@/features/tickets/inputs';
import type { StaffContext } from '@/server/context';
import { newWorld } from '../../support/world';

export type World = Awaited<ReturnType<typeof newWorld>>;

/** A world with one agent and a ticket that Anna opened. */
export async function withTicket(over: Parameters<typeof newWorld>[0] = {}) {
  const world = await newWorld(over);
  const ctx = await world.member();
  const { ticketId, number } = await world.ticket(ctx);
  return { world, ctx, ticketId, number, workspaceId: world.workspaceId };
}

/** Answers in public as `ctx`, and gives the new message's id. */
export async function answer(ctx: StaffContext, over: { ticketId: string } & Record<string, unknown>) {
  const input = replyInput.parse({ html: '<p>Try the other socket.</p>', submitAs: 'pending', ...over });
  const replied = await replyToTicket(ctx, input);
  if (!replied.ok) throw new Error(replied.error.code);
  return replied.value.messageId;
}

/** The ticket's row. */
export const ticketOf = (world: World, id: string) =>
  world.db.ticket.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId: world.workspaceId, id } },
  });

/** The types of all facts of a ticket, in their order. */
export async function historyOf(world: World, ticketId: string): Promise<string[]> {
  const { workspaceId } = world;
  const rows = await world.db.ticketEvent.findMany({
    where: { workspaceId, ticketId },
    orderBy: { position: 'asc' },
  });
  return rows.map(({ type }) => type);
}

/** A file that this member has uploaded and not sent. */
export async function anUpload(ctx: StaffContext, name = 'photo.png') {
  const id = ctx.newId();
  const { workspaceId, actor } = ctx;
  const file = { name, type: 'image/png', size: 3, sha256: 'ab'.repeat(32) };
  await ctx.db.attachment.create({ data: { ...file, workspaceId, id, uploadedById: actor.id } });
  return id;
}
