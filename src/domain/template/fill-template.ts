import { isTemplateVariable, type TemplateFacts, type TemplateVariable } from './variables';

/**
 * `{{ticket.number}}`, or `{{customer.given_name|there}}` with what to say when it is empty. The names are those of the
 * table of variables; the rest of the grammar is ours, close to what people know from Liquid.
 */
const PLACE = /\{\{\s*([A-Za-z][\w.]*)\s*(?:\|([^{}<>]*))?\}\}/g;

export type FillOptions = Readonly<{
  /** True: the text is HTML, and what is filled in becomes text of it, with its line ends. */
  html?: boolean;
  /** What becomes of a variable without a value: `keep` leaves its place for a person to see, `drop` takes it out. */
  unfilled?: 'keep' | 'drop';
}>;

export type FilledText = Readonly<{
  text: string;
  /** Names that are in no table: typing errors. Each once, in the order of the text. */
  unknown: readonly string[];
  /** Variables that have no value here and no words to stand in for them. Each once, in the order of the text. */
  empty: readonly TemplateVariable[];
}>;

/**
 * Fills the places of a text with facts. What is filled in is not read again; a name that nobody knows always stays as it
 * is, so that the typing error is seen.
 */
export function fillTemplate(
  template: string,
  facts: TemplateFacts,
  { html = false, unfilled = 'keep' }: FillOptions = {},
): FilledText {
  const unknown = new Set<string>();
  const empty = new Set<TemplateVariable>();
  const text = template.replace(PLACE, (place: string, name: string, otherwise?: string) => {
    const value = isTemplateVariable(name) ? filledIn(facts[name], html) : '';
    if (value) return value;
    if (!isTemplateVariable(name)) {
      unknown.add(name);
      return place;
    }
    if (otherwise !== undefined) return otherwise.trim();
    empty.add(name);
    return unfilled === 'keep' ? place : '';
  });
  return { text, unknown: [...unknown], empty: [...empty] };
}

const filledIn = (value = '', html: boolean) => (html ? escapedForHtml(value) : value);

/** The names that a text mentions, known or not, each once. */
export function namesIn(template: string): string[] {
  return [...new Set([...template.matchAll(PLACE)].map((match) => match[1] ?? ''))];
}

/** True when a text still holds a place that nobody has filled: it is not ready to be sent. */
export const hasOpenPlaces = (text: string): boolean => /\{\{[^{}]*\}\}/.test(text);

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapedForHtml = (value: string): string =>
  value.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter).replace(/\r\n?|\n/g, '<br>');
