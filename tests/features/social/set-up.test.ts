import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { saveAccount } from '@/features/social/commands/save-account';
import { testAccount } from '@/features/social/commands/test-account';
import { getAccount, listChannelVolumes } from '@/features/social/queries';
import type { StaffContext } from '@/server/context';
import { EVENTS } from '../../doubles/events';
import { BUSINESS, INSTAGRAM, NUMBER, PAGE } from '../../doubles/events-meta';
import { type MastodonDouble, mastodonDouble } from '../../doubles/mastodon';
import { type MetaDouble, metaDouble } from '../../doubles/meta';
import { confirmedByMeta, metaPush } from '../../doubles/meta-push';
import { newWorld } from '../../support/world';
import { askInstead, call, takeIn, ticketOf, type World } from './support';

/** From the form to the first message: what an admin types, what the vendor says to it, and what it tells us from then on. */
const TOKEN = 'token-of-the-double';
const APP_SECRET = 'app_secret_of_the_tests';
const meta = { accessToken: TOKEN, appSecret: APP_SECRET };
/** What has to be heard of a page: private messages and what becomes of ours, comments, posts and mentions. */
const OF_PAGES = [
  'feed',
  'mention',
  'message_deliveries',
  'message_echoes',
  'message_edits',
  'message_reactions',
  'message_reads',
  'messages',
  'messaging_postbacks',
];
const OF_INSTAGRAM = [
  'comments',
  'live_comments',
  'mentions',
  'message_edit',
  'message_reactions',
  'messages',
  'messaging_postbacks',
  'messaging_seen',
];
const SET_UPS = {
  whatsapp: {
    values: { ...meta, phoneNumberId: NUMBER, businessId: BUSINESS },
    name: 'Kanna +36 1 555 0100',
    heard: [BUSINESS, []],
  },
  messenger: { values: { ...meta, pageId: PAGE }, name: 'Kanna', heard: [PAGE, OF_PAGES] },
  facebook: { values: { ...meta, pageId: PAGE }, name: 'Kanna', heard: [PAGE, OF_PAGES] },
  instagram: {
    values: { ...meta, accountId: INSTAGRAM, login: 'instagram' },
    name: '@kanna',
    heard: [INSTAGRAM, OF_INSTAGRAM],
  },
} as const;
type Kind = keyof typeof SET_UPS;
const KINDS = Object.keys(SET_UPS) as Kind[];

let vendor: MetaDouble;
let mastodon: MastodonDouble;
let world: World;
let admin: StaffContext;

beforeAll(async () => {
  vendor = await metaDouble(TOKEN);
  mastodon = await mastodonDouble(TOKEN);
  askInstead({
    'graph.facebook.com': vendor.base,
    'graph.instagram.com': vendor.base,
    'kanna.test': mastodon.base,
  });
  vendor.instagram.add(INSTAGRAM);
  vendor.businesses.add(BUSINESS);
});
afterAll(async () => {
  await vendor.stop();
  await mastodon.stop();
});
beforeEach(async () => {
  world = await newWorld({ mailbox: false });
  admin = await world.member({ role: 'admin' });
  vendor.subscribed.clear();
  Object.assign(vendor, { mayManage: true, signedOut: false });
});

async function saved(kind: Kind | 'mastodon', values: Record<string, string>): Promise<string> {
  const result = await saveAccount(admin, { kind, name: `Our ${kind}`, teamId: null, enabled: true, values });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.accountId;
}

/** All that anybody sees of an account, in one text. */
async function shownOf(accountId: string): Promise<string> {
  const { workspaceId } = world;
  const audit = await world.db.auditEntry.findMany({ where: { workspaceId } });
  return JSON.stringify([await getAccount(admin, accountId), await listChannelVolumes(admin), audit]);
}

test.each(KINDS)(
  '%s: with the right token it signs in, is told all that we want to hear, and brings a ticket',
  async (kind) => {
    const { values, name, heard } = SET_UPS[kind];
    const accountId = await saved(kind, values);
    const tested = await testAccount(admin, { accountId });
    expect(tested).toMatchObject({ ok: true, value: { signedInAs: name, reason: null } });
    expect([...vendor.subscribed].map(([node, fields]) => [node, fields.toSorted()])).toEqual([heard]);
    await takeIn(world);
    expect(await ticketOf(world)).toMatchObject({
      channel: kind,
      subject: expect.stringContaining(`Our ${kind}`),
    });
    expect(await getAccount(admin, accountId)).toMatchObject({ health: 'healthy', healthDetail: '' });
    const shown = (await shownOf(accountId)) + JSON.stringify(tested);
    for (const secret of [TOKEN, APP_SECRET]) expect(shown).not.toContain(secret);
  },
);

