import { fail, ok } from '@/domain/shared/result';
import { wholeListPage } from '@/features/api/paging';
import * as shapes from '@/features/api/schemas/routing';
import { idParams, listQuery } from '@/features/api/schemas/shared';
import { deleteSkill as dropSkill } from '@/features/routing/commands/delete-skill';
import { takeNextTicket as takeNext } from '@/features/routing/commands/next-ticket';
import { saveProfile } from '@/features/routing/commands/save-profile';
import { saveQueue } from '@/features/routing/commands/save-queue';
import { saveSettings } from '@/features/routing/commands/save-settings';
import { saveSkill } from '@/features/routing/commands/save-skill';
import {
  listProfiles,
  listQueues,
  getRoutingSettings as settingsOf,
  listSkills as skillsOf,
} from '@/features/routing/queries';
import type { StaffContext } from '@/server/context';
import { endpoint } from '@/server/http/endpoint';

const permission = 'workspace.manage';
const area = 'Routing';

const byId = <Row>(rows: readonly Row[], idOf: (row: Row) => string) =>
  rows.map((row) => ({ ...row, id: idOf(row) }));
const queueOf = async (ctx: StaffContext, teamId: string) =>
  (await listQueues(ctx)).find((row) => row.teamId === teamId) ?? null;
const skillOf = async (ctx: StaffContext, skillId: string) =>
  (await skillsOf(ctx)).find(({ id }) => id === skillId) ?? null;
const profileOf = async (ctx: StaffContext, userId: string) => (await listProfiles(ctx, [userId]))[0] ?? null;

/** What a request gives; an absent field is not there, rather than undefined. */
const given = <Body extends object>(body: Body) =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as {
    [Field in keyof Body]?: Exclude<Body[Field], undefined>;
  };

export const takeNextTicket = endpoint({
  id: 'takeNextTicket',
  method: 'POST',
  path: '/tickets/next',
  area,
  summary: 'Give somebody the next ticket of their queues',
  description:
    'The first waiting ticket that this user has the languages, skills and room for. Two requests at once get two tickets.',
  permission: 'ticket.update',
  body: shapes.nextTicketBody,
  answer: { status: 200, description: 'The ticket, which is theirs now.', schema: shapes.taken },
  run: (ctx, { body }) => takeNext(ctx, body),
  show: async (_, { ticketId, number }) => ({ id: ticketId, number }),
});

export const listRoutingQueues = endpoint({
  id: 'listRoutingQueues',
  method: 'GET',
  path: '/routing/queues',
  area,
  summary: 'List the queues of all teams',
  permission,
  query: listQuery,
  answer: { status: 200, description: 'One queue per team, by the team’s name.', schema: shapes.queueList },
  run: async (ctx, { query }) => {
    const rows = byId(await listQueues(ctx), ({ teamId }) => teamId);
    return wholeListPage('routing-queues', rows, query);
  },
  show: async (_, { data, nextCursor }) => ({ data: data.map(({ id: _id, ...row }) => row), nextCursor }),
});

export const getRoutingQueue = endpoint({
  id: 'getRoutingQueue',
  method: 'GET',
  path: '/routing/queues/{id}',
  area,
  summary: 'Read the queue of a team',
  permission,
  params: idParams,
  answer: { status: 200, description: 'The queue.', schema: shapes.queue },
  run: async (ctx, { params }) => ok(await queueOf(ctx, params.id)),
});

export const updateRoutingQueue = endpoint({
  id: 'updateRoutingQueue',
  method: 'PATCH',
  path: '/routing/queues/{id}',
  area,
  summary: 'Set how a team’s waiting tickets find somebody',
  permission,
  params: idParams,
  body: shapes.queueBody,
  answer: { status: 200, description: 'The queue as it is now.', schema: shapes.queue },
  run: async (ctx, { params, body }) => {
    const before = await queueOf(ctx, params.id);
    if (!before) return fail({ code: 'not_found' });
    const { team: _team, members: _members, ...rules } = before;
    const saved = await saveQueue(ctx, { ...rules, ...given(body) });
    return saved.ok ? ok({ teamId: params.id }) : saved;
  },
  show: (ctx, { teamId }) => queueOf(ctx, teamId),
});

