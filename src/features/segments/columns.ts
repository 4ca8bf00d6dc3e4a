export const CUSTOMER_SORTS = ['newest', 'name', 'contact'] as const;
export type CustomerSort = (typeof CUSTOMER_SORTS)[number];

export const CUSTOMER_COLUMNS = [
  'email',
  'phone',
  'organization',
  'tier',
  'language',
  'open',
  'contact',
] as const;
export type CustomerColumn = (typeof CUSTOMER_COLUMNS)[number];
