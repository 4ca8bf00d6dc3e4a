import { newChatSettings } from '@/domain/chat/settings';
import { chatAccountOf } from '@/features/chat/account';
import { chatAccountInput } from '@/features/chat/commands/account-input';
import { saveChatAccount } from '@/features/chat/commands/save-chat-account';
import { startChat } from '@/features/chat/commands/start-chat';
import type { StaffContext } from '@/server/context';

/** What a form of a chat account sends. */
export const accountInput = (over: object = {}) =>
  chatAccountInput.parse({
    accountId: null,
    name: 'Shop chat',
    teamId: null,
    enabled: true,
    allowedOrigins: [],
    calendarId: null,
    verifiedOnly: false,
    warnMinutes: 10,
    endMinutes: 15,
    settings: newChatSettings('en'),
    ...over,
  });

/** Makes a chat account in this admin's workspace, with a chat that somebody has begun. */
export async function chatIn(admin: StaffContext, { name = 'Shop chat', said = 'Hello' } = {}) {
  const saved = await saveChatAccount(admin, accountInput({ name }));
  if (!saved.ok) throw new Error(saved.error.code);
  const { workspaceId, db, now, newId } = admin;
  const { accountId } = saved.value;
  const { publicKey } = await db.chatAccount.findUniqueOrThrow({
    where: { workspaceId_channelAccountId: { workspaceId, channelAccountId: accountId } },
  });
  const account = await chatAccountOf(db, publicKey);
  if (!account) throw new Error('no chat account');
  const actor = { kind: 'system', id: 'intake', name: 'intake' } as const;
  const begun = await startChat(
    { workspaceId, db, now, newId, actor, account },
    {
      clientId: newId(),
      language: 'en',
      timeZone: 'Europe/Riga',
      page: { url: 'https://shop.test/', title: 'Shop', referrer: '' },
      name,
      message: { clientId: newId(), text: said, attachmentIds: [] },
      userAgent: '',
      bearer: null,
    },
  );
  if (!begun.ok) throw new Error(begun.error.code);
  return { chatAccountId: accountId, chatId: begun.value.sessionId };
}
