import { type FieldDefinition, fieldText } from './field';

type Spoken = Readonly<{ locale: string; yes: string }>;

/** A field's value, given as history holds it (`valueAsText`), in a reader's language. */
export function shownWords(field: FieldDefinition, words: string, { locale, yes }: Spoken): string {
  const { kind, options } = field;
  const nameOf = (key: string) =>
    fieldText(options.find((each) => each.key === key)?.names ?? {}, locale) || key;
  switch (kind) {
    case 'checkbox':
      return yes;
    case 'number':
      return new Intl.NumberFormat(locale, { maximumFractionDigits: 10 }).format(Number(words));
    case 'date':
      return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(
        new Date(`${words}T00:00:00Z`),
      );
    case 'choice':
      return nameOf(words);
    case 'multi_choice':
      return words.split(',').map(nameOf).join(', ');
    default:
      return words;
  }
}
