import type { APIRequestContext } from '@playwright/test';
import { type MetaDouble, metaDouble } from '../../tests/doubles/meta';
import { metaPush, whatsappPush } from '../../tests/doubles/meta-push';
import { connected } from '../../tests/features/social/support';
import type { newWorld } from '../../tests/support/world';

type World = Awaited<ReturnType<typeof newWorld>>;

export const APP_SECRET = 'app_secret_of_the_tests';
export const TOKEN = 'token-of-the-double';
const PAGE = '30000000003';
const NUMBER = '10000000001';
const PERSON = 'HU.1234567890';
const PHONE = '36301234567';
const DAY = 86_400_000;

/** Meta, where the product looks for it, or the part of it that Instagram is; the customer of the tests may be written to. */
export async function meta(at: 'E2E_META_PORT' | 'E2E_INSTAGRAM_PORT'): Promise<MetaDouble> {
  const double = await metaDouble(TOKEN, Number(process.env[at]));
  double.windows = new Map([PERSON, PHONE].map((person) => [person, Date.now() + DAY]));
  double.templates = [
    {
      name: 'order_ready',
      language: 'en',
      status: 'APPROVED',
      components: [{ type: 'BODY', text: 'Hello {{1}}, your order is ready.' }],
    },
  ];
  return double;
}

const OWN = { accessToken: TOKEN, appSecret: APP_SECRET, verifyToken: 'verify-token-of-the-tests' };

/** A number on WhatsApp, and what is said there: words, and reports of ours. */
export async function whatsappNumber(world: World, request: APIRequestContext) {
  const { account } = await connected(
    'whatsapp',
    { ...OWN, phoneNumberId: NUMBER, businessId: '20000000002' },
    world,
  );
  const push = pusher(request, account);
  const contacts = [{ profile: { name: 'Kovács Ágnes' }, wa_id: PHONE, user_id: PERSON }];
  return {
    accountId: account.id,
    write: (id: string, body: string) => {
      const message = { from: PHONE, from_user_id: PERSON, id: `wamid.${id}`, timestamp: seconds() };
      return push(whatsappPush({ contacts, messages: [{ ...message, type: 'text', text: { body } }] }));
    },
    report: (id: string, status: string) =>
      push(whatsappPush({ statuses: [{ id, status, timestamp: seconds(), recipient_id: PHONE }] })),
    /** As if the customer had written more than a day ago. */
    letWindowPass: () =>
      world.db.channelConversation.updateMany({
        where: { workspaceId: world.workspaceId, channelAccountId: account.id },
        data: { lastInboundAt: new Date(Date.now() - DAY - 3_600_000) },
      }),
  };
}

/** A page on Facebook with its private messages, and a comment below one of its posts. */
export async function facebookPage(world: World, request: APIRequestContext) {
  await connected('messenger', { ...OWN, pageId: PAGE, humanAgent: false }, world);
  const { account } = await connected('facebook', { ...OWN, pageId: PAGE }, world);
  const push = pusher(request, account);
  const post = { permalink_url: 'https://www.facebook.com/kanna/posts/1' };
  return {
    comment: (verb: 'add' | 'edited' | 'remove', message = '') => {
      const value = {
        item: 'comment',
        verb,
        comment_id: `${PAGE}_c1`,
        post_id: `${PAGE}_1`,
        parent_id: `${PAGE}_1`,
        from: { id: 'FB-7', name: 'Jānis Bērziņš' },
        message,
        created_time: Number(seconds()),
        post,
      };
      return push({
        object: 'page',
        entry: [{ id: PAGE, time: Date.now(), changes: [{ field: 'feed', value }] }],
      });
    },
  };
}

type Account = Awaited<ReturnType<typeof connected>>['account'];

const pusher =
  (request: APIRequestContext, { kind, key }: Account) =>
  async (body: unknown): Promise<void> => {
    const { bytes, headers } = metaPush(APP_SECRET, body);
    const answer = await request.post(`/api/inbound/${kind}/${key}`, { data: bytes, headers });
    if (!answer.ok()) throw new Error(`${kind}: ${answer.status()}`);
  };

const seconds = () => String(Math.floor(Date.now() / 1000));

/** The number of the newest ticket of a channel, once the worker has made it. */
export async function ticketOn({ db, workspaceId }: World, channel: 'whatsapp' | 'facebook') {
  for (;;) {
    const ticket = await db.ticket.findFirst({
      where: { workspaceId, channel },
      orderBy: { number: 'desc' },
      select: { number: true },
    });
    if (ticket) return ticket.number;
    await new Promise((done) => setTimeout(done, 100));
  }
}
