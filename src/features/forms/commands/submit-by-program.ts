import type { Submission } from '@/domain/form/form';
import { noteHealth } from '@/features/channels/commands/note-health';
import { placeSubmission } from '@/features/forms/commands/place-submission';
import type { ShownForm } from '@/features/forms/form-rows';
import type { StaffContext, SystemContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

type Given = Readonly<{ form: ShownForm; submission: Omit<Submission, 'files' | 'page'> }>;

/** Takes what a program with a key sends for somebody; a key is no spam. Gives the number of the ticket. */
export async function submitByProgram(
  ctx: StaffContext,
  { form, submission }: Given,
): Promise<Readonly<{ number: number }>> {
  const { workspaceId } = ctx;
  const intake: SystemContext = { ...ctx, actor: { kind: 'system', id: 'intake', name: 'intake' } };
  const whole: Submission = { ...submission, files: [], page: '' };
  const { number } = await transaction(ctx, async (tx) => {
    const id = ctx.newId();
    await tx.formSubmission.create({
      data: {
        workspaceId,
        id,
        channelAccountId: form.id,
        key: id,
        body: JSON.parse(JSON.stringify(whole)),
        email: submission.email,
        subject: submission.subject,
        receivedAt: ctx.now(),
      },
    });
    return placeSubmission(tx, intake, { form, submissionId: id, submission: whole });
  });
  await noteHealth(ctx, { workspaceId, id: form.id }, { health: 'healthy', detail: '' });
  return { number };
}
