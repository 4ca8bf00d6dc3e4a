import type { MailboxConfig } from '@/channels/email/config';
import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { MailboxInput } from '@/features/channels/inputs';
import { configOf } from '@/features/channels/kept-secrets';
import { openConfig, sealConfig } from '@/features/channels/mailbox-config';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Saved = Readonly<{ channelId: string }>;
type Refused =
  | Readonly<{ code: 'not_found' | 'forbidden' | 'name.taken' | 'address.taken' }>
  | Readonly<{ code: 'input.invalid'; fields: Readonly<Record<string, readonly string[]>> }>;

/** Connects a mailbox, or changes one. Secrets are sealed; those that were not typed again stay as they are. */
export function saveMailbox(ctx: StaffContext, input: MailboxInput): Promise<Result<Saved, Refused>> {
  return transaction(ctx, async (tx) => {
    const stored = input.channelId ? await findMailbox(tx, ctx, input.channelId) : null;
    const hindrance = await hindranceOf(tx, ctx, { input, isThere: stored !== null });
    if (hindrance) return fail({ code: hindrance });
    const config = configOf(input, stored && openConfig(stored.sealedConfig));
    return config.ok ? ok(await write(tx, ctx, { input, config: config.value })) : config;
  });
}

type Writing = Readonly<{ input: MailboxInput; config: MailboxConfig }>;

async function write(tx: Tx, ctx: StaffContext, { input, config }: Writing): Promise<Saved> {
  const { workspaceId } = ctx;
  const { name, address, teamId, enabled } = input;
  const data = { name, address, teamId, enabled, sealedConfig: sealConfig(config) };
  const id = input.channelId ?? ctx.newId();
  if (input.channelId) await tx.channelAccount.updateMany({ where: { workspaceId, id }, data });
  else await tx.channelAccount.createMany({ data: [{ ...data, workspaceId, id, channel: 'email' }] });
  await recordAudit(tx, ctx, {
    action: input.channelId ? 'channel.changed' : 'channel.created',
    target: `${name} <${address}>`,
    data: { incoming: config.incoming.kind, outgoing: config.outgoing.kind, enabled },
  });
  return { channelId: id };
}

type Asked = Readonly<{ input: MailboxInput; isThere: boolean }>;
type Hindrance = 'forbidden' | 'not_found' | 'name.taken' | 'address.taken';

async function hindranceOf(tx: Tx, ctx: StaffContext, { input, isThere }: Asked): Promise<Hindrance | null> {
  if (!may(ctx.actor, 'channel.manage')) return 'forbidden';
  if (input.channelId && !isThere) return 'not_found';
  if (!(await teamIsHere(tx, ctx, input.teamId))) return 'not_found';
  return takenBy(tx, ctx, input);
}

const findMailbox = (tx: Tx, ctx: StaffContext, id: string) =>
  tx.channelAccount.findFirst({
    where: { workspaceId: ctx.workspaceId, id, channel: 'email' },
    select: { sealedConfig: true },
  });

async function teamIsHere(tx: Tx, ctx: StaffContext, teamId: string | null): Promise<boolean> {
  if (teamId === null) return true;
  return (await tx.team.count({ where: { workspaceId: ctx.workspaceId, id: teamId } })) === 1;
}

/** An address belongs to one mailbox of the whole installation, since our own listener routes by it. */
async function takenBy(
  tx: Tx,
  ctx: StaffContext,
  { channelId, name, address }: MailboxInput,
): Promise<'name.taken' | 'address.taken' | null> {
  const others = channelId ? { id: { not: channelId } } : {};
  const sameAddress = await tx.channelAccount.count({ where: { address, ...others } });
  if (sameAddress > 0) return 'address.taken';
  const sameName = await tx.channelAccount.count({
    where: { workspaceId: ctx.workspaceId, name, ...others },
  });
  return sameName > 0 ? 'name.taken' : null;
}
