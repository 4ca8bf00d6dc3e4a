import type { ChatConfig, ChatLanguage, ChatWords, PreChatField, ProactiveRule } from './protocol';

/** How a chat account looks and speaks: what its admin page edits, and what the widget is told. */
export type ChatSettings = Readonly<{
  defaultLanguage: ChatLanguage;
  texts: ChatConfig['texts'];
  /** `#rrggbb` */
  colour: string;
  position: 'left' | 'right';
  fields: readonly PreChatField[];
  proactive: readonly ProactiveRule[];
  callMe: boolean;
  transcript: boolean;
  knowledge: boolean;
  files: boolean;
}>;

const NAME: ChatWords = { en: 'Your name', hu: 'Az Ön neve', lv: 'Jūsu vārds' };
const EMAIL: ChatWords = { en: 'E-mail', hu: 'E-mail-cím', lv: 'E-pasts' };

/** An account as it is first made: greets in every language, and asks for a name and an address that may be left out. */
export function newChatSettings(defaultLanguage: ChatLanguage): ChatSettings {
  return {
    defaultLanguage,
    texts: { greeting: {}, offline: {}, launcher: {} },
    colour: '#0f5f5c',
    position: 'right',
    fields: [
      { key: 'name', kind: 'text', label: NAME, required: false, options: [] },
      { key: 'email', kind: 'email', label: EMAIL, required: false, options: [] },
    ],
    proactive: [],
    callMe: true,
    transcript: true,
    knowledge: false,
    files: true,
  };
}

/** Keys of the fields that were left out although they must be filled in; `given` is by key. */
export function missingFields(
  fields: readonly PreChatField[],
  given: Readonly<Record<string, string | undefined>>,
): string[] {
  return fields
    .filter(({ key, required, kind }) => required && !isFilled(given[key], kind))
    .map(({ key }) => key);
}

const isFilled = (value: string | undefined, kind: PreChatField['kind']) =>
  kind === 'consent' ? value === 'true' : (value ?? '').trim() !== '';

/** The words in this language, else in the account's own; empty when neither is set. */
export const wordsIn = (words: ChatWords, language: ChatLanguage, otherwise: ChatLanguage): string =>
  words[language] ?? words[otherwise] ?? '';
