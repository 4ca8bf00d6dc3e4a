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
import {
  answeredThere,
  comment,
  INSTAGRAM,
  inApp,
  ORDER,
  PAGE,
  PHONE,
  telegram,
  underPicture,
  whatsapp,
} from './social-events';

const HOUR = 3_600_000;
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

type Story = Readonly<{
  hoursAgo: number;
  kind: AccountInput['kind'];
  /** What the vendor brought, at that instant. */
  brought: (at: Date) => unknown;
  answer?: Readonly<{ by: string; html: string }>;
  /** What the vendor brought later, when there was an answer of this id. */
  afterwards?: (at: Date, answerId: string) => unknown;
}>;

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
    afterwards: (at, answerId) =>
      whatsapp('HU.36301112233', 'Balogh Réka', {
        type: 'reaction',
        reaction: { message_id: answerId, emoji: '❤️' },
      })(at),
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
    afterwards: answeredThere('9102', '9101', 'Kedves Kata, jövő kedden érkezik belőle! ☕'),
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

async function tell(db: Db, cast: Cast, told: Told): Promise<void> {
  const { workspaceId } = cast;
  const { story, at } = told;
  const ticketId = await bring(db, cast, { ...told, event: story.brought(at) });
  if (!ticketId) return;
  await nothingLeaves(db, { workspaceId, ticketId, at });
  const later = new Date(at.getTime() + HOUR / 3);
  const answerId = story.answer ? await answer(db, cast, { ticketId, answer: story.answer, at: later }) : '';
  if (!story.afterwards) return;
  const after = new Date(at.getTime() + HOUR / 2);
  await bring(db, cast, { ...told, at: after, event: story.afterwards(after, answerId) });
}

type Brought = Readonly<{ event: unknown; at: Date; channelAccountId: string }>;

/** Takes a vendor's call in; gives the ticket on which it ended, if on any. */
async function bring(
  db: Db,
  { workspaceId }: Cast,
  { event, at, channelAccountId }: Brought,
): Promise<string | null> {
  const world = { db, newId, now: () => at };
  const bytes = Buffer.from(JSON.stringify(event));
  const arrival = { workspaceId, channelAccountId, key: newId(), source: 'http' as const, bytes };
  const rawInboundId = await storeArrival(world, arrival);
  if (rawInboundId) await takeInBatch(world, [{ workspaceId, rawInboundId }]);
  const raw = await db.rawInbound.findFirst({
    where: { workspaceId, id: rawInboundId ?? '' },
    select: { ticketId: true },
  });
  return raw?.ticketId ?? null;
}

type Said = Readonly<{ ticketId: string; answer: NonNullable<Story['answer']>; at: Date }>;

/** Gives the vendor's id of the answer. */
async function answer(db: Db, cast: Cast, { ticketId, answer: said, at }: Said): Promise<string> {
  const { workspaceId } = cast;
  const agent = agentAt(db, cast, { by: said.by, at });
  const reply = replyInput.parse({ ticketId, html: said.html, submitAs: 'pending' });
  const replied = await replyToTicket(agent, reply);
  if (!replied.ok) throw new Error(`the demo cannot answer: ${replied.error.code}`);
  await nothingLeaves(db, { workspaceId, ticketId, at });
  const last = await db.message.findFirstOrThrow({
    where: { workspaceId, ticketId, direction: 'outbound', authorKind: 'user' },
    orderBy: { createdAt: 'desc' },
    select: { id: true },
  });
  const messageId = `demo.${last.id}`;
  await db.message.updateMany({ where: { workspaceId, id: last.id }, data: { messageId } });
  return messageId;
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
