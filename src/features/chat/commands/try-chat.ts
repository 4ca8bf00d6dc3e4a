import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { noteHealth } from '@/features/channels/commands/note-health';
import { type ChatAccountFacts, chatAccountOf } from '@/features/chat/account';
import { startChat } from '@/features/chat/commands/start-chat';
import type { VisitorContext } from '@/features/chat/visitor';
import { translator } from '@/i18n/translator';
import type { StaffContext } from '@/server/context';

type Tried = Readonly<{ ticketNumber: number }>;
type Refused = Readonly<{ code: 'not_found' | 'forbidden' | 'channel.unreachable' }>;

/** Chats as a visitor would, so that the admin sees the ticket that comes of it. */
export async function tryChat(
  ctx: StaffContext,
  { accountId }: Readonly<{ accountId: string }>,
): Promise<Result<Tried, Refused>> {
  if (!may(ctx.actor, 'channel.manage')) return fail({ code: 'forbidden' });
  const { workspaceId, db, now, newId } = ctx;
  const row = await db.chatAccount.findUnique({
    where: { workspaceId_channelAccountId: { workspaceId, channelAccountId: accountId } },
    select: { publicKey: true },
  });
  const account = row && (await chatAccountOf(db, row.publicKey));
  if (!account) return fail({ code: row ? 'channel.unreachable' : 'not_found' });
  const actor = { kind: 'system', id: 'intake', name: 'intake' } as const;
  const open: ChatAccountFacts = {
    ...account,
    verifiedOnly: false,
    settings: { ...account.settings, fields: [] },
  };
  const begun = await sayHello({ workspaceId, db, now, newId, actor, account: open }, ctx.actor.name);
  const named = { workspaceId, id: accountId };
  if (!begun.ok) {
    await noteHealth(ctx, named, { health: 'failing', detail: begun.error.code });
    return fail({ code: 'channel.unreachable' });
  }
  await noteHealth(ctx, named, { health: 'healthy', detail: '' });
  const session = await db.chatSession.findUnique({
    where: { workspaceId_id: { workspaceId, id: begun.value.sessionId } },
    select: { ticket: { select: { number: true } } },
  });
  return session?.ticket
    ? ok({ ticketNumber: session.ticket.number })
    : fail({ code: 'channel.unreachable' });
}

async function sayHello(ctx: VisitorContext, name: string) {
  const { defaultLanguage } = ctx.account.settings;
  const t = await translator(defaultLanguage, 'chatSetup');
  const message = { clientId: ctx.newId(), text: t('test.words'), attachmentIds: [] };
  return startChat(ctx, {
    clientId: ctx.newId(),
    language: defaultLanguage,
    timeZone: ctx.account.workspaceTimeZone,
    page: { url: '', title: '', referrer: '' },
    name: t('test.visitor', { name }),
    message,
    userAgent: '',
    bearer: null,
  });
}
