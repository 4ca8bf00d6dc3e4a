import { z } from 'zod';
import { formFields } from './commands/form-fields';

/** Without an id it is a new form. */
export const formInput = z.intersection(formFields, z.object({ id: z.uuid().optional() }));
export type FormInput = z.output<typeof formInput>;

export const submissionIdInput = z.object({ submissionId: z.uuid() });
export type SubmissionIdInput = z.output<typeof submissionIdInput>;

export const portalFormsInput = z.object({ formIds: z.array(z.uuid()).max(200) });
export type PortalFormsInput = z.output<typeof portalFormsInput>;

/** A form as it stands in its builder, and the language to see it in. */
export const previewInput = z.object({ form: formFields, language: z.enum(['en', 'hu', 'lv']) });

export const tryFormInput = z.object({
  formId: z.uuid(),
  /** Whom the test is from; absent: the signed-in person. */
  email: z.email().max(254).optional(),
});
export type TryFormInput = z.output<typeof tryFormInput>;
