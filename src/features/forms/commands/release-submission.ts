import type { Submission } from '@/domain/form/form';
import { fail, ok, type Result } from '@/domain/shared/result';
import { fieldDefinitions } from '@/features/fields/commands/field-definitions';
import { placeSubmission } from '@/features/forms/commands/place-submission';
import { formOfRow, formSelection } from '@/features/forms/form-rows';
import type { SubmissionIdInput } from '@/features/forms/inputs';
import type { StaffContext, SystemContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

type Refused = Readonly<{ code: 'not_found' | 'inbound.not_held' }>;

/** Makes a ticket of what was held, as if it had just come. */
export function releaseSubmission(
  ctx: StaffContext,
  { submissionId }: SubmissionIdInput,
): Promise<Result<Readonly<{ number: number }>, Refused>> {
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    const row = await tx.formSubmission.findFirst({
      where: { workspaceId, id: submissionId },
      select: { state: true, body: true, form: { select: formSelection } },
    });
    if (!row) return fail({ code: 'not_found' });
    const { count } = await tx.formSubmission.updateMany({
      where: { workspaceId, id: submissionId, state: { in: ['held', 'received'] } },
      data: { state: 'received' },
    });
    if (count === 0) return fail({ code: 'inbound.not_held' });
    const definitions = await fieldDefinitions(tx, { workspaceId, entity: 'ticket' });
    const intake: SystemContext = { ...ctx, actor: { kind: 'system', id: 'intake', name: 'intake' } };
    const form = { ...formOfRow(row.form), definitions };
    const submission = row.body as unknown as Submission;
    const { number } = await placeSubmission(tx, intake, { form, submissionId, submission });
    return ok({ number });
  });
}