test.each(KINDS)(
  '%s: with a wrong token the vendor’s own words are said, the light is red, and nothing is subscribed',
  async (kind) => {
    const accountId = await saved(kind, {
      ...SET_UPS[kind].values,
      accessToken: 'another-token-of-the-tests',
    });
    const tested = await testAccount(admin, { accountId });
    const reason = 'Invalid OAuth access token.';
    expect(tested).toMatchObject({ ok: true, value: { signedInAs: null, reason } });
    expect(vendor.subscribed.size).toBe(0);
    await takeIn(world);
    expect(await getAccount(admin, accountId)).toMatchObject({ health: 'failing', healthDetail: reason });
    const shown = (await shownOf(accountId)) + JSON.stringify(tested);
    for (const secret of ['another-token-of-the-tests', APP_SECRET]) expect(shown).not.toContain(secret);
  },
);

test.each(KINDS)('%s: a token that may not subscribe is not taken for good', async (kind) => {
  vendor.mayManage = false;
  const accountId = await saved(kind, SET_UPS[kind].values);
  const reason = expect.stringContaining('(#200)');
  expect(await testAccount(admin, { accountId })).toMatchObject({ value: { signedInAs: null, reason } });
  expect(await getAccount(admin, accountId)).toMatchObject({ health: 'failing', healthDetail: reason });
});

test.each(KINDS)(
  '%s: Meta confirms the address with the token that the form shows, and then brings what is said',
  async (kind) => {
    const accountId = await saved(kind, SET_UPS[kind].values);
    const shown = await getAccount(admin, accountId);
    const key = shown?.webhook?.split('/').at(-1) ?? '';
    const account = { id: accountId, kind, key };
    const ask = (query: string) => call(world, account, { bytes: '', method: 'GET', query });
    expect(await confirmedByMeta(ask, shown?.values['verifyToken'] ?? '')).toBe(true);
    expect(await confirmedByMeta(ask, 'what-somebody-guessed')).toBe(false);
    const [event] = Object.values(EVENTS[kind]);
    expect((await call(world, account, metaPush(APP_SECRET, event?.(1)))).status).toBe(200);
    await takeIn(world);
    expect(await ticketOf(world)).toMatchObject({ channel: kind });
  },
);

test('Messenger and comments of one page may be tried out in any order: neither takes away what the other hears', async () => {
  const messenger = await saved('messenger', SET_UPS.messenger.values);
  const facebook = await saved('facebook', SET_UPS.facebook.values);
  for (const accountId of [messenger, facebook, messenger]) {
    await testAccount(admin, { accountId });
    expect(vendor.subscribed.get(PAGE)?.toSorted()).toEqual(OF_PAGES);
  }
});

test('instagram: an account that signs in with Facebook has its page subscribed elsewhere, and is asked for there', async () => {
  const accountId = await saved('instagram', { ...SET_UPS.instagram.values, login: 'facebook' });
  expect(await testAccount(admin, { accountId })).toMatchObject({
    value: { signedInAs: '@kanna', reason: null },
  });
});

test('mastodon: the account and the length of its posts are learned, and a wrong token is refused in the server’s words', async () => {
  const values = { server: 'kanna.test', accessToken: TOKEN };
  const accountId = await saved('mastodon', values);
  expect(await testAccount(admin, { accountId })).toMatchObject({
    value: { signedInAs: '@kanna@kanna.test', reason: null },
  });
  await takeIn(world);
  expect(await ticketOf(world)).toMatchObject({ channel: 'mastodon' });
  await saveAccount(admin, {
    kind: 'mastodon',
    accountId,
    name: 'Our mastodon',
    teamId: null,
    enabled: true,
    values: { ...values, accessToken: 'another-token-of-the-tests' },
  });
  const reason = 'The access token is invalid';
  expect(await testAccount(admin, { accountId })).toMatchObject({ value: { signedInAs: null, reason } });
  expect(await getAccount(admin, accountId)).toMatchObject({ health: 'failing', healthDetail: reason });
  const shown = await shownOf(accountId);
  for (const secret of [TOKEN, 'another-token-of-the-tests']) expect(shown).not.toContain(secret);
});
