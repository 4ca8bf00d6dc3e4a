import { fail, ok, type Result } from '@/domain/shared/result';
import { normalPhrase } from '@/domain/tone/dictionary';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { PhraseKeyInput } from '@/features/tone/commands/fields';
import { shippedPhrases } from '@/features/tone/shipped-phrases';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { keepPhrase } from '../keep-phrase';

/** Takes a phrase out: an own one is gone, a shipped one stays in sight and can be taken back. */
export function removePhrase(
  ctx: StaffContext,
  input: PhraseKeyInput,
): Promise<Result<null, { code: 'not_found' }>> {
  const { workspaceId } = ctx;
  const { language, kind } = input;
  const phrase = normalPhrase(input.phrase);
  const isShipped = shippedPhrases(language).some(
    (each) => each.kind === kind && normalPhrase(each.phrase) === phrase,
  );
  return transaction(ctx, async (tx) => {
    const { count } = await tx.tonePhrase.deleteMany({ where: { workspaceId, language, kind, phrase } });
    if (!isShipped && count === 0) return fail({ code: 'not_found' });
    if (isShipped) await keepPhrase(tx, ctx, { language, kind, phrase, alternatives: [], removed: true });
    await recordAudit(tx, ctx, { action: 'tone.phrase_removed', target: phrase, data: { language, kind } });
    return ok(null);
  });
}
