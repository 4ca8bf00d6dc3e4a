import { usualItems } from '@/domain/form/form';
import { saveForm } from '@/features/forms/commands/save-form';
import { formInput } from '@/features/forms/inputs';
import type { StaffContext } from '@/server/context';

type Over = Readonly<Record<string, unknown>>;
const texts = { title: '', intro: '', submit: '', done: '', mailSubject: '', mailText: '' };

/** A form as the builder sends it. */
export const formFor = (over: Over = {}) =>
  formInput.parse({
    name: 'Questions',
    texts: { en: texts, hu: texts, lv: texts },
    items: usualItems(),
    ...over,
  });

/** Saves a form and gives its id. */
export async function newForm(ctx: StaffContext, over: Over = {}): Promise<string> {
  const saved = await saveForm(ctx, formFor(over));
  if (!saved.ok) throw new Error(saved.error.code);
  return saved.value.formId;
}
