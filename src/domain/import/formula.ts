/** What a spreadsheet takes for a formula, behind apostrophes that were put or typed before it. */
const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** A cell that no spreadsheet runs: with an apostrophe before what would be a formula (OWASP, CSV injection). */
export const guardedCell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The cell as it was before it was guarded. */
export const unguardedCell = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
