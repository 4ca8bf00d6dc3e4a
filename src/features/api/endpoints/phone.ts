import { fail, ok, type Result } from '@/domain/shared/result';
import { pageOf, placeOf, wholeListPage } from '@/features/api/paging';
import * as shape from '@/features/api/schemas/phone';
import { idParams } from '@/features/api/schemas/shared';
import { cancelCallback, claimCallback, rescheduleCallback } from '@/features/phone/commands/change-callback';
import { findCaller } from '@/features/phone/commands/find-caller';
import { finishCall } from '@/features/phone/commands/finish-call';
import { logCall } from '@/features/phone/commands/log-call';
import { recordAttempt } from '@/features/phone/commands/record-attempt';
import { requestCallback } from '@/features/phone/commands/request-callback';
import {
  type CallbackRow,
  type CallCard,
  getCallback as callbackWith,
  listCalls as callRows,
  getCall as callWith,
  listAgenda,
} from '@/features/phone/queries';
import type { StaffContext } from '@/server/context';
import { endpoint } from '@/server/http/endpoint';

const [calls, callbacks] = ['Calls', 'Callbacks'];

/** A call as the document promises it: without what only the desk's own pop-up needs. */
function toldCall({ agent, wrapUpUntil, wrapUpEndedAt, wrapUpExtended, ...told }: CallCard) {
  return told;
}

async function callOf(ctx: StaffContext, id: string) {
  const row = await callWith(ctx, id);
  return row && toldCall(row);
}

export const listCalls = endpoint({
  id: 'listCalls',
  method: 'GET',
  path: '/calls',
  area: calls,
  summary: 'List calls',
  permission: 'ticket.read',
  query: shape.callQuery,
  answer: {
    status: 200,
    description: 'Calls of tickets that you may see, newest first.',
    schema: shape.callList,
  },
  run: async (ctx, { query }) => {
    const after = placeOf('calls', query.cursor);
    if (!after.ok) return after;
    const { limit, ticketId = null } = query;
    const rows = (await callRows(ctx, { limit, after: after.value, ticketId })).map(toldCall);
    return ok(pageOf('calls', rows, { limit, by: ({ startedAt }) => startedAt }));
  },
});

export const findCallers = endpoint({
  id: 'findCallers',
  method: 'GET',
  path: '/caller-search',
  area: calls,
  summary: 'Find out who is calling',
  description: 'By their number, the code that they say, or their name.',
  permission: 'customer.read',
  query: shape.callerQuery,
  answer: { status: 200, description: 'Who it may be.', schema: shape.foundCallers },
  run: async (ctx, { query }) => {
    const { customer, tickets, matches, ...read } = await findCaller(ctx, query.q);
    const known = customer ? tickets.map((ticket) => ({ customer, ticket })) : [];
    const data = customer && known.length === 0 ? [{ customer, ticket: null }] : [...known, ...matches];
    return ok({ ...read, data });
  },
});

export const createCall = endpoint({
  id: 'createCall',
  method: 'POST',
  path: '/calls',
  area: calls,
  summary: 'Log a call',
  description:
    'It stands on a ticket, as a message with the channel `phone`. The first sound among its files is its recording; it is refused where recordings are not kept, or where they did not wish to be recorded.',
  permission: 'ticket.create',
  body: shape.createCallBody,
  answer: { status: 201, description: 'The call.', schema: shape.call },
  run: (ctx, { body }) => logCall(ctx, { ...body, followUp: null }),
  show: (ctx, { callId }) => callOf(ctx, callId),
});

export const getCall = endpoint({
  id: 'getCall',
  method: 'GET',
  path: '/calls/{id}',
  area: calls,
  summary: 'Read a call',
  permission: 'ticket.read',
  params: idParams,
  answer: { status: 200, description: 'The call.', schema: shape.call },
  run: async (ctx, { params }) => ok(await callOf(ctx, params.id)),
});

