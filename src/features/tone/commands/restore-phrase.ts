import { fail, ok, type Result } from '@/domain/shared/result';
import { normalPhrase } from '@/domain/tone/dictionary';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { PhraseKeyInput } from '@/features/tone/commands/fields';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

/** Goes back to the shipped phrase, after it was changed or taken out. */
export function restorePhrase(
  ctx: StaffContext,
  { language, kind, phrase: typed }: PhraseKeyInput,
): Promise<Result<null, { code: 'not_found' }>> {
  const { workspaceId } = ctx;
  const phrase = normalPhrase(typed);
  return transaction(ctx, async (tx) => {
    const { count } = await tx.tonePhrase.deleteMany({ where: { workspaceId, language, kind, phrase } });
    if (count === 0) return fail({ code: 'not_found' });
    await recordAudit(tx, ctx, { action: 'tone.phrase_restored', target: phrase, data: { language, kind } });
    return ok(null);
  });
}
