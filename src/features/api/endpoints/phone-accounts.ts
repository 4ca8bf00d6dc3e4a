import { fail, ok } from '@/domain/shared/result';
import { wholeListPage } from '@/features/api/paging';
import * as schema from '@/features/api/schemas/phone-account';
import { idParams, listQuery } from '@/features/api/schemas/shared';
import { withGiven } from '@/features/api/with-given';
import { savePhoneAccount } from '@/features/phone/commands/save-phone-account';
import { testPhoneAccount } from '@/features/phone/commands/test-phone-account';
import { listPhoneLines, type PhoneLine } from '@/features/phone/queries';
import type { StaffContext } from '@/server/context';
import { endpoint } from '@/server/http/endpoint';

const [permission, area] = ['channel.manage', 'Telephone lines'] as const;

const lineWith = async (ctx: StaffContext, id: string): Promise<PhoneLine | null> =>
  (await listPhoneLines(ctx, id))[0] ?? null;

const shownById = async (ctx: StaffContext, id: string) => {
  const account = await lineWith(ctx, id);
  return account && shown(account);
};

export const listPhoneAccounts = endpoint({
  id: 'listPhoneAccounts',
  method: 'GET',
  path: '/phone-accounts',
  area,
  summary: 'List telephone lines',
  permission,
  query: listQuery,
  answer: {
    status: 200,
    description: 'All of them, by name, without secrets.',
    schema: schema.phoneAccountList,
  },
  run: async (ctx, { query }) =>
    wholeListPage('phone-accounts', (await listPhoneLines(ctx)).map(shown), query),
});

export const getPhoneAccount = endpoint({
  id: 'getPhoneAccount',
  method: 'GET',
  path: '/phone-accounts/{id}',
  area,
  summary: 'Read a telephone line',
  permission,
  params: idParams,
  answer: { status: 200, description: 'The line, without secrets.', schema: schema.phoneAccount },
  run: async (ctx, { params }) => ok(await shownById(ctx, params.id)),
});

export const createPhoneAccount = endpoint({
  id: 'createPhoneAccount',
  method: 'POST',
  path: '/phone-accounts',
  area,
  summary: 'Connect a telephone line',
  permission,
  body: schema.createPhoneAccountBody,
  answer: {
    status: 201,
    description: 'The line, and what its provider has to be told.',
    schema: schema.connectedPhoneAccount,
  },
  run: (ctx, { body: { language, reception, ...body } }) =>
    savePhoneAccount(ctx, {
      ...body,
      accountId: null,
      locale: language,
      ...receptionIn(withGiven(USUAL, reception)),
    }),
  show: async (ctx, { accountId }) => {
    const account = await lineWith(ctx, accountId);
    return account && { ...shown(account), generated: account.generated };
  },
});

export const updatePhoneAccount = endpoint({
  id: 'updatePhoneAccount',
  method: 'PATCH',
  path: '/phone-accounts/{id}',
  area,
  summary: 'Change a telephone line',
  description: 'What is left out stays, secrets too. Its provider stays the same.',
  permission,
  params: idParams,
  body: schema.updatePhoneAccountBody,
  answer: { status: 200, description: 'The line as it is now.', schema: schema.phoneAccount },
  run: async (ctx, { params: { id }, body: { language, reception, settings, ...body } }) => {
    const account = await lineWith(ctx, id);
    if (!account) return fail({ code: 'not_found' });
    const { name, teamId, enabled, number, provider, locale } = account;
    return savePhoneAccount(ctx, {
      ...withGiven({ name, teamId, enabled, number }, body),
      ...{ accountId: id, provider, locale: language ?? locale },
      settings: { ...account.settings, ...settings },
      ...receptionIn(withGiven(receptionOf(account), reception ?? {})),
    });
  },
  show: (ctx, { accountId }) => shownById(ctx, accountId),
});

export const testPhoneAccountNow = endpoint({
  id: 'testPhoneAccountNow',
  method: 'POST',
  path: '/phone-accounts/{id}/test',
  area,
  summary: 'Try a telephone line out',
  description:
    'A missed call comes in by the address of the line, signed as a real one, and becomes a ticket.',
  permission,
  params: idParams,
  answer: { status: 200, description: 'What came of it.', schema: schema.testedPhoneAccount },
  run: (ctx, { params }) => testPhoneAccount(ctx, { accountId: params.id }),
});

type Reception = NonNullable<ReturnType<typeof shown>['reception']>;

const USUAL: Reception = {
  ringTo: [],
  ringSeconds: 25,
  menu: false,
  record: false,
  mayRefuse: false,
  ownFlow: false,
};

function receptionOf(account: PhoneLine) {
  const { ringTo, ringSeconds, menu, record, mayRefuse, ownFlow } = account;
  return { ringTo: ringTo.split('\n').filter(Boolean), ringSeconds, menu, record, mayRefuse, ownFlow };
}

const receptionIn = ({ ringTo, ...rest }: Reception) => ({ ...rest, ringTo: ringTo.join('\n') });

function shown(account: PhoneLine) {
  const { id, provider, name, teamId, enabled, number, health, healthDetail, settings, addresses } = account;
  return {
    ...{ id, provider, name, teamId, enabled, number, health, healthDetail, settings, addresses },
    language: account.locale,
    lastReceivedAt: account.lastReceivedAt?.toISOString() ?? null,
    reception: account.answersCalls ? receptionOf(account) : null,
  };
}