export const updateCall = endpoint({
  id: 'updateCall',
  method: 'PATCH',
  path: '/calls/{id}',
  area: calls,
  summary: 'Add to a call',
  description: 'Note and disposition; what the telephone system told stays as it is.',
  permission: 'ticket.reply',
  params: idParams,
  body: shape.updateCallBody,
  answer: { status: 200, description: 'The call as it is now.', schema: shape.call },
  run: (ctx, { params, body }) => finishCall(ctx, { ...body, callId: params.id, done: false }),
  show: (ctx, { callId }) => callOf(ctx, callId),
});

/** The API gives numbers as they are dialled. */
const asTold = (row: CallbackRow | null) => row && { ...row, number: row.dialled };

const callbackOf = async (ctx: StaffContext, id: string) => asTold(await callbackWith(ctx, id));

export const listCallbacks = endpoint({
  id: 'listCallbacks',
  method: 'GET',
  path: '/callbacks',
  area: callbacks,
  summary: 'List callbacks',
  description: 'At most 100: the ones due soonest, or the ones closed last.',
  permission: 'ticket.read',
  query: shape.callbackQuery,
  answer: {
    status: 200,
    description: 'Calls that are owed, in the order in which they are due.',
    schema: shape.callbackList,
  },
  run: async (ctx, { query }) => {
    const page = wholeListPage('callbacks', await listAgenda(ctx, query.state), query);
    return page.ok ? ok({ ...page.value, data: page.value.data.map(asTold) }) : page;
  },
});

export const createCallback = endpoint({
  id: 'createCallback',
  method: 'POST',
  path: '/callbacks',
  area: callbacks,
  summary: 'Ask for a callback',
  description: 'Of ticket and customer one is enough; a customer without ticket gets a new one.',
  permission: 'ticket.reply',
  body: shape.createCallbackBody,
  answer: { status: 201, description: 'The callback.', schema: shape.callback },
  run: (ctx, { body }) => requestCallback(ctx, { ...body, source: 'api' }),
  show: (ctx, { callbackId }) => callbackOf(ctx, callbackId),
});

export const getCallback = endpoint({
  id: 'getCallback',
  method: 'GET',
  path: '/callbacks/{id}',
  area: callbacks,
  summary: 'Read a callback',
  permission: 'ticket.read',
  params: idParams,
  answer: { status: 200, description: 'The callback.', schema: shape.callback },
  run: async (ctx, { params }) => ok(await callbackOf(ctx, params.id)),
});

export const updateCallback = endpoint({
  id: 'updateCallback',
  method: 'PATCH',
  path: '/callbacks/{id}',
  area: callbacks,
  summary: 'Take, move or call off a callback',
  permission: 'ticket.reply',
  params: idParams,
  body: shape.updateCallbackBody,
  answer: { status: 200, description: 'The callback as it is now.', schema: shape.callback },
  run: async (ctx, { params, body }) => {
    const callbackId = params.id;
    const { window, assigneeId, cancelled } = body;
    const steps: (() => Promise<Changed>)[] = [
      ...(assigneeId === undefined ? [] : [() => claimCallback(ctx, { callbackId, assigneeId })]),
      ...(window ? [() => rescheduleCallback(ctx, { callbackId, window })] : []),
      ...(cancelled ? [() => cancelCallback(ctx, { callbackId })] : []),
    ];
    for (const step of steps) {
      const done = await step();
      if (!done.ok) return done;
    }
    return (await callbackWith(ctx, callbackId)) ? ok({ callbackId }) : fail({ code: 'not_found' });
  },
  show: (ctx, { callbackId }) => callbackOf(ctx, callbackId),
});

type Changed = Result<
  Readonly<{ callbackId: string }>,
  Readonly<{ code: 'not_found' | 'callback.closed' | 'callback.window' }>
>;

export const createCallbackAttempt = endpoint({
  id: 'createCallbackAttempt',
  method: 'POST',
  path: '/callbacks/{id}/attempts',
  area: callbacks,
  summary: 'Note an attempt',
  description: 'Until it is done or failed, it is tried again in the hours that the customer wished.',
  permission: 'ticket.reply',
  params: idParams,
  body: shape.attemptBody,
  answer: { status: 201, description: 'The callback as it is now.', schema: shape.callback },
  run: (ctx, { params, body }) => recordAttempt(ctx, { ...body, callbackId: params.id }),
  show: (ctx, { callbackId }) => callbackOf(ctx, callbackId),
});
