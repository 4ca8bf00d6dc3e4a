import { fail, ok } from '@/domain/shared/result';
import * as schema from '@/features/api/schemas/portal';
import { idParams } from '@/features/api/schemas/shared';
import { ticketNumberParams } from '@/features/api/schemas/ticket';
import { ticketIdOf } from '@/features/api/ticket-rows';
import { makeSignInLink } from '@/features/portal/commands/make-sign-in-link';
import { portalNow } from '@/features/portal/commands/portal-now';
import { revokeGuestLinks } from '@/features/portal/commands/revoke-guest-links';
import { savePortal } from '@/features/portal/commands/save-portal';
import { endpoint } from '@/server/http/endpoint';

const permission = 'workspace.manage';
const area = 'Portal';

export const getPortal = endpoint({
  id: 'getPortal',
  method: 'GET',
  path: '/portal',
  area,
  summary: 'Read how the portal is set up',
  permission,
  answer: { status: 200, description: 'The portal.', schema: schema.portal },
  run: async (ctx) => ok(await portalNow(ctx)),
});

export const updatePortal = endpoint({
  id: 'updatePortal',
  method: 'PATCH',
  path: '/portal',
  area,
  summary: 'Change the portal',
  permission,
  body: schema.updatePortalBody,
  answer: { status: 200, description: 'The portal as it is now.', schema: schema.portal },
  run: async (ctx, { body }) => {
    const { address: _address, host: _host, words: _words, ...now } = await portalNow(ctx);
    const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
    return savePortal(ctx, { ...now, locales: [...now.locales], words: {}, ...given });
  },
  show: (ctx) => portalNow(ctx),
});

export const revokeTicketLinks = endpoint({
  id: 'revokeTicketLinks',
  method: 'DELETE',
  path: '/tickets/{number}/guest-links',
  area,
  summary: 'Take back the links that show a ticket without signing in',
  permission: 'ticket.reply',
  params: ticketNumberParams,
  answer: { status: 204, description: 'They no longer work, and mails name none any more.' },
  run: async (ctx, { params: { number } }) => {
    const ticketId = await ticketIdOf(ctx, number);
    return ticketId ? revokeGuestLinks(ctx, { ticketId }) : fail({ code: 'not_found' });
  },
});

export const createPortalLink = endpoint({
  id: 'createPortalLink',
  method: 'POST',
  path: '/customers/{id}/portal-link',
  area,
  summary: 'Make a link that signs a customer in',
  description:
    'For pages of your own on which the customer is signed in already. It works once, for fifteen minutes.',
  permission,
  params: idParams,
  body: schema.portalLinkBody,
  answer: { status: 201, description: 'The link.', schema: schema.portalLink },
  run: (ctx, { params, body }) => makeSignInLink(ctx, { customerId: params.id, ...body }),
});
