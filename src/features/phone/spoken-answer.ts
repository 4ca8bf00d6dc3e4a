import type { Desk, SpokenTexts } from '@/channels/phone/provider';
import { translator } from '@/i18n/translator';
import type { SystemContext } from '@/server/context';
import type { PhoneAccount } from './phone-account';
import { staffed } from './settings';
import { SPOKEN_KINDS } from './spoken-kinds';

/** What an answer to a caller may depend on. */
export const deskOf = (ctx: SystemContext, account: PhoneAccount, isRepeated: boolean): Desk => ({
  words: () => wordsOf(ctx, account.config.locale),
  isOpen: async () => (await staffed(ctx.db, ctx)).at(ctx.now()),
  isBlocked: (callId) => isBlocked(ctx, account, callId),
  isRepeated,
});

async function isBlocked({ db, workspaceId }: SystemContext, { id }: PhoneAccount, providerCallId: string) {
  const call = await db.callLog.findFirst({
    where: { workspaceId, channelAccountId: id, providerCallId },
    select: { blockedWhy: true, agentId: true },
  });
  return call?.blockedWhy != null && call.agentId === null;
}

async function wordsOf({ workspaceId, db }: SystemContext, locale: 'en' | 'hu' | 'lv'): Promise<SpokenTexts> {
  const rows = await db.phoneText.findMany({
    where: { workspaceId, locale },
    select: { kind: true, body: true },
  });
  const workspace = await db.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { name: true },
  });
  const t = await translator(locale, 'phone');
  const own = new Map(rows.map(({ kind, body }) => [kind, body]));
  return Object.fromEntries(
    SPOKEN_KINDS.map((kind) => [kind, own.get(kind) || t(`spoken.${kind}`, { workspace: workspace.name })]),
  ) as SpokenTexts;
}
