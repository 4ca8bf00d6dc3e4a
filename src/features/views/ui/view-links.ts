import type { View } from '@/domain/view/view';

/** Address of a view's list. */
export const viewHref = (workspace: string, view: View): string => `/${workspace}/desk?view=${view}`;

/** The letter that follows `g` to go there. */
export const VIEW_KEYS: Readonly<Record<View, string>> = {
  mine: 'm',
  unassigned: 'u',
  team: 't',
  open: 'o',
  solved: 's',
};
