/** What may tell who somebody is; `text` as it stands there. */
export type PersonalData = Readonly<{ kind: 'email' | 'phone' | 'number' | 'name'; text: string }>;

const PATTERNS = [
  ['email', /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu],
  ['phone', /\+?\d[\d\s()/-]{7,}\d/g],
  ['number', /\b(?=[A-Z0-9-]{6,}\b)(?=[A-Z-]*\d{4,})[A-Z0-9-]+\b/g],
] as const;

const MOST = 30;

/**
 * What in a text may tell who somebody is: addresses, telephone numbers, numbers of orders and the like, and the names that are
 * given. Each once, in the order in which they stand there. Finds too much rather than too little; a person decides.
 */
export function personalDataIn(text: string, names: readonly string[]): readonly PersonalData[] {
  const found = PATTERNS.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({ kind, text: match[0].trim(), at: match.index })),
  );
  const parts = names.flatMap((name) => name.split(/\s+/)).filter((part) => part.length > 2);
  const named = parts.flatMap((part) => {
    const at = text.toLowerCase().indexOf(part.toLowerCase());
    return at < 0 ? [] : [{ kind: 'name' as const, text: text.slice(at, at + part.length), at }];
  });
  const seen = new Set<string>();
  return [...found, ...named]
    .toSorted((one, other) => one.at - other.at)
    .filter((each) => !seen.has(each.text) && seen.add(each.text))
    .slice(0, MOST)
    .map(({ kind, text: words }) => ({ kind, text: words }));
}
