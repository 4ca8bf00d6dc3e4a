import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveAccount } from '@/features/social/commands/save-account';
import { testAccount } from '@/features/social/commands/test-account';
import type { AccountInput } from '@/features/social/inputs';
import { getAccount, listChannelVolumes } from '@/features/social/queries';
import { type TelegramDouble, telegramDouble } from '../../doubles/telegram';
import { newWorld } from '../../support/world';
import { askInstead, takeIn, ticketOf } from './support';

const TOKEN = '700001:double-token-of-the-tests';
const bot: AccountInput = {
  kind: 'telegram',
  name: 'Our bot',
  teamId: null,
  enabled: true,
  values: { token: TOKEN, mode: 'poll' },
};

let double: TelegramDouble;
beforeAll(async () => {
  double = await telegramDouble(TOKEN);
  askInstead({ 'api.telegram.org': double.base });
});
afterAll(() => double.stop());

test('a secret is stored, never shown, and stays when nothing is typed', async () => {
  const world = await newWorld();
  const admin = await world.member({ role: 'admin' });
  const saved = await saveAccount(admin, bot);
  if (!saved.ok) throw new Error(saved.error.code);
  const { accountId } = saved.value;
  const shown = await getAccount(admin, accountId);
  expect(JSON.stringify(shown)).not.toContain('double-token');
  expect(shown?.webhook).toContain('/api/inbound/telegram/');
  expect(
    await saveAccount(admin, { ...bot, accountId, name: 'Renamed', values: { token: '', mode: 'poll' } }),
  ).toMatchObject({ ok: true });
  expect((await getAccount(admin, accountId))?.webhook).toBe(shown?.webhook);
  expect(await testAccount(admin, { accountId })).toMatchObject({
    ok: true,
    value: { signedInAs: '@kanna_bot' },
  });
});

test('what cannot be right is named, a name and an account belong to one channel, and agents may not', async () => {
  const world = await newWorld();
  const admin = await world.member({ role: 'admin' });
  expect(await saveAccount(admin, { ...bot, values: { token: 'nonsense' } })).toMatchObject({
    error: { code: 'input.invalid', fields: { 'values.token': ['wrong'] } },
  });
  await saveAccount(admin, bot);
  expect(await saveAccount(admin, bot)).toMatchObject({ error: { code: 'name.taken' } });
  expect(await saveAccount(admin, { ...bot, name: 'Other' })).toMatchObject({
    error: { code: 'address.taken' },
  });
  expect(await saveAccount(await world.member(), { ...bot, name: 'Mine' })).toMatchObject({
    error: { code: 'forbidden' },
  });
});

test('a test signs in and becomes a ticket; its light and its volume show it', async () => {
  const world = await newWorld();
  const admin = await world.member({ role: 'admin' });
  const saved = await saveAccount(admin, bot);
  if (!saved.ok) throw new Error(saved.error.code);
  await testAccount(admin, saved.value);
  await takeIn(world);
  expect((await ticketOf(world)).subject).toContain('Our bot');
  const rows = await listChannelVolumes(admin);
  expect(rows.find(({ id }) => id === saved.value.accountId)).toMatchObject({
    channel: 'telegram',
    health: 'healthy',
    received: 1,
    held: 0,
  });
});

test('a vendor that refuses turns the light red, in its words', async () => {
  const world = await newWorld();
  const admin = await world.member({ role: 'admin' });
  const saved = await saveAccount(admin, {
    ...bot,
    values: { token: '700001:another-token-of-the-tests', mode: 'poll' },
  });
  if (!saved.ok) throw new Error(saved.error.code);
  expect(await testAccount(admin, saved.value)).toMatchObject({
    value: { signedInAs: null, reason: 'Unauthorized' },
  });
  // The test message comes in all the same, and proves nothing of the token.
  await takeIn(world);
  expect((await ticketOf(world)).subject).toContain('Our bot');
  expect(await getAccount(admin, saved.value.accountId)).toMatchObject({
    health: 'failing',
    healthDetail: 'Unauthorized',
  });
});
