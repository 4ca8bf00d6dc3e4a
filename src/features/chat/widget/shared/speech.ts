import type { ChatLanguage, ChatWords } from '@/domain/chat/protocol';

const LANGUAGES: readonly ChatLanguage[] = ['en', 'hu', 'lv'];

/** The first of these tags (`hu`, `hu-HU`) whose language we speak, or null. */
export function spokenOf(tags: readonly (string | null | undefined)[]): ChatLanguage | null {
  for (const tag of tags) {
    const language = LANGUAGES.find((each) => each === tag?.slice(0, 2).toLowerCase());
    if (language) return language;
  }
  return null;
}

/** The workspace's words in a language, else in its own default one, else nothing. */
export function wordsIn(words: ChatWords, language: ChatLanguage, fallback: ChatLanguage): string {
  return words[language] || words[fallback] || '';
}

/**
 * Fills an ICU message with `{name}` and `{name, plural, one {…} other {…}}` (with `#` inside), which is all that the
 * widget's texts use; next-intl's reader would be heavier than the widget. Quotes stand for themselves.
 */
export function fill(
  message: string,
  facts: Readonly<Record<string, string | number>>,
  language: ChatLanguage,
): string {
  const plurals = /\{(\w+),\s*plural,((?:\s*\w+\s*\{[^{}]*(?:\{\w+\}[^{}]*)*\})+)\s*\}/g;
  const chosen = message.replace(plurals, (_all, name: string, forms: string) => {
    const count = Number(facts[name]);
    return formOf(forms, new Intl.PluralRules(language).select(count)).replaceAll(
      '#',
      new Intl.NumberFormat(language).format(count),
    );
  });
  return chosen.replace(/\{(\w+)\}/g, (all, name: string) => String(facts[name] ?? all));
}

function formOf(forms: string, wanted: string): string {
  const found = new Map<string, string>();
  for (const [, form = '', text = ''] of forms.matchAll(/(\w+)\s*\{([^{}]*(?:\{\w+\}[^{}]*)*)\}/g))
    found.set(form, text);
  return found.get(wanted) ?? found.get('other') ?? '';
}
