import { fillTemplate } from '@/domain/template/fill-template';
import type { TemplateFacts, TemplateVariable } from '@/domain/template/variables';

/** What the words of an acknowledgement may hold; each is filled in when the mail is written. */
export const ACKNOWLEDGEMENT_PLACES = [
  'ticket.number',
  'ticket.subject',
  'customer.name',
  'workspace.name',
  'workspace.answer_hours',
  'promise.first_reply',
  'promise.answer_by',
] as const satisfies readonly TemplateVariable[];

/** How acknowledgements spelled them before all texts had one engine; their owners need not write them anew. */
const OLD_SPELLING: Readonly<Record<string, TemplateVariable>> = {
  number: 'ticket.number',
  subject: 'ticket.subject',
  workspace: 'workspace.name',
  hours: 'workspace.answer_hours',
};

/**
 * Fills `{{ticket.number}}` and the older `{number}`; what has no value is left out, and a name that nobody knows stays as
 * it is, so that a typing error is seen.
 */
export function fillMailText(text: string, facts: TemplateFacts): string {
  const spelled = text.replace(/(?<!\{)\{(\w+)\}(?!\})/g, (whole, key: string) => {
    const name = Object.hasOwn(OLD_SPELLING, key) ? OLD_SPELLING[key] : undefined;
    return name ? `{{${name}}}` : whole;
  });
  return fillTemplate(spelled, facts, { unfilled: 'drop' }).text;
}
