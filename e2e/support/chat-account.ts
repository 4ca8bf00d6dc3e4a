import { newChatSettings } from '@/domain/chat/settings';
import { chatAccountInput } from '@/features/chat/commands/account-input';
import { saveChatAccount } from '@/features/chat/commands/save-chat-account';
import type { StaffContext } from '@/server/context';

/** A chat account of this admin's workspace; gives its id and its public key. */
export async function chatAccount(admin: StaffContext, over: Readonly<{ teamId?: string }> = {}) {
  const saved = await saveChatAccount(
    admin,
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
    }),
  );
  if (!saved.ok) throw new Error(saved.error.code);
  const { publicKey } = await admin.db.chatAccount.findUniqueOrThrow({
    where: {
      workspaceId_channelAccountId: {
        workspaceId: admin.workspaceId,
        channelAccountId: saved.value.accountId,
      },
    },
  });
  return { id: saved.value.accountId, publicKey };
}
