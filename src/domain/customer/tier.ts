/** The name of a tier by language. */
export type TierNames = Readonly<Partial<Record<string, string>>>;

/** What a tier is called in this language: else in English, else as it is called at all. */
export const tierName = (names: TierNames, locale: string): string =>
  names[locale] || names['en'] || Object.values(names).find(Boolean) || '';

/** The colours that a tier can be shown in; the name always stands beside it. */
export const TIER_COLOURS = ['grey', 'gold', 'green', 'blue', 'violet'] as const;
