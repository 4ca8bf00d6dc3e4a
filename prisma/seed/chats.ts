import type { ChatLanguage } from '@/domain/chat/protocol';
import { newChatSettings } from '@/domain/chat/settings';
import type { StaffActor } from '@/domain/permission/actor';
import { chatAccountOf } from '@/features/chat/account';
import { chatAccountInput } from '@/features/chat/commands/account-input';
import { endChatSession } from '@/features/chat/commands/end-chat';
import { saveChatAccount } from '@/features/chat/commands/save-chat-account';
import { sayAsAgent } from '@/features/chat/commands/say-as-agent';
import { visitorMessage } from '@/features/chat/commands/say-as-visitor';
import { startChat } from '@/features/chat/commands/start-chat';
import { type VisitorContext, visitorOf } from '@/features/chat/visitor';
import { changeTicket } from '@/features/tickets/commands/update-ticket';
import type { StaffContext } from '@/server/context';
import type { Db } from '@/server/db/client';
import { newId } from '@/server/ids';
import type { Cast } from './build-demo';

/** Who says it, how many seconds after what was said before, and what. */
type Word = readonly [who: 'visitor' | 'agent', seconds: number, text: string];

type Chat = Readonly<{
  hoursAgo: number;
  language: ChatLanguage;
  name: string;
  email?: string;
  page: string;
  agent: string;
  words: readonly Word[];
  /** Left open: the visitor waits as long as the demo is looked at. */
  waits?: boolean;
}>;

const CHATS: readonly Chat[] = [
  {
    hoursAgo: 50,
    language: 'lv',
    name: 'Elīna Krūmiņa',
    email: 'elina.krumina@pasts.test',
    page: '/demo-shop',
    agent: 'janis',
    words: [
      ['visitor', 0, 'Labdien! Vai River aparātam var nopirkt atsevišķu piena putotāju?'],
      ['agent', 35, 'Labdien, Elīna! Jā, tas maksā 49 € un ir noliktavā.'],
      ['visitor', 50, 'Lieliski. Vai var saņemt veikalā jau šodien?'],
      ['agent', 40, 'Var, veikals Brīvības ielā ir atvērts līdz 19.00. Atlikšu vienu Jums.'],
      ['visitor', 30, 'Paldies, tiešām ātri!'],
    ],
  },
  {
    hoursAgo: 26,
    language: 'hu',
    name: 'Varga Dániel',
    email: 'varga.daniel@level.test',
    page: '/demo-shop/cart',
    agent: 'zsofia',
    words: [
      ['visitor', 0, 'Jó napot! A kosárban nem fogadja el a kuponomat.'],
      ['agent', 48, 'Jó napot, Dániel! Melyik kódot írta be?'],
      ['visitor', 25, 'OSZ2026'],
      [
        'agent',
        70,
        'Köszönöm. Ez a kód csak 50 000 Ft felett érvényes, az Ön kosara 46 900 Ft. Egy csomag kávéval már működik.',
      ],
      ['visitor', 45, 'Értem, így már jó. Köszönöm!'],
    ],
  },
  {
    hoursAgo: 4,
    language: 'en',
    name: 'Oliver Grant',
    email: 'oliver.grant@letters.test',
    page: '/demo-shop',
    agent: 'emma',
    words: [
      ['visitor', 0, 'Hi, is the Forest loud? I would use it next to a bedroom.'],
      [
        'agent',
        22,
        'Hi Oliver! It has 58 dB while grinding, about as loud as talking. Brewing is much quieter.',
      ],
      ['visitor', 40, 'That works for me. How long does delivery to Tartu take?'],
      ['agent', 30, 'Two working days. If you order before 14:00, it leaves today.'],
      ['visitor', 35, 'Perfect, ordering now.'],
    ],
  },
  {
    hoursAgo: 0.05,
    language: 'en',
    name: 'Sofia Lind',
    page: '/demo-shop/cart',
    agent: 'emma',
    words: [
      ['visitor', 0, 'Hello! My card was refused, but my bank says that everything is fine.'],
      ['visitor', 40, 'Can I pay by invoice instead?'],
    ],
    waits: true,
  },
];

const A_DAY = 86_400_000;

