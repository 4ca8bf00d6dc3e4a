import { ok } from '@/domain/shared/result';
import { keyInfoOf } from '@/features/api/key-info';
import {
  oneOf,
  listTags as tagRows,
  listTeams as teamRows,
  listUsers as userRows,
} from '@/features/api/people-rows';
import {
  createTagBody,
  keyInfo,
  tag,
  tagList,
  team,
  teamList,
  user,
  userList,
  userQuery,
} from '@/features/api/schemas/people';
import { idParams, listQuery } from '@/features/api/schemas/shared';
import { createTag as create } from '@/features/tags/commands/create-tag';
import { endpoint } from '@/server/http/endpoint';

export const listTeams = endpoint({
  id: 'listTeams',
  method: 'GET',
  path: '/teams',
  area: 'Teams',
  summary: 'List teams',
  permission: 'people.read',
  query: listQuery,
  answer: { status: 200, description: 'A page of teams, the newest first.', schema: teamList },
  run: (ctx, { query }) => teamRows(ctx, query),
});

export const getTeam = endpoint({
  id: 'getTeam',
  method: 'GET',
  path: '/teams/{id}',
  area: 'Teams',
  summary: 'Read a team',
  permission: 'people.read',
  params: idParams,
  answer: { status: 200, description: 'The team.', schema: team },
  run: async (ctx, { params }) => ok(await oneOf(ctx, 'team', params.id)),
});

export const listUsers = endpoint({
  id: 'listUsers',
  method: 'GET',
  path: '/users',
  area: 'Users',
  summary: 'List users',
  description: 'The members of the workspace, also those who may not enter any more (`active: false`).',
  permission: 'people.read',
  query: userQuery,
  answer: { status: 200, description: 'A page of users, the newest first.', schema: userList },
  run: (ctx, { query }) => userRows(ctx, query),
});

export const getUser = endpoint({
  id: 'getUser',
  method: 'GET',
  path: '/users/{id}',
  area: 'Users',
  summary: 'Read a user',
  permission: 'people.read',
  params: idParams,
  answer: { status: 200, description: 'The user.', schema: user },
  run: async (ctx, { params }) => ok(await oneOf(ctx, 'user', params.id)),
});

export const listTags = endpoint({
  id: 'listTags',
  method: 'GET',
  path: '/tags',
  area: 'Tags',
  summary: 'List tags',
  permission: 'ticket.read',
  query: listQuery,
  answer: { status: 200, description: 'A page of tags, the newest first.', schema: tagList },
  run: (ctx, { query }) => tagRows(ctx, query),
});

export const createTag = endpoint({
  id: 'createTag',
  method: 'POST',
  path: '/tags',
  area: 'Tags',
  summary: 'Add a tag',
  description: 'Tags also come by themselves when a ticket is given one that is new.',
  permission: 'ticket.update',
  body: createTagBody,
  answer: { status: 201, description: 'The new tag.', schema: tag },
  run: (ctx, { body }) => create(ctx, body),
  show: (ctx, { tagId }) => oneOf(ctx, 'tag', tagId),
});

export const getTag = endpoint({
  id: 'getTag',
  method: 'GET',
  path: '/tags/{id}',
  area: 'Tags',
  summary: 'Read a tag',
  permission: 'ticket.read',
  params: idParams,
  answer: { status: 200, description: 'The tag.', schema: tag },
  run: async (ctx, { params }) => ok(await oneOf(ctx, 'tag', params.id)),
});

export const getKey = endpoint({
  id: 'getKey',
  method: 'GET',
  path: '/me',
  area: 'Key',
  summary: 'Read which workspace and rights the key has',
  permission: null,
  answer: { status: 200, description: 'The key and its workspace.', schema: keyInfo },
  run: async (ctx) => ok(await keyInfoOf(ctx)),
});
