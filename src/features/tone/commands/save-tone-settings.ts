import { ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { ToneSettingsInput } from '@/features/tone/commands/fields';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

/** Sets which rules are silent and how long a sentence may be. */
export function saveToneSettings(
  ctx: StaffContext,
  { off, longestSentence }: ToneSettingsInput,
): Promise<Result<null, never>> {
  const { workspaceId } = ctx;
  const said = { off: [...new Set(off)], longestSentence };
  return transaction(ctx, async (tx) => {
    await tx.toneSetting.upsert({ where: { workspaceId }, create: { workspaceId, ...said }, update: said });
    await recordAudit(tx, ctx, {
      action: 'tone.changed',
      target: '',
      data: { off: said.off.join(', '), longestSentence },
    });
    return ok(null);
  });
}
