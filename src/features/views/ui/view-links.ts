import type { Sort, View } from '@/domain/view/view';

/** Address of a view's list, in the order of activity unless another is asked for. */
export const viewHref = (workspace: string, view: View, sort: Sort = 'activity'): string =>
  `/${workspace}/desk?view=${view}${sort === 'due' ? '&sort=due' : ''}`;

/** The letter that follows `g` to go there. */
export const VIEW_KEYS: Readonly<Record<View, string>> = {
  mine: 'm',
  unassigned: 'u',
  team: 't',
  open: 'o',
  solved: 's',
};
