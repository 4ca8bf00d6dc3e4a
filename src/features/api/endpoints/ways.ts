import type { Hindrance } from '@/domain/channel/reach';
import { mayOnTicket } from '@/domain/permission/can';
import { fail, ok } from '@/domain/shared/result';
import { ticketNumberParams } from '@/features/api/schemas/ticket';
import * as schema from '@/features/api/schemas/ways';
import { ticketIdOf } from '@/features/api/ticket-rows';
import { approvedTexts } from '@/features/delivery/commands/approved-texts';
import { type ReachableChannel, reachableChannels } from '@/features/delivery/commands/reachable-channels';
import { findSurvivingTicket } from '@/features/tickets/commands/find-surviving-ticket';
import { translator } from '@/i18n/translator';
import type { StaffContext } from '@/server/context';
import { endpoint } from '@/server/http/endpoint';

const area = 'Messages';

export const getWays = endpoint({
  id: 'getWays',
  method: 'GET',
  path: '/tickets/{number}/ways',
  area,
  summary: 'List the ways on which the customer of a ticket can be answered',
  description:
    'By mail, in their private conversations and in the public threads of the ticket; or why not now.',
  permission: 'ticket.read',
  params: ticketNumberParams,
  answer: { status: 200, description: 'The ways, the newest first.', schema: schema.wayList },
  run: async (ctx, { params, locale }) => {
    const ticket = await answerable(ctx, params.number);
    if (!ticket) return fail({ code: 'not_found' });
    const t = await translator(locale, 'social');
    const ways = await reachableChannels(ctx.db, ctx, ticket);
    return ok({ data: ways.map((each) => shown(each, (why) => t(`hindrance.${why}`))) });
  },
});

export const getApprovedTexts = endpoint({
  id: 'getApprovedTexts',
  method: 'GET',
  path: '/tickets/{number}/approved-texts',
  area,
  summary: 'List the approved texts of a way',
  description: 'Asked of the vendor now. Not found where the channel knows no such texts.',
  permission: 'ticket.reply',
  params: ticketNumberParams,
  query: schema.approvedTextsQuery,
  answer: {
    status: 200,
    description: 'The texts that may be sent at any time.',
    schema: schema.approvedTextList,
  },
  run: async (ctx, { params, query }) => {
    const ticket = await answerable(ctx, params.number);
    const ways = ticket ? await reachableChannels(ctx.db, ctx, ticket) : [];
    if (!ways.some(({ id }) => id === query.via)) return fail({ code: 'not_found' });
    const found = await approvedTexts(ctx, query.via);
    if (!found) return fail({ code: 'not_found' });
    return found.ok ? ok({ data: found.value }) : found;
  },
});

async function answerable(ctx: StaffContext, number: number) {
  const id = await ticketIdOf(ctx, number);
  const ticket = id && (await findSurvivingTicket(ctx.db, ctx, id));
  return ticket && mayOnTicket(ctx.actor, 'ticket.read', ticket) ? ticket : null;
}

type Words = (why: Hindrance) => string;

function shown(
  { id, channel, account, handle, isPublic, reach, hasTemplates }: ReachableChannel,
  wordsOf: Words,
) {
  const why = reach.state === 'open' ? null : reach.why;
  return {
    ...{ id, channel, account, handle, isPublic },
    state: reach.state,
    openUntil: (reach.state === 'open' && reach.until?.toISOString()) || null,
    why,
    whyText: why && wordsOf(why),
    approvedTexts: hasTemplates,
  };
}
