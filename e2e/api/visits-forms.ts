import type { Other } from './other-workspace';

/** Its pages and handlers, with the names that stand in their addresses. */
export const FORM_PARAMETERS: Readonly<Record<string, Readonly<Record<string, keyof Other>>>> = {
  '/[workspace]/admin/forms': {},
  '/[workspace]/admin/forms/[formId]': { formId: 'formId' },
  '/[workspace]/admin/forms/new': {},
  '/api/desk/[workspace]/forms/preview': {},
};

/** How its operations are called. */
export const FORM_BODIES: Readonly<Record<string, (other: Other) => unknown>> = {
  submitForm: () => ({ email: 'anna@customer.test', message: 'x' }),
  testForm: () => ({ email: 'anna@customer.test' }),
};
