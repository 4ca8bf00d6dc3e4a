import { z } from 'zod';
import { fail, ok } from '@/domain/shared/result';
import { wholeListPage } from '@/features/api/paging';
import { id, listOf, listQuery } from '@/features/api/schemas/shared';
import { ticketNumberParams } from '@/features/api/schemas/ticket';
import { ticketByNumber } from '@/features/api/ticket-rows';
import { addFollower, followersOf, removeFollower } from '@/features/notifications/commands/followers';
import { endpoint } from '@/server/http/endpoint';

const area = 'Notifications';
const follower = z.object({ id, name: z.string() }).meta({ id: 'Follower' });

export const listFollowers = endpoint({
  id: 'listFollowers',
  method: 'GET',
  path: '/tickets/{number}/followers',
  area,
  summary: 'List who follows a ticket',
  permission: 'ticket.read',
  params: ticketNumberParams,
  query: listQuery,
  answer: {
    status: 200,
    description: 'The followers, by name.',
    schema: listOf(follower).meta({ id: 'FollowerList' }),
  },
  run: async (ctx, { params, query }) => {
    const ticket = await ticketByNumber(ctx, params.number);
    if (!ticket) return fail({ code: 'not_found' });
    return wholeListPage(`followers ${params.number}`, await followersOf(ctx, ticket.id), query);
  },
});

export const followTicket = endpoint({
  id: 'followTicket',
  method: 'POST',
  path: '/tickets/{number}/followers',
  area,
  summary: 'Have a user follow a ticket',
  description: 'They are told so. A user who may not see the ticket cannot follow it.',
  permission: 'ticket.note',
  params: ticketNumberParams,
  body: z.strictObject({ userId: z.uuid() }).meta({ id: 'FollowTicket' }),
  answer: { status: 201, description: 'The follower.', schema: follower },
  run: async (ctx, { params, body }) => {
    const ticket = await ticketByNumber(ctx, params.number);
    if (!ticket) return fail({ code: 'not_found' });
    const added = await addFollower(ctx, { ticketId: ticket.id, userId: body.userId });
    return added.ok ? ok({ ticketId: ticket.id, userId: body.userId }) : added;
  },
  show: async (ctx, { ticketId, userId }) =>
    (await followersOf(ctx, ticketId)).find((each) => each.id === userId) ?? null,
});

export const unfollowTicket = endpoint({
  id: 'unfollowTicket',
  method: 'DELETE',
  path: '/tickets/{number}/followers/{userId}',
  area,
  summary: 'Have a user follow a ticket no more',
  permission: 'ticket.note',
  params: ticketNumberParams.extend({ userId: z.uuid() }),
  answer: { status: 204, description: 'They are told nothing more.' },
  run: async (ctx, { params }) => {
    const ticket = await ticketByNumber(ctx, params.number);
    if (!ticket) return fail({ code: 'not_found' });
    return removeFollower(ctx, { ticketId: ticket.id, userId: params.userId });
  },
});
