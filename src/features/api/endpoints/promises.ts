import { fail, ok } from '@/domain/shared/result';
import { pageOf, placeOf, wholeListPage } from '@/features/api/paging';
import * as schema from '@/features/api/schemas/promises';
import { idParams, listQuery } from '@/features/api/schemas/shared';
import { ticketNumberParams } from '@/features/api/schemas/ticket';
import { ticketByNumber } from '@/features/api/ticket-rows';
import { placeAfter, listPromises as promisesOfAll } from '@/features/promises/commands/list-promises';
import { makePromise } from '@/features/promises/commands/make-promise';
import { promiseSettingsNow } from '@/features/promises/commands/promise-settings-now';
import { savePromiseSettings } from '@/features/promises/commands/save-promise-settings';
import { withdrawPromise } from '@/features/promises/commands/withdraw-promise';
import { type PromiseStory, promisesOnTicket } from '@/features/promises/queries';
import type { StaffContext } from '@/server/context';
import { endpoint } from '@/server/http/endpoint';

const area = 'Promises';

const shown = <Story extends PromiseStory>({ look, by, group: _, pausedAt: __, ...story }: Story) => ({
  ...story,
  state: look,
  promisedBy: by,
  promisedAt: story.promisedAt.toISOString(),
  dueAt: story.dueAt.toISOString(),
  keptAt: story.keptAt?.toISOString() ?? null,
  brokenAt: story.brokenAt?.toISOString() ?? null,
  endedAt: story.endedAt?.toISOString() ?? null,
});

async function promisesAt(ctx: StaffContext, number: number) {
  const ticket = await ticketByNumber(ctx, number);
  const found = ticket && (await promisesOnTicket(ctx, ticket.id));
  return found && [...found.open, ...found.ended].map(shown);
}

export const listPromises = endpoint({
  id: 'listPromises',
  method: 'GET',
  path: '/tickets/{number}/promises',
  area,
  summary: 'List what the customer of a ticket was promised',
  description: 'What is owed first, then the last fifty that have ended, the newest first.',
  permission: 'ticket.read',
  params: ticketNumberParams,
  query: listQuery,
  answer: { status: 200, description: 'The promises.', schema: schema.promiseList },
  run: async (ctx, { params, query }) => {
    const promises = await promisesAt(ctx, params.number);
    return promises
      ? wholeListPage(`promises ${params.number}`, promises, query)
      : fail({ code: 'not_found' });
  },
});

export const listAllPromises = endpoint({
  id: 'listAllPromises',
  method: 'GET',
  path: '/promises',
  area,
  summary: 'List what customers were promised, on all tickets',
  description: 'What is owed by when it is due, the next first; what has ended the latest first.',
  permission: 'ticket.read',
  query: schema.promisesQuery,
  answer: { status: 200, description: 'Promises with their tickets.', schema: schema.ticketPromiseList },
  run: async (ctx, { query: { list, limit, cursor, customer } }) => {
    const name = `promises ${list}`;
    const after = placeOf(name, cursor);
    if (!after.ok) return after;
    const place = after.value && placeAfter({ dueAt: new Date(after.value.by), id: after.value.id });
    const { promises } = await promisesOfAll(ctx, {
      list,
      customerId: customer,
      limit: limit + 1,
      after: place ?? undefined,
    });
    const page = pageOf(name, promises, { limit, by: ({ dueAt }) => dueAt });
    return ok({ ...page, data: page.data.map(shown) });
  },
});

export const createPromise = endpoint({
  id: 'createPromise',
  method: 'POST',
  path: '/tickets/{number}/promises',
  area,
  summary: 'Write down what the customer was promised',
  description: 'It takes the place of the promise of its kind. Nothing is sent to the customer.',
  permission: 'ticket.reply',
  params: ticketNumberParams,
  body: schema.createPromiseBody,
  answer: { status: 201, description: 'The new promise.', schema: schema.promise },
  run: async (ctx, { params, body }) => {
    const ticket = await ticketByNumber(ctx, params.number);
    if (!ticket) return fail({ code: 'not_found' });
    const { about, text, dueAt } = body;
    const made = await makePromise(ctx, { ticketId: ticket.id, about, text, ...(dueAt && { dueAt }) });
    return made.ok ? ok({ number: params.number, id: made.value.promiseId }) : made;
  },
  show: async (ctx, { number, id }) =>
    (await promisesAt(ctx, number))?.find((each) => each.id === id) ?? null,
});

export const withdrawTicketPromise = endpoint({
  id: 'withdrawTicketPromise',
  method: 'DELETE',
  path: '/promises/{id}',
  area,
  summary: 'Take back a promise that was written down by mistake',
  permission: 'ticket.reply',
  params: idParams,
  answer: { status: 204, description: 'It no longer stands, and stays in the history.' },
  run: (ctx, { params }) => withdrawPromise(ctx, { promiseId: params.id }),
});

export const getPromiseSettings = endpoint({
  id: 'getPromiseSettings',
  method: 'GET',
  path: '/promise-settings',
  area,
  summary: 'Read what is promised by itself',
  permission: 'workspace.manage',
  answer: { status: 200, description: 'The settings.', schema: schema.promiseSettings },
  run: async (ctx) => ok(await promiseSettingsNow(ctx)),
});

export const updatePromiseSettings = endpoint({
  id: 'updatePromiseSettings',
  method: 'PATCH',
  path: '/promise-settings',
  area,
  summary: 'Change what is promised by itself',
  permission: 'workspace.manage',
  body: schema.updatePromiseSettingsBody,
  answer: { status: 200, description: 'The settings as they are now.', schema: schema.promiseSettings },
  run: async (ctx, { body }) => {
    const { texts: _, ...now } = await promiseSettingsNow(ctx);
    const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
    return savePromiseSettings(ctx, { ...now, texts: [], ...given });
  },
  show: (ctx) => promiseSettingsNow(ctx),
});
