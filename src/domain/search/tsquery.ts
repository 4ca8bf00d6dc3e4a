/** A piece of a PostgreSQL `tsquery` in its text form, whose lexemes are taken as they are. */
export type TsQuery = string;

/** One lexeme in quotes; `begins` finds every lexeme that begins with it. */
export function lexeme(word: string, begins = false): TsQuery {
  return `'${word.replace(/\\/g, '\\\\').replace(/'/g, "''")}'${begins ? ':*' : ''}`;
}

/** Any of the lexemes. An empty list finds nothing and gives null. */
export function anyOf(parts: readonly TsQuery[]): TsQuery | null {
  const unique = [...new Set(parts)];
  return unique.length > 0 ? `( ${unique.join(' | ')} )` : null;
}