export const getRoutingSettings = endpoint({
  id: 'getRoutingSettings',
  method: 'GET',
  path: '/routing/settings',
  area,
  summary: 'Read capacities and weights',
  permission,
  answer: { status: 200, description: 'What holds for everybody.', schema: shapes.routingSettings },
  run: async (ctx) => ok(await settingsOf(ctx)),
});

export const updateRoutingSettings = endpoint({
  id: 'updateRoutingSettings',
  method: 'PATCH',
  path: '/routing/settings',
  area,
  summary: 'Set capacities and weights',
  permission,
  body: shapes.routingSettingsBody,
  answer: { status: 200, description: 'What holds now.', schema: shapes.routingSettings },
  run: async (ctx, { body }) => saveSettings(ctx, { ...(await settingsOf(ctx)), ...given(body) }),
  show: (ctx) => settingsOf(ctx),
});

export const listSkills = endpoint({
  id: 'listSkills',
  method: 'GET',
  path: '/routing/skills',
  area,
  summary: 'List skills',
  permission: 'people.read',
  query: listQuery,
  answer: { status: 200, description: 'All skills by name.', schema: shapes.skillList },
  run: async (ctx, { query }) => wholeListPage('skills', await skillsOf(ctx), query),
});

export const createSkill = endpoint({
  id: 'createSkill',
  method: 'POST',
  path: '/routing/skills',
  area,
  summary: 'Add a skill',
  permission,
  body: shapes.createSkillBody,
  answer: { status: 201, description: 'The new skill.', schema: shapes.skill },
  run: (ctx, { body }) => saveSkill(ctx, body),
  show: (ctx, { skillId }) => skillOf(ctx, skillId),
});

export const updateSkill = endpoint({
  id: 'updateSkill',
  method: 'PATCH',
  path: '/routing/skills/{id}',
  area,
  summary: 'Change a skill and the tags that ask for it',
  permission,
  params: idParams,
  body: shapes.updateSkillBody,
  answer: { status: 200, description: 'The skill as it is now.', schema: shapes.skill },
  run: async (ctx, { params, body }) => {
    const before = await skillOf(ctx, params.id);
    if (!before) return fail({ code: 'not_found' });
    const { name, tags } = { ...before, ...given(body) };
    return saveSkill(ctx, { skillId: params.id, name, tags: [...tags] });
  },
  show: (ctx, { skillId }) => skillOf(ctx, skillId),
});

export const deleteSkill = endpoint({
  id: 'deleteSkill',
  method: 'DELETE',
  path: '/routing/skills/{id}',
  area,
  summary: 'Delete a skill',
  permission,
  params: idParams,
  answer: { status: 204, description: 'The skill is gone; nobody has it, and no tag asks for it.' },
  run: (ctx, { params }) => dropSkill(ctx, { skillId: params.id }),
});

export const getWorkProfile = endpoint({
  id: 'getWorkProfile',
  method: 'GET',
  path: '/users/{id}/work-profile',
  area,
  summary: 'Read a user’s languages, skills and capacities',
  permission: 'people.read',
  params: idParams,
  answer: { status: 200, description: 'What routing knows of the user.', schema: shapes.workProfile },
  run: async (ctx, { params }) => ok(await profileOf(ctx, params.id)),
});

export const updateWorkProfile = endpoint({
  id: 'updateWorkProfile',
  method: 'PATCH',
  path: '/users/{id}/work-profile',
  area,
  summary: 'Set a user’s languages, skills and capacities',
  permission: 'people.manage',
  params: idParams,
  body: shapes.workProfileBody,
  answer: { status: 200, description: 'What routing knows of the user now.', schema: shapes.workProfile },
  run: async (ctx, { params, body }) => {
    const before = await profileOf(ctx, params.id);
    if (!before) return fail({ code: 'not_found' });
    const saved = await saveProfile(ctx, { ...before, ...given(body) });
    return saved.ok ? ok({ userId: params.id }) : saved;
  },
  show: (ctx, { userId }) => profileOf(ctx, userId),
});
