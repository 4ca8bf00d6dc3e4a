/** How a number is shown by a spreadsheet. Shares lie between 0 and 1. */
export type NumberLook = 'whole' | 'fine' | 'share' | 'points';

/** What stands in a cell: nothing, words, a number, a date without a time, or a moment. */
export type Cell =
  | null
  | string
  | Readonly<{ number: number; look: NumberLook }>
  | Readonly<{ day: string }>
  | Readonly<{ at: Date }>;

/** A table with a name. `key` is the name by which it is asked for alone. */
export type Sheet = Readonly<{
  key: string;
  name: string;
  columns: readonly Readonly<{ head: string; width?: number }>[];
  rows: readonly (readonly Cell[])[];
}>;

/** Tables that belong together: an Excel file; each alone can be a CSV file. */
export type Book = Readonly<{ name: string; sheets: readonly Sheet[] }>;
