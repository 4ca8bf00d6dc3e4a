import { ok } from '@/domain/shared/result';
import { wholeListPage } from '@/features/api/paging';
import * as shapes from '@/features/api/schemas/routing';
import { idParams, listQuery } from '@/features/api/schemas/shared';
import { cancelTimeOff } from '@/features/routing/commands/cancel-time-off';
import { planTimeOff } from '@/features/routing/commands/plan-time-off';
import { setAvailability } from '@/features/routing/commands/set-availability';
import {
  listTimeOff as leavesOf,
  listAvailability as statesOf,
  getWorkload as workloadOf,
} from '@/features/routing/queries';
import type { StaffContext } from '@/server/context';
import { endpoint } from '@/server/http/endpoint';

const area = 'Routing';

const stateOf = async (ctx: StaffContext, userId: string) => (await statesOf(ctx, userId))[0] ?? null;
const leaveOf = async (ctx: StaffContext, leaveId: string) =>
  (await leavesOf(ctx, null)).find(({ id }) => id === leaveId) ?? null;

export const listAvailability = endpoint({
  id: 'listAvailability',
  method: 'GET',
  path: '/availability',
  area,
  summary: 'List who takes work now',
  permission: 'people.read',
  query: listQuery,
  answer: {
    status: 200,
    description: 'All active members, by name.',
    schema: shapes.availabilityList,
  },
  run: async (ctx, { query }) => {
    const rows = (await statesOf(ctx, null)).map((row) => ({ ...row, id: row.userId }));
    return wholeListPage('availability', rows, query);
  },
  show: async (_, { data, nextCursor }) => ({ data: data.map(({ id: _id, ...row }) => row), nextCursor }),
});

export const getAvailability = endpoint({
  id: 'getAvailability',
  method: 'GET',
  path: '/availability/{id}',
  area,
  summary: 'Read whether a user takes work now',
  permission: 'people.read',
  params: idParams,
  answer: { status: 200, description: 'The user’s availability.', schema: shapes.availability },
  run: async (ctx, { params }) => ok(await stateOf(ctx, params.id)),
});

export const updateAvailability = endpoint({
  id: 'updateAvailability',
  method: 'PATCH',
  path: '/availability/{id}',
  area,
  summary: 'Say whether a user takes work now',
  description:
    'Also a sign of life: without a live connection the user counts as offline some minutes after the last such request.',
  permission: 'availability.manage',
  params: idParams,
  body: shapes.availabilityBody,
  answer: { status: 200, description: 'The user’s availability now.', schema: shapes.availability },
  run: async (ctx, { params, body }) => {
    const set = await setAvailability(ctx, { ...body, userId: params.id });
    return set.ok ? ok({ userId: params.id }) : set;
  },
  show: (ctx, { userId }) => stateOf(ctx, userId),
});

export const listTimeOff = endpoint({
  id: 'listTimeOff',
  method: 'GET',
  path: '/time-off',
  area,
  summary: 'List time off that is on or planned',
  permission: 'people.read',
  query: listQuery,
  answer: { status: 200, description: 'The soonest first.', schema: shapes.timeOffList },
  run: async (ctx, { query }) => wholeListPage('time-off', await leavesOf(ctx, null), query),
});

export const createTimeOff = endpoint({
  id: 'createTimeOff',
  method: 'POST',
  path: '/time-off',
  area,
  summary: 'Plan time off for a user',
  permission: 'availability.manage',
  body: shapes.timeOffBody,
  answer: { status: 201, description: 'The planned days.', schema: shapes.timeOff },
  run: (ctx, { body }) => planTimeOff(ctx, body),
  show: (ctx, { timeOffId }) => leaveOf(ctx, timeOffId),
});

export const deleteTimeOff = endpoint({
  id: 'deleteTimeOff',
  method: 'DELETE',
  path: '/time-off/{id}',
  area,
  summary: 'Cancel time off',
  permission: 'availability.manage',
  params: idParams,
  answer: { status: 204, description: 'The user is there after all.' },
  run: (ctx, { params }) => cancelTimeOff(ctx, { timeOffId: params.id }),
});

export const getWorkload = endpoint({
  id: 'getWorkload',
  method: 'GET',
  path: '/workload',
  area,
  summary: 'Read who has how much, and what waits',
  description: 'Only tickets whose clock runs count. Load and capacity are points, weighted by priority.',
  permission: 'workload.read',
  answer: { status: 200, description: 'The workload at this moment.', schema: shapes.workload },
  run: async (ctx) => {
    const { people, queues, withoutTeam } = await workloadOf(ctx);
    return ok({
      withoutTeam,
      people: people.map(({ leave, languages: _, ...person }) => ({
        ...person,
        awayUntil: leave?.untilOn ?? null,
      })),
      queues: queues.map(({ teamId, team, mode, waiting, oldestSince, online, load, capacities }) => ({
        ...{ teamId, team, mode, waiting, oldestSince, online, load, capacities },
      })),
    });
  },
});
