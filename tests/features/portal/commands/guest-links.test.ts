import { expect, test } from 'vitest';
import { followLink } from '@/features/portal/commands/follow-link';
import { revokeGuestLinks } from '@/features/portal/commands/revoke-guest-links';
import { guestLinksUntil } from '@/features/portal/guest-links';
import { guestOf } from '@/server/portal/guest-link';
import { newWorld } from '../../../support/world';
import { requestWorld } from '../support';

test('a link that is taken back stops working at once, and mails name none any more', async () => {
  const { world, agent, customer, ticket } = await requestWorld();
  const { db, workspaceId } = world;
  await db.portalSettings.create({ data: { workspaceId, guestLinks: true } });
  const wanted = {
    ticketId: ticket.ticketId,
    customerId: customer.id,
    readers: [customer.email],
    language: 'en' as const,
  };
  const address = await followLink(world.system('delivery'), wanted);
  const token = address?.split('/').at(-1) ?? '';
  const holder = () => guestOf(db, { workspaceId, token, at: world.now() });
  expect(await holder()).toMatchObject({ ticketId: ticket.ticketId });
  expect(await guestLinksUntil(agent, ticket.ticketId)).not.toBeNull();
  const other = await newWorld();
  const stranger = await other.member();
  const { ticketId } = ticket;
  expect(await revokeGuestLinks(stranger, { ticketId })).toMatchObject({ error: { code: 'not_found' } });
  expect(await holder()).not.toBeNull();
  expect((await revokeGuestLinks(agent, { ticketId })).ok).toBe(true);
  expect(await holder()).toBeNull();
  expect(await guestLinksUntil(agent, ticketId)).toBeNull();
  expect(await followLink(world.system('delivery'), wanted)).toBeNull();
});
