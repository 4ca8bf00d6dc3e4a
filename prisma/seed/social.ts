import type { StaffActor } from '@/domain/permission/actor';
import { storeArrival } from '@/features/intake/commands/receive-call';
import { takeInBatch } from '@/features/intake/take-in-batch';
import { saveAccount } from '@/features/social/commands/save-account';
import type { AccountInput } from '@/features/social/inputs';
import { replyToTicket } from '@/features/tickets/commands/reply-to-ticket';
import { replyInput } from '@/features/tickets/inputs';
import type { StaffContext } from '@/server/context';
import type { Db } from '@/server/db/client';
import { newId } from '@/server/ids';
import type { Cast } from './build-demo';

const HOUR = 3_600_000;
const PAGE = '100000000000001';
const PHONE = '100000000000002';
const INSTAGRAM = '100000000000004';
const META = { accessToken: 'demo-access-token', appSecret: 'demo-app-secret' };

/** Accounts that look connected. Their secrets open nothing, so that the demo never reaches a vendor. */
const ACCOUNTS: readonly Readonly<Pick<AccountInput, 'kind' | 'name' | 'values'>>[] = [
  {
    kind: 'whatsapp',
    name: 'Ozolo on WhatsApp',
    values: { ...META, phoneNumberId: PHONE, businessId: '100000000000003' },
  },
  {
    kind: 'telegram',
    name: '@ozolo_coffee_bot',
    values: { token: '7000000001:demo-token-that-opens-nothing' },
  },
  { kind: 'messenger', name: 'Ozolo Coffee page', values: { ...META, pageId: PAGE } },
  { kind: 'facebook', name: 'Ozolo Coffee comments', values: { ...META, pageId: PAGE } },
  { kind: 'instagram', name: '@ozolo.coffee', values: { ...META, accountId: INSTAGRAM, login: 'instagram' } },
  { kind: 'api', name: 'Ozolo mobile app', values: { url: 'https://app.ozolo.example/kalauz' } },
];

const inApp =
  (id: string, person: Readonly<{ id: string; name: string; language: 'en' | 'hu' | 'lv' }>, text: string) =>
  (at: Date) => {
    const data = {
      id,
      conversationId: `chat-${person.id}`,
      customer: person,
      text,
      sentAt: at.toISOString(),
    };
    return { type: 'message.created', data };
  };

type Story = Readonly<{
  hoursAgo: number;
  kind: AccountInput['kind'];
  /** What the vendor brought, at that instant. */
  brought: (at: Date) => unknown;
  answer?: Readonly<{ by: string; html: string }>;
}>;

const seconds = (at: Date) => Math.floor(at.getTime() / 1000);

const whatsapp = (userId: string, name: string, content: string | object) => (at: Date) => {
  const said = typeof content === 'string' ? { type: 'text', text: { body: content } } : content;
  const message = {
    from: userId.replace(/\D/g, ''),
    from_user_id: userId,
    id: `wamid.${newId()}`,
    timestamp: String(seconds(at)),
    ...said,
  };
  const contacts = [{ profile: { name }, wa_id: message.from, user_id: userId }];
  const value = { metadata: { phone_number_id: PHONE }, contacts, messages: [message] };
  return {
    object: 'whatsapp_business_account',
    entry: [{ id: '1', changes: [{ field: 'messages', value }] }],
  };
};

const ORDER = {
  type: 'order',
  order: {
    text: 'Vai varat abus iepakot kā dāvanu?',
    product_items: [
      { product_retailer_id: 'OZOLO-CUP-58', quantity: 2 },
      { product_retailer_id: 'BEANS-RIVER-1KG', quantity: 1 },
    ],
  },
};

const underPicture = (id: string, username: string, text: string) => (at: Date) => {
  const value = { id, text, from: { id: `ig-${id}`, username }, media: { id: '17900000000000001' } };
  const changes = [{ field: 'comments', value }];
  return { object: 'instagram', entry: [{ id: INSTAGRAM, time: at.getTime(), changes }] };
};

const telegram =
  (
    id: number,
    person: Readonly<{ first_name: string; last_name: string; username: string; language_code: string }>,
    text: string,
  ) =>
  (at: Date) => {
    const message = {
      message_id: 11,
      from: { id, is_bot: false, ...person },
      chat: { id, type: 'private' },
      date: seconds(at),
      text,
    };
    return { update_id: id, message };
  };

const comment = (id: string, name: string, message: string) => (at: Date) => {
  const post = `${PAGE}_77`;
  const value = {
    item: 'comment',
    verb: 'add',
    comment_id: `${post}_${id}`,
    post_id: post,
    parent_id: post,
    from: { id: `fb-${id}`, name },
    message,
    created_time: seconds(at),
    post: { permalink_url: 'https://www.facebook.com/' },
  };
  return { object: 'page', entry: [{ id: PAGE, changes: [{ field: 'feed', value }] }] };
};

