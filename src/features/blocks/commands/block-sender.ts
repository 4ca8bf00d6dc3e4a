import { phoneNumber } from '@/channels/lib/phone-number';
import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { BlockSenderInput } from '@/features/blocks/commands/block-fields';
import { homeCountry } from '@/features/phone/commands/home-country';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

type Refused = Readonly<{ code: 'not_found' | 'name.taken' | 'phone.number_invalid' }>;

/**
 * Holds back, on every channel, what comes from an address, a domain, a number or somebody at a vendor from now on. It is
 * kept, and an administrator can let it in.
 */
export function blockSender(
  ctx: StaffContext,
  input: BlockSenderInput,
): Promise<Result<Readonly<{ blockedSenderId: string }>, Refused>> {
  return transaction(ctx, async (tx) => {
    const { workspaceId } = ctx;
    if (!may(ctx.actor, 'customer.block')) return fail({ code: 'not_found' });
    const { kind } = input;
    const value = kind === 'phone' ? await numberOf(ctx, input.value) : input.value;
    if (value === null) return fail({ code: 'phone.number_invalid' });
    if ((await tx.blockedSender.count({ where: { workspaceId, kind, value } })) > 0) {
      return fail({ code: 'name.taken' });
    }
    const id = ctx.newId();
    await tx.blockedSender.createMany({
      data: [{ ...input, value, workspaceId, id, byName: ctx.actor.name, createdAt: ctx.now() }],
    });
    await recordAudit(tx, ctx, { action: 'sender.blocked', target: value });
    return ok({ blockedSenderId: id });
  });
}

async function numberOf(ctx: StaffContext, written: string): Promise<string | null> {
  return phoneNumber(written, await homeCountry(ctx));
}

/** Lets what comes from there in again from now on; what was held stays held until somebody lets it in. */
export function unblockSender(
  ctx: StaffContext,
  { blockedSenderId: id }: Readonly<{ blockedSenderId: string }>,
): Promise<Result<null, Refused>> {
  return transaction(ctx, async (tx) => {
    const { workspaceId } = ctx;
    const found = await tx.blockedSender.findFirst({ where: { workspaceId, id }, select: { value: true } });
    if (!found || !may(ctx.actor, 'customer.block')) return fail({ code: 'not_found' });
    await tx.blockedSender.deleteMany({ where: { workspaceId, id } });
    await recordAudit(tx, ctx, { action: 'sender.unblocked', target: found.value });
    return ok(null);
  });
}
