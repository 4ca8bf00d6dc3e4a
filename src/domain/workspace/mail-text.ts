/** What the words of an acknowledgement may hold; each is filled in when the mail is written. */
export const ACKNOWLEDGEMENT_PLACES = ['number', 'subject', 'workspace', 'hours'] as const;

/** Fills `{number}` and the like; what is not known stays as it is, so that a typing error is seen. */
export function fillMailText(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
}
