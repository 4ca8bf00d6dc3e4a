import { addNoteToTicket } from '@/features/tickets/commands/add-note';
import { replyToTicket } from '@/features/tickets/commands/reply-to-ticket';
import { noteInput, replyInput } from '@/features/tickets/inputs';
import type { ActingCustomer } from '@/server/actions/portal-action';
import type { StaffContext } from '@/server/context';
import { newId } from '@/server/ids';
import { findPortal, portalPath } from '@/server/portal/portal';
import type { CustomerContext, PortalVisitor } from '@/server/portal/portal-page';
import { newWorld } from '../../support/world';

export type World = Awaited<ReturnType<typeof newWorld>>;

/** Somebody at the portal of this world who is not signed in, from an address of their own. */
export async function visitorOf(world: World, locale: 'en' | 'hu' | 'lv' = 'en'): Promise<PortalVisitor> {
  const { db, workspaceId, now, slug } = world;
  const workspace = await findPortal(db, slug);
  if (!workspace) throw new Error('there is no portal');
  return {
    ctx: { db, workspaceId, now, newId, ip: `ip ${newId()}` },
    workspace,
    locale,
    href: (path = '') => portalPath(workspace, locale, path),
    customer: null,
    userAgent: 'Firefox',
  };
}

/** A customer of this world with one mail address. */
export async function customerOf(
  world: World,
  { email = `${newId()}@customer.test`, name = 'Anna Ozola', organizationId = null as string | null } = {},
) {
  const { db, workspaceId } = world;
  const id = newId();
  await db.customer.create({ data: { workspaceId, id, displayName: name, organizationId } });
  await db.customerIdentity.create({
    data: { workspaceId, id: newId(), customerId: id, kind: 'email', value: email },
  });
  return { id, email, name };
}

/** The context in which a customer asks; `more` narrows or widens what they see. */
export function contextOf(
  { db, workspaceId, now }: World,
  { id, name }: Readonly<{ id: string; name: string }>,
  more: Readonly<{ organizationId?: string; ticketId?: string }> = {},
): CustomerContext {
  return { db, workspaceId, now, newId, actor: { kind: 'customer', id, name, ...more } };
}

/** A customer who acts on the pages of the portal. */
export async function acting(
  world: World,
  ctx: CustomerContext,
  guest: string | null = null,
): Promise<ActingCustomer> {
  const { workspace, locale, href } = await visitorOf(world);
  return { workspace, locale, href, ctx, guest, sessionId: null };
}

/** A world with an agent, a customer and a request of theirs. */
export async function requestWorld() {
  const world = await newWorld();
  const agent = await world.member({ name: 'Zsófia Kiss' });
  const customer = await customerOf(world);
  const ticket = await world.ticket(agent, { requester: { email: customer.email, name: customer.name } });
  return { world, agent, customer, ticket, ctx: contextOf(world, customer) };
}

/** An agent's answer that has left; `over` as for the reply. */
export async function answered(world: World, agent: StaffContext, over: Readonly<Record<string, unknown>>) {
  const made = await replyToTicket(
    agent,
    replyInput.parse({ html: '<p>It is on its way.</p>', submitAs: 'pending', ...over }),
  );
  if (!made.ok) throw new Error(made.error.code);
  world.pass(60);
  return made.value;
}

/** A note of an agent's. */
export async function noted(agent: StaffContext, ticketId: string, words: string) {
  const made = await addNoteToTicket(agent, noteInput.parse({ ticketId, html: `<p>${words}</p>` }));
  if (!made.ok) throw new Error(made.error.code);
}
