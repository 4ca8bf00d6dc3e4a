import { ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { MailTextInput, ResetMailTextInput } from '@/features/workspaces/inputs';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

/** Sets the workspace's own words of one mail in one language. */
export function changeMailText(ctx: StaffContext, input: MailTextInput): Promise<Result<null, never>> {
  const { workspaceId } = ctx;
  const { kind, locale, subject, body } = input;
  return transaction(ctx, async (tx) => {
    await tx.mailText.upsert({
      where: { workspaceId_kind_locale: { workspaceId, kind, locale } },
      create: { workspaceId, kind, locale, subject, body },
      update: { subject, body },
    });
    await recordAudit(tx, ctx, { action: 'mail_text.changed', target: kind, data: { locale, own: true } });
    return ok(null);
  });
}

/** Goes back to the shipped words of one mail in one language. */
export function resetMailText(ctx: StaffContext, input: ResetMailTextInput): Promise<Result<null, never>> {
  const { workspaceId } = ctx;
  const { kind, locale } = input;
  return transaction(ctx, async (tx) => {
    const { count } = await tx.mailText.deleteMany({ where: { workspaceId, kind, locale } });
    if (count > 0) {
      const data = { locale, own: false };
      await recordAudit(tx, ctx, { action: 'mail_text.changed', target: kind, data });
    }
    return ok(null);
  });
}
