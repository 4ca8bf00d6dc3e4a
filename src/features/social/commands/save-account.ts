import { conversationChannel } from '@/channels/adapters';
import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { sealAccount } from '@/features/channels/commands/open-account';
import { type AccountConfig, accountConfig } from '@/features/social/account-config';
import type { AccountInput } from '@/features/social/inputs';
import { storedAccount } from '@/features/social/stored-account';
import type { StaffContext } from '@/server/context';
import { hashOf, newSecret } from '@/server/crypto/keys';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Saved = Readonly<{ accountId: string }>;
type Refused =
  | Readonly<{ code: 'not_found' | 'forbidden' | 'name.taken' | 'address.taken' }>
  | Readonly<{ code: 'input.invalid'; fields: Readonly<Record<string, readonly string[]>> }>;

/** Connects an account of a messaging or social channel, or changes one. Secrets are sealed and never shown again. */
export function saveAccount(ctx: StaffContext, input: AccountInput): Promise<Result<Saved, Refused>> {
  return transaction(ctx, async (tx) => {
    const adapter = conversationChannel(input.kind);
    const stored = input.accountId ? await findAccount(tx, ctx, input) : null;
    const hindrance = await hindranceOf(tx, ctx, { input, isThere: stored !== null });
    if (hindrance || !adapter) return fail({ code: hindrance ?? 'not_found' });
    const config = accountConfig({
      adapter,
      values: input.values,
      stored: storedOf(stored),
      newSecret,
    });
    if (!config.ok) return config;
    const taken = await takenBy(tx, ctx, input, config.value);
    return taken ? fail({ code: taken }) : ok(await write(tx, ctx, input, config.value));
  });
}

type Asked = Readonly<{ input: AccountInput; isThere: boolean }>;

async function hindranceOf(
  tx: Tx,
  ctx: StaffContext,
  { input, isThere }: Asked,
): Promise<'forbidden' | 'not_found' | null> {
  if (!may(ctx.actor, 'channel.manage')) return 'forbidden';
  if (input.accountId && !isThere) return 'not_found';
  return (await teamIsHere(tx, ctx, input.teamId)) ? null : 'not_found';
}

const storedOf = (row: Readonly<{ sealedConfig: string | null }> | null) =>
  storedAccount(row?.sealedConfig ?? null);

const findAccount = (tx: Tx, { workspaceId }: StaffContext, { accountId, kind }: AccountInput) =>
  tx.channelAccount.findFirst({
    where: { workspaceId, id: accountId ?? '', channel: kind },
    select: { sealedConfig: true },
  });

async function teamIsHere(tx: Tx, { workspaceId }: StaffContext, teamId: string | null): Promise<boolean> {
  return teamId === null || (await tx.team.count({ where: { workspaceId, id: teamId } })) === 1;
}

/** An account at the vendor belongs to one channel of the workspace, else its messages would come twice. */
async function takenBy(
  tx: Tx,
  { workspaceId }: StaffContext,
  ...[{ accountId, kind, name }, { externalId }]: [AccountInput, AccountConfig]
): Promise<'name.taken' | 'address.taken' | null> {
  const others = accountId ? { id: { not: accountId } } : {};
  if ((await tx.channelAccount.count({ where: { workspaceId, name, ...others } })) > 0) return 'name.taken';
  if (externalId === null) return null;
  const same = await tx.channelAccount.count({
    where: { workspaceId, channel: kind, externalId, ...others },
  });
  return same > 0 ? 'address.taken' : null;
}

async function write(
  tx: Tx,
  ctx: StaffContext,
  ...[input, { sealed, externalId, key }]: [AccountInput, AccountConfig]
): Promise<Saved> {
  const { workspaceId } = ctx;
  const { kind, name, teamId, enabled } = input;
  const accountId = input.accountId ?? ctx.newId();
  const data = {
    name,
    teamId,
    enabled,
    externalId,
    sealedConfig: sealAccount(sealed),
    inboundKeyHash: hashOf(key),
    pollAt: ctx.now(),
    pollFailures: 0,
  };
  if (input.accountId) await tx.channelAccount.updateMany({ where: { workspaceId, id: accountId }, data });
  else await tx.channelAccount.createMany({ data: [{ ...data, workspaceId, id: accountId, channel: kind }] });
  await recordAudit(tx, ctx, {
    action: input.accountId ? 'channel.changed' : 'channel.created',
    target: name,
    data: { channel: kind, enabled },
  });
  return { accountId };
}
