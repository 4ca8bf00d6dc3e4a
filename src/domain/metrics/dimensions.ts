/** By what numbers can be narrowed and split. */
export const DIMENSIONS = [
  'channel',
  'account',
  'team',
  'agent',
  'language',
  'tag',
  'priority',
  'type',
  'tier',
  'organization',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The values that count, by dimension; an empty text stands for "none". */
export type Filters = Readonly<Partial<Record<Dimension, readonly string[]>>>;
