import { newWorld } from '../../support/world';

export type World = Awaited<ReturnType<typeof newWorld>>;

/** A world with one agent, and Anna, who wrote once. */
export async function aCustomer() {
  const world = await newWorld();
  const ctx = await world.member();
  const { ticketId, number } = await world.ticket(ctx);
  const { workspaceId } = world;
  const ticket = await world.db.ticket.findFirstOrThrow({ where: { workspaceId, id: ticketId } });
  return { world, ctx, ticketId, number, customerId: ticket.requesterId };
}

/** Kind, value and whether we write to it, of each address. */
export async function identitiesOf(world: World, customerId: string) {
  const rows = await world.db.customerIdentity.findMany({
    where: { workspaceId: world.workspaceId, customerId },
    orderBy: [{ kind: 'asc' }, { value: 'asc' }],
  });
  return rows.map(({ kind, value, primary }) => [kind, value, primary]);
}
