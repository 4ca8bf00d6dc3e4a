import { afterAll, beforeAll, beforeEach } from 'vitest';
import { linkedFile } from '@/features/attachments/commands/linked-file';
import { type MetaDouble, metaDouble } from '../../doubles/meta';
import { metaPush } from '../../doubles/meta-push';
import { askInstead, call, connected, type World } from './support';

export const PAGE = '30000000003';
const PICTURES = '40000000004';
export const NOW = Date.parse('2026-03-02T09:00:00Z');
const SECRET = 'app_secret_of_the_tests';
const keys = {
  accessToken: 'token-of-the-double',
  appSecret: SECRET,
  verifyToken: 'verify-token-of-the-tests',
};

type Account = Awaited<ReturnType<typeof connected>>['account'];

/** A double of Meta and a workspace with a page (messages and comments) and an Instagram account there, anew for each test. */
export function withMeta() {
  const own = {} as { double: MetaDouble; world: World; messenger: Account; instagram: Account };
  beforeAll(async () => {
    own.double = await metaDouble(keys.accessToken);
    askInstead({ 'graph.facebook.com': own.double.base, 'graph.instagram.com': own.double.base });
    own.double.instagram.add(PICTURES);
  });
  afterAll(() => own.double.stop());
  beforeEach(async () => {
    const { world, account } = await connected('messenger', { ...keys, pageId: PAGE });
    await connected('facebook', { ...keys, pageId: PAGE }, world);
    const instagram = await connected('instagram', { ...keys, accountId: PICTURES }, world);
    Object.assign(own, { world, messenger: account, instagram: instagram.account });
    const until = NOW + 24 * 3_600_000;
    Object.assign(own.double, {
      sent: [],
      fetched: [],
      fetchUrl: fetchedAs(world),
      now: () => world.now().getTime(),
      repliedPrivately: new Set(),
      commentedAt: new Map(),
      windows: new Map([
        ['PSID-1', until],
        ['IGSID-1', until],
      ]),
    });
  });
  const push = (account: Account, body: unknown) => call(own.world, account, metaPush(SECRET, body));
  return {
    own,
    bring: (entry: object) =>
      push(own.messenger, { object: 'page', entry: [{ id: PAGE, time: NOW, ...entry }] }),
    bringPicture: (entry: object) =>
      push(own.instagram, { object: 'instagram', entry: [{ id: PICTURES, time: NOW, ...entry }] }),
  };
}

/** A private message to the page, or to the Instagram account, as it stands in a call. */
export const said = (mid: string, text: string, to: 'page' | 'pictures' = 'page') => ({
  sender: { id: to === 'page' ? 'PSID-1' : 'IGSID-1' },
  recipient: { id: to === 'page' ? PAGE : PICTURES },
  timestamp: NOW,
  message: { mid, text },
});

/** A comment below a post of the page, as it stands in a call. */
export const comment = (id: string, over: object = {}) => ({
  field: 'feed',
  value: {
    item: 'comment',
    verb: 'add',
    comment_id: `${PAGE}_${id}`,
    post_id: `${PAGE}_1`,
    parent_id: `${PAGE}_1`,
    from: { id: 'FB-7', name: 'Jānis Bērziņš' },
    message: 'Kad būs tējkannas?',
    created_time: NOW / 1000,
    ...over,
  },
});

/** Our files, as the vendor fetches them at the address that it is given. */
const fetchedAs = (world: World) => async (url: string) => {
  const { pathname, searchParams } = new URL(url);
  const [, workspaceId = '', attachmentId = ''] = /outside\/files\/([^/]+)\/([^/]+)$/.exec(pathname) ?? [];
  const link = {
    workspaceId,
    attachmentId,
    until: Number(searchParams.get('until')),
    mac: searchParams.get('mac') ?? '',
  };
  const answer = await linkedFile(world.system(), link, null);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', bytes };
};
