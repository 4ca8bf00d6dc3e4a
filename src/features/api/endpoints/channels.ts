import { fail, ok, type Result } from '@/domain/shared/result';
import { wholeListPage } from '@/features/api/paging';
import * as schema from '@/features/api/schemas/channel';
import { idParams, listQuery } from '@/features/api/schemas/shared';
import { renewAppSecret } from '@/features/social/commands/renew-app-secret';
import { saveAccount } from '@/features/social/commands/save-account';
import { testAccount } from '@/features/social/commands/test-account';
import { type ChannelVolume, getAccount, listChannelVolumes } from '@/features/social/queries';
import type { StaffContext } from '@/server/context';
import { endpoint } from '@/server/http/endpoint';

const [permission, area] = ['channel.manage', 'Channels'] as const;

type Row = ChannelVolume & Readonly<{ id: string }>;

/** Every account of every channel with how it fares; what came by none has no place here. */
async function channelRows(ctx: StaffContext) {
  const rows = (await listChannelVolumes(ctx)).filter((row): row is Row => row.id !== null);
  return rows.map(({ received, sent, failed, name, lastReceivedAt, ...row }) => ({
    ...row,
    name: name ?? '',
    lastReceivedAt: lastReceivedAt?.toISOString() ?? null,
    lastSevenDays: { received, sent, failed },
  }));
}

/** An account as whoever connected it needs it. */
async function connectedOf(ctx: StaffContext, id: string) {
  const account = await getAccount(ctx, id);
  return account
    ? ok({ id, address: account.webhook, settings: account.values })
    : fail({ code: 'not_found' as const });
}

export const listChannels = endpoint({
  id: 'listChannels',
  method: 'GET',
  path: '/channels',
  area,
  summary: 'List channels, with their health and volume',
  description: 'Mailboxes, chats, telephones, messaging and social accounts, and apps of your own.',
  permission,
  query: listQuery,
  answer: { status: 200, description: 'All of them, by kind and name.', schema: schema.channelList },
  run: async (ctx, { query }) => wholeListPage('channels', await channelRows(ctx), query),
});

export const getChannel = endpoint({
  id: 'getChannel',
  method: 'GET',
  path: '/channels/{id}',
  area,
  summary: 'Read how a channel fares',
  permission,
  params: idParams,
  answer: { status: 200, description: 'The channel.', schema: schema.channel },
  run: async (ctx, { params }) => ok((await channelRows(ctx)).find(({ id }) => id === params.id) ?? null),
});

export const createChannel = endpoint({
  id: 'createChannel',
  method: 'POST',
  path: '/channels',
  area,
  summary: 'Connect a messaging or social account, or an app of your own',
  permission,
  body: schema.createChannelBody,
  answer: {
    status: 201,
    description: 'What the other side has to be told.',
    schema: schema.connectedChannel,
  },
  run: async (ctx, { body: { settings, ...body } }) => {
    const saved = await saveAccount(ctx, { ...body, values: settings });
    return saved.ok ? connectedOf(ctx, saved.value.accountId) : saved;
  },
});

export const updateChannel = endpoint({
  id: 'updateChannel',
  method: 'PATCH',
  path: '/channels/{id}',
  area,
  summary: 'Change a messaging or social account, or an app of your own',
  permission,
  params: idParams,
  body: schema.updateChannelBody,
  answer: {
    status: 200,
    description: 'What the other side has to be told.',
    schema: schema.connectedChannel,
  },
  run: async (ctx, { params: { id }, body: { settings, ...body } }) => {
    const account = await getAccount(ctx, id);
    if (!account) return fail({ code: 'not_found' });
    const { kind, name, teamId, enabled, values } = account;
    const saved = await saveAccount(ctx, {
      accountId: id,
      kind,
      name: body.name ?? name,
      teamId: body.teamId === undefined ? teamId : body.teamId,
      enabled: body.enabled ?? enabled,
      values: { ...values, ...settings },
    });
    return saved.ok ? connectedOf(ctx, id) : saved;
  },
});

export const renewChannelSecret = endpoint({
  id: 'renewChannelSecret',
  method: 'POST',
  path: '/channels/{id}/renew-secret',
  area,
  summary: 'Give an app of your own a new secret and key',
  description: 'The old ones stay good for 24 hours, and what is pushed is signed with both.',
  permission,
  params: idParams,
  answer: { status: 200, description: 'The new ones.', schema: schema.connectedChannel },
  run: async (ctx, { params: { id } }) => {
    const renewed = await renewAppSecret(ctx, { accountId: id });
    return renewed.ok ? connectedOf(ctx, id) : renewed;
  },
});

export const testChannel = endpoint({
  id: 'testChannel',
  method: 'POST',
  path: '/channels/{id}/test',
  area,
  summary: 'Try a messaging or social account out',
  description: 'Signs in at the other side and brings a message through the whole way in.',
  permission,
  params: idParams,
  answer: { status: 200, description: 'What the other side said.', schema: schema.testedChannel },
  run: (ctx, { params }): Promise<Result<unknown, Readonly<{ code: 'not_found' | 'forbidden' }>>> =>
    testAccount(ctx, { accountId: params.id }),
});
