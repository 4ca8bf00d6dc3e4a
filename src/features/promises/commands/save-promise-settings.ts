import { ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import type { PromiseSettingsInput } from './promise-fields';

/** Sets what is promised by itself and how; an empty text of a notice goes back to the shipped one. */
export function savePromiseSettings(
  ctx: StaffContext,
  { texts, ...settings }: PromiseSettingsInput,
): Promise<Result<null, never>> {
  const { workspaceId } = ctx;
  const { automatic, sla, statistical, minimumSample, riskPercent, roundMinutes } = settings;
  return transaction(ctx, async (tx) => {
    await tx.promiseSettings.upsert({
      where: { workspaceId },
      create: { workspaceId, ...settings },
      update: settings,
    });
    for (const { locale, about, text } of texts) {
      const key = { workspaceId, locale, about };
      if (text === '') await tx.promiseText.deleteMany({ where: key });
      else {
        await tx.promiseText.upsert({
          where: { workspaceId_locale_about: key },
          create: { ...key, text },
          update: { text },
        });
      }
    }
    const data = { automatic, sla, statistical, minimumSample, riskPercent, roundMinutes };
    await recordAudit(tx, ctx, { action: 'promises.changed', target: '', data });
    return ok(null);
  });
}
