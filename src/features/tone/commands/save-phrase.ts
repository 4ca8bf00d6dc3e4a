import { fail, ok, type Result } from '@/domain/shared/result';
import { normalPhrase } from '@/domain/tone/dictionary';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { PhraseInput } from '@/features/tone/commands/fields';
import { MOST_OWN_PHRASES } from '@/features/tone/queries';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { keepPhrase } from '../keep-phrase';

/** Adds a phrase to the dictionary, or changes what is written instead of it. Fails when the dictionary is full. */
export function savePhrase(
  ctx: StaffContext,
  input: PhraseInput,
): Promise<Result<null, { code: 'tone.full' }>> {
  const { workspaceId } = ctx;
  const { language, kind, alternatives } = input;
  const phrase = normalPhrase(input.phrase);
  return transaction(ctx, async (tx) => {
    const others = { workspaceId, language, removed: false, NOT: { kind, phrase } };
    const count = await tx.tonePhrase.count({ where: others });
    if (count >= MOST_OWN_PHRASES) return fail({ code: 'tone.full' });
    await keepPhrase(tx, ctx, { language, kind, phrase, alternatives, removed: false });
    await recordAudit(tx, ctx, { action: 'tone.phrase_saved', target: phrase, data: { language, kind } });
    return ok(null);
  });
}
