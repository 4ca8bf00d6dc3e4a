import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { forgetChatAccounts } from '@/features/chat/account';
import type { ChatAccountInput } from '@/features/chat/commands/account-input';
import { withNewSecret } from '@/features/chat/identity-secrets';
import type { StaffContext } from '@/server/context';
import { newSecret } from '@/server/crypto/keys';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Saved = Readonly<{ accountId: string }>;
type Hindrance = 'forbidden' | 'not_found' | 'name.taken';

/** Makes a chat account, or changes one. A new one gets its public key and its first secret. */
export async function saveChatAccount(
  ctx: StaffContext,
  input: ChatAccountInput,
): Promise<Result<Saved, Readonly<{ code: Hindrance }>>> {
  const saved = await transaction(ctx, async (tx) => {
    const hindrance = await hindranceOf(tx, ctx, input);
    if (hindrance) return fail({ code: hindrance });
    const accountId = await write(tx, ctx, input);
    await recordAudit(tx, ctx, {
      action: input.accountId ? 'channel.changed' : 'channel.created',
      target: input.name,
      data: { channel: 'chat', enabled: input.enabled },
    });
    return ok({ accountId });
  });
  forgetChatAccounts();
  return saved;
}

async function hindranceOf(tx: Tx, ctx: StaffContext, input: ChatAccountInput): Promise<Hindrance | null> {
  if (!may(ctx.actor, 'channel.manage')) return 'forbidden';
  if (!(await isAllHere(tx, ctx, input))) return 'not_found';
  const { accountId, name } = input;
  const others = accountId ? { id: { not: accountId } } : {};
  const same = await tx.channelAccount.count({ where: { workspaceId: ctx.workspaceId, name, ...others } });
  return same > 0 ? 'name.taken' : null;
}

/** Account, team and calendar, as far as they are named, are of this workspace. */
async function isAllHere(
  tx: Tx,
  { workspaceId }: StaffContext,
  { accountId, teamId, calendarId }: ChatAccountInput,
): Promise<boolean> {
  const counts = await Promise.all([
    accountId === null || tx.chatAccount.count({ where: { workspaceId, channelAccountId: accountId } }),
    teamId === null || tx.team.count({ where: { workspaceId, id: teamId } }),
    calendarId === null || tx.businessCalendar.count({ where: { workspaceId, id: calendarId } }),
  ]);
  return counts.every(Boolean);
}

async function write(tx: Tx, ctx: StaffContext, input: ChatAccountInput): Promise<string> {
  const { workspaceId } = ctx;
  const { accountId, name, teamId, enabled, ...chat } = input;
  const data = { ...chat, settings: { ...chat.settings }, updatedAt: ctx.now() };
  if (accountId) {
    await tx.channelAccount.updateMany({
      where: { workspaceId, id: accountId },
      data: { name, teamId, enabled },
    });
    await tx.chatAccount.updateMany({ where: { workspaceId, channelAccountId: accountId }, data });
    return accountId;
  }
  const id = ctx.newId();
  await tx.channelAccount.createMany({ data: [{ workspaceId, id, channel: 'chat', name, teamId, enabled }] });
  await tx.chatAccount.createMany({
    data: [
      {
        ...data,
        workspaceId,
        channelAccountId: id,
        publicKey: `pub_${newSecret()}`,
        sealedSecrets: withNewSecret(null),
      },
    ],
  });
  return id;
}
