import { fail, ok } from '@/domain/shared/result';
import { pageOf, placeOf, wholeListPage } from '@/features/api/paging';
import * as shape from '@/features/api/schemas/blocks';
import { idParams } from '@/features/api/schemas/shared';
import { blockSenderInput } from '@/features/blocks/commands/block-fields';
import { blockSender as block, unblockSender as unblock } from '@/features/blocks/commands/block-sender';
import { releaseBlocked, setBlockedAside } from '@/features/blocks/commands/settle-blocked';
import { listHeldBack, listBlockedSenders as sendersOf } from '@/features/blocks/queries';
import { endpoint } from '@/server/http/endpoint';

const area = 'Blocked senders';

export const listBlockedSenders = endpoint({
  id: 'listBlockedSenders',
  method: 'GET',
  path: '/blocked-senders',
  area,
  summary: 'List blocked senders',
  permission: 'customer.block',
  query: shape.blockedQuery,
  answer: { status: 200, description: 'The newest first.', schema: shape.blockedSenderList },
  run: async (ctx, { query }) => wholeListPage('blocked-senders', await sendersOf(ctx), query),
});

export const blockSender = endpoint({
  id: 'blockSender',
  method: 'POST',
  path: '/blocked-senders',
  area,
  summary: 'Block a sender',
  description: 'What they send, on whatever channel, is kept and becomes no ticket; their calls do not ring.',
  permission: 'customer.block',
  body: shape.blockSenderBody,
  answer: { status: 201, description: 'The blocked sender.', schema: shape.blockedSender },
  run: async (ctx, { body }) => {
    const read = blockSenderInput.safeParse(body);
    return read.success
      ? block(ctx, read.data)
      : fail({ code: 'input.invalid', errors: [{ in: 'body', field: 'value', code: 'invalid_format' }] });
  },
  show: async (ctx, { blockedSenderId }) =>
    (await sendersOf(ctx)).find(({ id }) => id === blockedSenderId) ?? null,
});

export const unblockSender = endpoint({
  id: 'unblockSender',
  method: 'DELETE',
  path: '/blocked-senders/{id}',
  area,
  summary: 'Let a sender in again',
  permission: 'customer.block',
  params: idParams,
  answer: { status: 204, description: 'What they send from now on comes in.' },
  run: (ctx, { params }) => unblock(ctx, { blockedSenderId: params.id }),
});

export const listBlockedMessages = endpoint({
  id: 'listBlockedMessages',
  method: 'GET',
  path: '/blocked-messages',
  area,
  summary: 'List what was held back',
  permission: 'mail.read',
  query: shape.blockedQuery,
  answer: { status: 200, description: 'Of all channels, the newest first.', schema: shape.heldList },
  run: async (ctx, { query: { limit, cursor } }) => {
    const after = placeOf('blocked-messages', cursor);
    if (!after.ok) return after;
    const before = after.value && { at: new Date(after.value.by), id: after.value.id };
    const { rows } = await listHeldBack(ctx, { before, limit: limit + 1 });
    return ok(pageOf('blocked-messages', rows, { limit, by: ({ at }) => at }));
  },
});

export const releaseBlockedMessage = endpoint({
  id: 'releaseBlockedMessage',
  method: 'POST',
  path: '/blocked-messages/{source}/{id}/release',
  area,
  summary: 'Let in what was held back',
  permission: 'mail.read',
  params: shape.heldParams,
  answer: { status: 200, description: 'It becomes a ticket, or goes on its own.', schema: shape.released },
  run: async (ctx, { params }) => {
    const done = await releaseBlocked(ctx, params);
    return done.ok ? ok({ ticketNumber: done.value.number }) : done;
  },
});

export const discardBlockedMessage = endpoint({
  id: 'discardBlockedMessage',
  method: 'DELETE',
  path: '/blocked-messages/{source}/{id}',
  area,
  summary: 'Set aside what was held back',
  description: 'It is kept, and becomes no ticket.',
  permission: 'mail.read',
  params: shape.heldParams,
  answer: { status: 204, description: 'It is off the list.' },
  run: (ctx, { params }) => setBlockedAside(ctx, params),
});