/** The chat of the demo's shop, with what was said in it lately and somebody who waits. */
export async function buildChats(db: Db, cast: Cast, now: Date): Promise<void> {
  const owner = staffContext(db, cast, 'eszter', () => now);
  const saved = await saveChatAccount(owner, accountInput());
  if (!saved.ok) throw new Error(saved.error.code);
  const { publicKey } = await db.chatAccount.findUniqueOrThrow({
    where: {
      workspaceId_channelAccountId: {
        workspaceId: cast.workspaceId,
        channelAccountId: saved.value.accountId,
      },
    },
  });
  const account = await chatAccountOf(db, publicKey);
  if (!account) throw new Error('the demo has no chat');
  const actor = { kind: 'system', id: 'intake', name: 'intake' } as const;
  const ctx = { workspaceId: cast.workspaceId, db, newId, actor, account };
  for (const chat of CHATS) await tellChat({ ...ctx, now: () => now }, cast, chat);
}

const accountInput = () => {
  const settings = newChatSettings('en');
  const text = {
    en: 'Not sure which machine fits? Ask us, we have tried them all.',
    hu: 'Nem biztos benne, melyik gép illik Önhöz? Kérdezzen, mindet kipróbáltuk.',
    lv: 'Neesat drošs, kurš aparāts Jums der? Jautājiet, esam izmēģinājuši visus.',
  };
  const rule = {
    id: 'which-machine',
    text,
    pages: ['/demo-shop'],
    afterSeconds: 45,
    minVisits: 1,
    languages: [],
  };
  const often = { onlyWhenOpen: true, maxTimes: 1, withinDays: 7 };
  const greeting = {
    en: 'Good coffee begins with a good question.',
    hu: 'A jó kávé egy jó kérdéssel kezdődik.',
    lv: 'Laba kafija sākas ar labu jautājumu.',
  };
  return chatAccountInput.parse({
    accountId: null,
    name: 'Shop chat',
    teamId: null,
    enabled: true,
    allowedOrigins: [],
    calendarId: null,
    verifiedOnly: false,
    warnMinutes: 10,
    endMinutes: 15,
    settings: {
      ...settings,
      texts: { ...settings.texts, greeting },
      proactive: [{ ...rule, ...often }],
    },
  });
};

function staffContext(db: Db, cast: Cast, ...[key, now]: [string, () => Date]): StaffContext {
  const user = cast.users.get(key);
  if (!user) throw new Error(`nobody plays ${key}`);
  const actor: StaffActor = {
    kind: 'user',
    ...user,
    role: key === 'eszter' ? 'owner' : 'agent',
    scope: 'all',
    teamIds: [],
  };
  return { workspaceId: cast.workspaceId, actor, db, now, newId };
}

async function tellChat(ctx: VisitorContext, cast: Cast, chat: Chat): Promise<void> {
  const clock = { at: new Date(ctx.now().getTime() - chat.hoursAgo * 3_600_000) };
  const then: VisitorContext = { ...ctx, now: () => clock.at };
  const agent = staffContext(ctx.db, cast, chat.agent, then.now);
  const [first, ...rest] = chat.words;
  const begun = await startChat(then, {
    clientId: newId(),
    language: chat.language,
    timeZone: 'Europe/Riga',
    page: { url: `http://localhost:3000${chat.page}`, title: 'Ozolo Coffee', referrer: '' },
    name: chat.name,
    ...(chat.email && { email: chat.email }),
    message: { clientId: newId(), text: first?.[2] ?? '', attachmentIds: [] },
    userAgent: '',
    bearer: null,
  });
  if (!begun.ok) throw new Error(begun.error.code);
  const { token, sessionId } = begun.value;
  for (const [who, seconds, text] of rest) {
    clock.at = new Date(clock.at.getTime() + seconds * 1000);
    const visitor = await visitorOf(ctx.db, then, token);
    const message = { clientId: newId(), text, attachmentIds: [] };
    if (who === 'agent') await sayAsAgent(agent, { sessionId, ...message });
    else if (visitor) await visitorMessage(then, { visitor, message });
  }
  if (chat.waits) return stay(ctx, sessionId);
  await endChatSession(then, { sessionId, by: 'visitor' });
  await solve(agent, sessionId);
}

/** Nobody closes this window while the demo is looked at. */
async function stay({ db, workspaceId, now }: VisitorContext, id: string): Promise<void> {
  const visitorSeenAt = new Date(now().getTime() + A_DAY);
  await db.chatSession.updateMany({ where: { workspaceId, id }, data: { visitorSeenAt } });
}

async function solve(ctx: StaffContext, id: string): Promise<void> {
  const { workspaceId, db } = ctx;
  const chat = await db.chatSession.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id } },
    select: { ticketId: true },
  });
  if (chat.ticketId) await changeTicket(ctx, { ticketId: chat.ticketId, status: 'solved' });
}
