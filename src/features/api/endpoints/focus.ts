import { fail, ok } from '@/domain/shared/result';
import { correctFocusBody, ticketFocus } from '@/features/api/schemas/focus';
import { ticketNumberParams } from '@/features/api/schemas/ticket';
import { ticketIdOf } from '@/features/api/ticket-rows';
import { correctFocus } from '@/features/focus/commands/correct-focus';
import { focusOnTicket } from '@/features/focus/queries';
import type { StaffContext } from '@/server/context';
import { endpoint } from '@/server/http/endpoint';

const area = 'Tickets';

async function focusAt(ctx: StaffContext, ticketId: string) {
  const focus = await focusOnTicket(ctx, ticketId);
  if (!focus) return null;
  const { measured, total, people, corrections } = focus;
  return { measured, total, people, corrections };
}

export const getTicketFocus = endpoint({
  id: 'getTicketFocus',
  method: 'GET',
  path: '/tickets/{number}/focus',
  area,
  summary: 'Read how long a ticket was in front of whom',
  permission: 'ticket.read',
  params: ticketNumberParams,
  answer: { status: 200, description: 'Measured time with its corrections.', schema: ticketFocus },
  run: async (ctx, { params }) => {
    const ticketId = await ticketIdOf(ctx, params.number);
    const focus = ticketId && (await focusAt(ctx, ticketId));
    return focus ? ok(focus) : fail({ code: 'not_found' });
  },
});

export const correctTicketFocus = endpoint({
  id: 'correctTicketFocus',
  method: 'POST',
  path: '/tickets/{number}/focus-corrections',
  area,
  summary: 'Correct how long a ticket was in front of a member',
  description:
    'The difference is kept beside what was measured, with its reason, and in the history. Numbers that count it follow.',
  permission: 'ticket.reply',
  params: ticketNumberParams,
  body: correctFocusBody,
  answer: { status: 201, description: 'The time as it is now.', schema: ticketFocus },
  run: async (ctx, { params, body }) => {
    const ticketId = await ticketIdOf(ctx, params.number);
    if (!ticketId) return fail({ code: 'not_found' });
    const done = await correctFocus(ctx, { ticketId, ...body });
    return done.ok ? ok({ ticketId }) : done;
  },
  show: (ctx, { ticketId }) => focusAt(ctx, ticketId),
});
