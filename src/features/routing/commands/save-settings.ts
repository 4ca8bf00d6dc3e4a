import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { SettingsInput } from '@/features/routing/inputs';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { announce, routingTopic } from '@/server/live/announce';

type Refused = Readonly<{ code: 'not_found' }>;

/** Sets how much work people of the workspace take, what weighs how much, and when somebody counts as gone. */
export function saveSettings(
  ctx: StaffContext,
  { capacities, weights, offlineAfterMinutes }: SettingsInput,
): Promise<Result<null, Refused>> {
  return transaction(ctx, async (tx) => {
    const { workspaceId } = ctx;
    if (!may(ctx.actor, 'workspace.manage')) return fail({ code: 'not_found' });
    const set = {
      mailCapacity: capacities.mail,
      chatCapacity: capacities.chat,
      phoneCapacity: capacities.phone,
      socialCapacity: capacities.social,
      lowWeight: weights.low,
      normalWeight: weights.normal,
      highWeight: weights.high,
      urgentWeight: weights.urgent,
      offlineAfterMinutes,
    };
    await tx.routingSettings.upsert({
      where: { workspaceId },
      create: { workspaceId, ...set },
      update: set,
    });
    await recordAudit(tx, ctx, { action: 'capacity.changed', target: '', data: set });
    await announce(tx, [routingTopic(workspaceId)]);
    return ok(null);
  });
}
