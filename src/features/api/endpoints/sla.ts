import { fail, ok } from '@/domain/shared/result';
import { placedListPage, wholeListPage } from '@/features/api/paging';
import { idParams, listQuery } from '@/features/api/schemas/shared';
import {
  calendar,
  calendarList,
  createCalendarBody,
  createPolicyBody,
  policy,
  policyList,
  policyOrderBody,
  policyVersionList,
  restorePolicyBody,
  updateCalendarBody,
  updatePolicyBody,
} from '@/features/api/schemas/sla';
import { deleteCalendar as deleteCalendarFor } from '@/features/sla/commands/delete-calendar';
import { deletePolicy } from '@/features/sla/commands/delete-policy';
import { orderPolicies } from '@/features/sla/commands/order-policies';
import { restorePolicy } from '@/features/sla/commands/restore-policy';
import { saveCalendar } from '@/features/sla/commands/save-calendar';
import { savePolicy } from '@/features/sla/commands/save-policy';
import {
  listCalendars as calendarRows,
  getCalendar as calendarWith,
  getPolicy,
  listPolicies,
} from '@/features/sla/queries';
import type { StaffContext } from '@/server/context';
import { endpoint } from '@/server/http/endpoint';

const permission = 'workspace.manage';
const [calendars, policies] = ['Calendars', 'Service levels'];

const policyOf = async (ctx: StaffContext, id: string) => (await getPolicy(ctx, id))?.policy ?? null;

export const listCalendars = endpoint({
  id: 'listCalendars',
  method: 'GET',
  path: '/calendars',
  area: calendars,
  summary: 'List business calendars',
  permission,
  query: listQuery,
  answer: { status: 200, description: 'All calendars, the standard one first.', schema: calendarList },
  run: async (ctx, { query }) => {
    const page = wholeListPage('calendars', await calendarRows(ctx), query);
    if (!page.ok) return page;
    const { data, nextCursor } = page.value;
    return ok({ data: await Promise.all(data.map(({ id }) => calendarWith(ctx, id))), nextCursor });
  },
});

export const createCalendar = endpoint({
  id: 'createCalendar',
  method: 'POST',
  path: '/calendars',
  area: calendars,
  summary: 'Add a business calendar',
  description: 'Times are minutes after local midnight; what runs past midnight is two stretches.',
  permission,
  body: createCalendarBody,
  answer: { status: 201, description: 'The new calendar.', schema: calendar },
  run: (ctx, { body }) => saveCalendar(ctx, body),
  show: (ctx, { calendarId }) => calendarWith(ctx, calendarId),
});

export const getCalendar = endpoint({
  id: 'getCalendar',
  method: 'GET',
  path: '/calendars/{id}',
  area: calendars,
  summary: 'Read a business calendar',
  permission,
  params: idParams,
  answer: { status: 200, description: 'The calendar.', schema: calendar },
  run: async (ctx, { params }) => ok(await calendarWith(ctx, params.id)),
});

export const updateCalendar = endpoint({
  id: 'updateCalendar',
  method: 'PATCH',
  path: '/calendars/{id}',
  area: calendars,
  summary: 'Change a business calendar',
  description: 'Open clocks keep what they have counted, and count on by the new hours.',
  permission,
  params: idParams,
  body: updateCalendarBody,
  answer: { status: 200, description: 'The calendar as it is now.', schema: calendar },
  run: async (ctx, { params, body }) => {
    const before = await calendarWith(ctx, params.id);
    return before ? saveCalendar(ctx, { ...before, ...given(body) }) : fail({ code: 'not_found' });
  },
  show: (ctx, { calendarId }) => calendarWith(ctx, calendarId),
});

export const deleteCalendar = endpoint({
  id: 'deleteCalendar',
  method: 'DELETE',
  path: '/calendars/{id}',
  area: calendars,
  summary: 'Delete a business calendar that nothing counts with',
  permission,
  params: idParams,
  answer: { status: 204, description: 'The calendar is gone.' },
  run: (ctx, { params }) => deleteCalendarFor(ctx, { calendarId: params.id }),
});

