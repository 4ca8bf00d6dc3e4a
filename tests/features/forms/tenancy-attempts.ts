import { choosePortalForms } from '@/features/forms/commands/choose-portal-forms';
import { discardSubmission } from '@/features/forms/commands/discard-submission';
import { releaseSubmission } from '@/features/forms/commands/release-submission';
import { saveForm } from '@/features/forms/commands/save-form';
import { tryForm } from '@/features/forms/commands/try-form';
import type { StaffContext } from '@/server/context';
import { formFor, newForm } from './support';

type Other = Readonly<{ formId: string; submissionId: string; teamId: string }>;
type Attempt = (ctx: StaffContext, other: Other) => Promise<{ ok: boolean; error?: unknown }>;

/** What another workspace has of forms: one, and something that is held. */
export async function formRows(owner: StaffContext) {
  const formId = await newForm(owner);
  const submissionId = owner.newId();
  await owner.db.formSubmission.create({
    data: {
      workspaceId: owner.workspaceId,
      id: submissionId,
      channelAccountId: formId,
      key: submissionId,
      body: {},
      email: '',
      subject: '',
      state: 'held',
      receivedAt: owner.now(),
    },
  });
  return { formId, submissionId };
}

/** Each action on forms with the names of another workspace. */
export const FORM_ATTEMPTS: Readonly<Record<string, readonly Attempt[]>> = {
  saveForm: [
    (ctx, { formId }) => saveForm(ctx, formFor({ id: formId })),
    (ctx, { teamId }) => saveForm(ctx, formFor({ teamId })),
  ],
  tryForm: [(ctx, { formId }) => tryForm(ctx, { formId })],
  choosePortalForms: [(ctx, { formId }) => choosePortalForms(ctx, { formIds: [formId] })],
  releaseSubmission: [(ctx, { submissionId }) => releaseSubmission(ctx, { submissionId })],
  discardSubmission: [(ctx, { submissionId }) => discardSubmission(ctx, { submissionId })],
};
