import type { StartChat } from '@/domain/chat/protocol';
import { newChatSettings } from '@/domain/chat/settings';
import { chatAccountOf, forgetChatAccounts } from '@/features/chat/account';
import { visitorMessage } from '@/features/chat/commands/say-as-visitor';
import { startChat } from '@/features/chat/commands/start-chat';
import { chatEntries } from '@/features/chat/entries';
import { withNewSecret } from '@/features/chat/identity-secrets';
import { type VisitorContext, visitorOf } from '@/features/chat/visitor';
import { newSecret } from '@/server/crypto/keys';
import { newWorld } from '../../support/world';

type Account = Partial<{
  teamId: string;
  verifiedOnly: boolean;
  calendarId: string;
  allowedOrigins: string[];
}>;

/** A workspace with a chat account, and what a visitor of it does. */
export async function newChatWorld({ teamId, ...over }: Account = {}) {
  const world = await newWorld({ at: new Date().toISOString() });
  const { db, workspaceId, newId } = { ...world, newId: world.system().newId };
  const id = newId();
  const publicKey = `pub_${newSecret()}`;
  await db.channelAccount.create({
    data: { workspaceId, id, name: 'Shop chat', channel: 'chat', teamId: teamId ?? null },
  });
  await db.chatAccount.create({
    data: {
      workspaceId,
      channelAccountId: id,
      publicKey,
      settings: newChatSettings('en'),
      sealedSecrets: withNewSecret(null),
      updatedAt: world.now(),
      ...over,
    },
  });
  const context = async (): Promise<VisitorContext> => {
    forgetChatAccounts();
    const account = await chatAccountOf(db, publicKey);
    if (!account) throw new Error('no chat account');
    return { ...world.system(), account };
  };
  const begin = async (asked: Partial<StartChat> = {}, bearer: string | null = null) =>
    startChat(await context(), { ...opening(newId()), ...asked, userAgent: 'test', bearer });

  return {
    ...world,
    chat: { id, publicKey },
    newId,
    context,
    begin,
    /** A chat that has begun with these words. */
    chatting: async (text = 'Where is my order?', asked: Partial<StartChat> = {}) => {
      const message = { clientId: newId(), text, attachmentIds: [] };
      const begun = await begin({ name: 'Anna', message, ...asked });
      if (!begun.ok) throw new Error(begun.error.code);
      return begun.value;
    },
    say: async (token: string, text: string, clientId = newId(), attachmentIds: string[] = []) => {
      const ctx = await context();
      const visitor = await visitorOf(db, ctx, token);
      if (!visitor) throw new Error('no such visitor');
      return visitorMessage(ctx, { visitor, message: { clientId, text, attachmentIds } });
    },
    entries: async (sessionId: string, after = 0) =>
      chatEntries(db, { workspaceId }, { sessionId, after, limit: 500 }, (file) => file),
    session: (sessionId: string) =>
      db.chatSession.findUniqueOrThrow({
        where: { workspaceId_id: { workspaceId, id: sessionId } },
        include: {
          ticket: { include: { messages: { orderBy: { createdAt: 'asc' } }, requester: true } },
          visitor: true,
        },
      }),
  };
}

const opening = (clientId: string): StartChat => ({
  clientId,
  language: 'en',
  timeZone: 'Europe/Riga',
  page: { url: 'https://shop.test/cart', title: 'Cart', referrer: '' },
});