export const listSlaPolicies = endpoint({
  id: 'listSlaPolicies',
  method: 'GET',
  path: '/sla-policies',
  area: policies,
  summary: 'List policies',
  permission,
  query: listQuery,
  answer: { status: 200, description: 'All policies in the order in which they apply.', schema: policyList },
  run: async (ctx, { query }) => {
    const page = wholeListPage('sla-policies', (await listPolicies(ctx)).policies, query);
    if (!page.ok) return page;
    const { data, nextCursor } = page.value;
    return ok({ data: await Promise.all(data.map(({ id }) => policyOf(ctx, id))), nextCursor });
  },
});

export const createSlaPolicy = endpoint({
  id: 'createSlaPolicy',
  method: 'POST',
  path: '/sla-policies',
  area: policies,
  summary: 'Add a policy',
  description: "It comes last in order. The first policy whose conditions match is the ticket's.",
  permission,
  body: createPolicyBody,
  answer: { status: 201, description: 'The new policy.', schema: policy },
  run: (ctx, { body }) => savePolicy(ctx, body),
  show: (ctx, { policyId }) => policyOf(ctx, policyId),
});

export const getSlaPolicy = endpoint({
  id: 'getSlaPolicy',
  method: 'GET',
  path: '/sla-policies/{id}',
  area: policies,
  summary: 'Read a policy',
  permission,
  params: idParams,
  answer: { status: 200, description: 'The policy.', schema: policy },
  run: async (ctx, { params }) => ok(await policyOf(ctx, params.id)),
});

export const updateSlaPolicy = endpoint({
  id: 'updateSlaPolicy',
  method: 'PATCH',
  path: '/sla-policies/{id}',
  area: policies,
  summary: 'Change a policy',
  description: 'Saves a new version. Open tickets come under it in the background.',
  permission,
  params: idParams,
  body: updatePolicyBody,
  answer: { status: 200, description: 'The policy as it is now.', schema: policy },
  run: async (ctx, { params, body }) => {
    const before = await policyOf(ctx, params.id);
    return before ? savePolicy(ctx, { ...before, ...given(body) }) : fail({ code: 'not_found' });
  },
  show: (ctx, { policyId }) => policyOf(ctx, policyId),
});

export const deleteSlaPolicy = endpoint({
  id: 'deleteSlaPolicy',
  method: 'DELETE',
  path: '/sla-policies/{id}',
  area: policies,
  summary: 'Delete a policy that no ticket has come under',
  permission,
  params: idParams,
  answer: { status: 204, description: 'The policy is gone.' },
  run: (ctx, { params }) => deletePolicy(ctx, { policyId: params.id }),
});

export const orderSlaPolicies = endpoint({
  id: 'orderSlaPolicies',
  method: 'POST',
  path: '/sla-policy-order',
  area: policies,
  summary: 'Put all policies into an order',
  permission,
  body: policyOrderBody,
  answer: { status: 204, description: 'They apply in this order.' },
  run: (ctx, { body }) => orderPolicies(ctx, body),
});

export const listSlaPolicyVersions = endpoint({
  id: 'listSlaPolicyVersions',
  method: 'GET',
  path: '/sla-policies/{id}/versions',
  area: policies,
  summary: 'List the versions of a policy',
  permission,
  params: idParams,
  query: listQuery,
  answer: { status: 200, description: 'The latest fifty, the newest first.', schema: policyVersionList },
  run: async (ctx, { params, query }) => {
    const found = await getPolicy(ctx, params.id);
    return found
      ? placedListPage(`versions ${params.id}`, found.versions, query)
      : fail({ code: 'not_found' });
  },
});

export const restoreSlaPolicyVersion = endpoint({
  id: 'restoreSlaPolicyVersion',
  method: 'POST',
  path: '/sla-policies/{id}/restore',
  area: policies,
  summary: 'Make a policy what it was in a version',
  description: 'Saves a new version. Open tickets come under it in the background.',
  permission,
  params: idParams,
  body: restorePolicyBody,
  answer: { status: 200, description: 'The policy as it is now.', schema: policy },
  run: (ctx, { params, body }) => restorePolicy(ctx, { policyId: params.id, version: body.version }),
  show: (ctx, { policyId }) => policyOf(ctx, policyId),
});

type Given<Body> = { [Name in keyof Body]?: Exclude<Body[Name], undefined> };

/** Only what a request says. */
const given = <Body extends object>(body: Body) =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as Given<Body>;