const STORIES: readonly Story[] = [
  {
    hoursAgo: 31,
    kind: 'whatsapp',
    brought: whatsapp(
      'HU.36301112233',
      'Balogh Réka',
      'Jó napot! Megérkezett a kávéfőző, de hiányzik belőle a mérőkanál. Hogyan kaphatok egyet?',
    ),
    answer: { by: 'zsofia', html: '<p>Jó napot, Réka! Elnézést kérünk, még ma postázunk egyet.</p>' },
  },
  {
    hoursAgo: 2,
    kind: 'whatsapp',
    brought: whatsapp(
      'LV.37126112233',
      'Ilze Kalniņa',
      'Labdien! Vai man pasūtītais River aparāts jau ir izsūtīts? Gribētu to saņemt līdz piektdienai.',
    ),
  },
  { hoursAgo: 1, kind: 'whatsapp', brought: whatsapp('LV.37129445566', 'Marta Bērziņa', ORDER) },
  {
    hoursAgo: 7,
    kind: 'instagram',
    brought: underPicture('9101', 'kata.kavezik', 'Ez a bögre mikor lesz újra kapható? @ozolo.coffee'),
  },
  {
    hoursAgo: 5,
    kind: 'telegram',
    brought: telegram(
      880001,
      { first_name: 'Toms', last_name: 'Liepa', username: 'toms_liepa', language_code: 'lv' },
      'Sveiki! Aparāts rāda kļūdu E4 un vairs nesilda ūdeni. Ko darīt?',
    ),
    answer: {
      by: 'janis',
      html: '<p>Sveiki, Tom! E4 nozīmē kaļķakmeni. Vai atkaļķošanas programma palaižas?</p>',
    },
  },
  {
    hoursAgo: 3,
    kind: 'facebook',
    brought: comment(
      '9001',
      'Hannah Reed',
      'Lovely colours! Does the red one fit the 58 mm portafilter as well?',
    ),
  },
  {
    hoursAgo: 26,
    kind: 'api',
    brought: inApp(
      'm-5101',
      { id: 'u-20417', name: 'Oliver Hart', language: 'en' },
      'The app shows my subscription as paused, but I was charged for November. Can you check? Order 10442, app version 4.2 on Android.',
    ),
    answer: {
      by: 'emma',
      html: '<p>Hello Oliver, you are right: the pause began a day after the charge. We have refunded November; it takes three working days.</p>',
    },
  },
  {
    hoursAgo: 25,
    kind: 'api',
    brought: inApp(
      'm-5102',
      { id: 'u-20417', name: 'Oliver Hart', language: 'en' },
      'Thank you, that was quick! Will the pause hold until January, or do I have to set it again?',
    ),
  },
  {
    hoursAgo: 4,
    kind: 'api',
    brought: inApp(
      'm-5117',
      { id: 'u-20988', name: 'Szalai Nóra', language: 'hu' },
      'Szia! Az alkalmazás a fizetésnél mindig kilép, pedig a kártyám jó. iPhone 14, 4.2.1-es verzió. Tudtok segíteni?',
    ),
  },
];

/** Messages from where customers are: two numbers on WhatsApp, a bot, and a comment that everybody can read. */
export async function buildSocial(db: Db, cast: Cast, now: Date): Promise<void> {
  const accounts = new Map<string, string>();
  const owner = agentAt(db, cast, { by: 'zsofia', at: now });
  for (const account of ACCOUNTS) {
    const saved = await saveAccount(owner, { ...account, teamId: null, enabled: true });
    if (!saved.ok) throw new Error(`the demo cannot connect ${account.kind}: ${saved.error.code}`);
    accounts.set(account.kind, saved.value.accountId);
  }
  await db.channelAccount.updateMany({
    where: { workspaceId: cast.workspaceId, id: { in: [...accounts.values()] } },
    data: { health: 'healthy', healthAt: now },
  });
  for (const story of STORIES) {
    const at = new Date(now.getTime() - story.hoursAgo * HOUR);
    await tell(db, cast, { story, at, channelAccountId: accounts.get(story.kind) ?? '' });
  }
}

type Told = Readonly<{ story: Story; at: Date; channelAccountId: string }>;

async function tell(db: Db, cast: Cast, { story, at, channelAccountId }: Told): Promise<void> {
  const { workspaceId } = cast;
  const world = { db, newId, now: () => at };
  const bytes = Buffer.from(JSON.stringify(story.brought(at)));
  const arrival = { workspaceId, channelAccountId, key: newId(), source: 'http' as const, bytes };
  const rawInboundId = await storeArrival(world, arrival);
  if (rawInboundId) await takeInBatch(world, [{ workspaceId, rawInboundId }]);
  const raw = await db.rawInbound.findFirst({
    where: { workspaceId, id: rawInboundId ?? '' },
    select: { ticketId: true },
  });
  if (!raw?.ticketId) return;
  const { ticketId } = raw;
  await nothingLeaves(db, { workspaceId, ticketId, at });
  if (!story.answer) return;
  const later = new Date(at.getTime() + HOUR / 3);
  const agent = agentAt(db, cast, { by: story.answer.by, at: later });
  const reply = replyInput.parse({ ticketId, html: story.answer.html, submitAs: 'pending' });
  const replied = await replyToTicket(agent, reply);
  if (!replied.ok) throw new Error(`the demo cannot answer: ${replied.error.code}`);
  await nothingLeaves(db, { workspaceId, ticketId, at: later });
}

type Answered = Readonly<{ workspaceId: string; ticketId: string; at: Date }>;

/** What the demo says to its customers has been read long ago: behind its accounts there is nobody to send it to. */
async function nothingLeaves(db: Db, { workspaceId, ticketId, at }: Answered): Promise<void> {
  const queued = await db.message.findMany({
    where: { workspaceId, ticketId, direction: 'outbound', delivery: 'queued' },
    select: { id: true },
  });
  const ids = queued.map(({ id }) => id);
  await db.outgoingMail.updateMany({
    where: { workspaceId, messageId: { in: ids } },
    data: { state: 'sent', sentAt: at },
  });
  await db.message.updateMany({
    where: { workspaceId, id: { in: ids } },
    data: { delivery: 'read', sentAt: at },
  });
}

function agentAt(db: Db, cast: Cast, { by, at }: Readonly<{ by: string; at: Date }>): StaffContext {
  const user = cast.users.get(by);
  if (!user) throw new Error(`nobody plays ${by}`);
  const actor: StaffActor = { kind: 'user', ...user, role: 'owner', scope: 'all', teamIds: [] };
  return { workspaceId: cast.workspaceId, actor, db, now: () => at, newId };
}
