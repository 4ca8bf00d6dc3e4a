import { CHAT_LANGUAGES, type ChatWords } from '@/domain/chat/protocol';
import type { ChatAccountInput } from '../../commands/account-input';

/** What stands in the form; lists of lines are kept as they are typed. */
export type ChatDraft = ChatAccountInput;
export type FieldDraft = ChatDraft['settings']['fields'][number];
export type RuleDraft = ChatDraft['settings']['proactive'][number];
export type Change = (change: Partial<ChatDraft>) => void;

/** A list as one types it: a line each. */
export const linesOf = (text: string): string[] => text.split('\n');
export const textOf = (lines: readonly string[]): string => lines.join('\n');

/** Without empty lines, as they are sent. */
const filled = (lines: readonly string[]) => lines.map((line) => line.trim()).filter(Boolean);

/** Choices of a field, of which the value is what is stored and the label what visitors read in every language. */
export const optionsOf = (text: string): FieldDraft['options'] =>
  linesOf(text).map((value) => ({
    value,
    label: Object.fromEntries(CHAT_LANGUAGES.map((language) => [language, value])),
  }));

/** The draft as it is sent. */
export function readyDraft(draft: ChatDraft): ChatDraft {
  const { settings } = draft;
  return {
    ...draft,
    allowedOrigins: filled(draft.allowedOrigins),
    settings: {
      ...settings,
      fields: settings.fields.map((field) => ({
        ...field,
        options: field.options.filter(({ value }) => value.trim() !== ''),
      })),
      proactive: settings.proactive.map((rule) => ({ ...rule, pages: filled(rule.pages) })),
    },
  };
}

/** A key for a new field that no other field has. */
export function newFieldKey(fields: readonly FieldDraft[]): string {
  const taken = new Set(fields.map(({ key }) => key));
  let number = fields.length + 1;
  while (taken.has(`question_${number}`)) number++;
  return `question_${number}`;
}

export const newRule = (id: string): RuleDraft => ({
  id,
  text: {},
  pages: [],
  afterSeconds: 30,
  minVisits: 1,
  languages: [],
  onlyWhenOpen: true,
  maxTimes: 1,
  withinDays: 7,
});

export type Words = ChatWords;
