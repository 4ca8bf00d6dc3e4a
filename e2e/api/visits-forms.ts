import type { Other } from './other-workspace';

/** Its pages and handlers, with the names that stand in their addresses. */
export const FORM_PARAMETERS: Readonly<Record<string, Readonly<Record<string, keyof Other>>>> = {
  '/[workspace]/admin/forms': {},
  '/[workspace]/admin/forms/[formId]': { formId: 'formId' },
  '/[workspace]/admin/forms/new': {},
  '/api/desk/[workspace]/forms/preview': {},
};

const NO_TEXTS = {} as const;
const FORM = {
  name: 'x',
  texts: { en: NO_TEXTS, hu: NO_TEXTS, lv: NO_TEXTS },
  items: [
    { key: 'email', kind: 'email' },
    { key: 'message', kind: 'message' },
  ],
} as const;

/** How its operations are called. */
export const FORM_BODIES: Readonly<Record<string, (other: Other) => unknown>> = {
  createForm: ({ teamId }) => ({ ...FORM, teamId }),
  updateForm: () => FORM,
  submitForm: () => ({ email: 'anna@customer.test', message: 'x' }),
  testForm: () => ({ email: 'anna@customer.test' }),
};
