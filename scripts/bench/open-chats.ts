import { newChatSettings } from '@/domain/chat/settings';
import type { StaffActor } from '@/domain/permission/actor';
import { chatAccountOf } from '@/features/chat/account';
import { chatAccountInput } from '@/features/chat/commands/account-input';
import { saveChatAccount } from '@/features/chat/commands/save-chat-account';
import { startChat } from '@/features/chat/commands/start-chat';
import { takeChatSession } from '@/features/chat/commands/take-chat';
import { database } from '@/server/db/client';
import { newId } from '@/server/ids';
import type { Product } from './product';

export type OpenChat = Readonly<{ key: string; token: string; sessionId: string }>;

/** Chats that have begun and were taken, in the workspace of the running product. */
export async function openChats({ seeded }: Product, count: number): Promise<readonly OpenChat[]> {
  const { workspaceId, userId } = seeded;
  const db = database();
  const world = { workspaceId, db, now: () => new Date(), newId };
  const actor: StaffActor = {
    kind: 'user',
    id: userId,
    name: 'Bench',
    role: 'owner',
    scope: 'all',
    teamIds: [],
  };
  const staff = { ...world, actor };
  const saved = await saveChatAccount(staff, accountInput());
  if (!saved.ok) throw new Error(saved.error.code);
  const { publicKey: key } = await db.chatAccount.findFirstOrThrow({ where: { workspaceId } });
  const account = await chatAccountOf(db, key);
  if (!account) throw new Error('no chat account');
  const visitors = { ...world, actor: { kind: 'system', id: 'intake', name: 'intake' } as const, account };
  const chats: OpenChat[] = [];
  for (let index = 0; index < count; index++) {
    const begun = await startChat(visitors, opening(index));
    if (!begun.ok) throw new Error(begun.error.code);
    const taken = await takeChatSession(staff, { sessionId: begun.value.sessionId });
    if (!taken.ok) throw new Error(taken.error.code);
    chats.push({ key, ...begun.value });
  }
  await db.$disconnect();
  return chats;
}

const accountInput = () =>
  chatAccountInput.parse({
    accountId: null,
    name: 'Bench chat',
    teamId: null,
    enabled: true,
    allowedOrigins: [],
    calendarId: null,
    verifiedOnly: false,
    warnMinutes: 10,
    endMinutes: 15,
    settings: newChatSettings('en'),
  });

const opening = (index: number) => ({
  clientId: newId(),
  language: 'en' as const,
  timeZone: 'Europe/Riga',
  page: { url: 'https://shop.test/', title: 'Shop', referrer: '' },
  name: `Visitor ${index}`,
  message: { clientId: newId(), text: 'Hello', attachmentIds: [] },
  userAgent: 'bench',
  bearer: null,
});
