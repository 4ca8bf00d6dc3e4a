import { createHash } from 'node:crypto';
import { brandStyle } from '@/domain/portal/brand';
import type { FormFacts } from '@/features/forms/form-rows';

/** What paints a form in its company's colour; empty where no brand was chosen, and the sheet's own colour stands. */
export const formBrand = ({ workspace }: FormFacts): string =>
  workspace.portalSettings ? brandStyle(workspace.portalSettings.accent) : '';

/** The source of that one style for a content security policy (CSP 3, 2.3.1: hash-source), with a space before it. */
export function brandSource(form: FormFacts): string {
  const style = formBrand(form);
  return style ? ` 'sha256-${createHash('sha256').update(style).digest('base64')}'` : '';
}
