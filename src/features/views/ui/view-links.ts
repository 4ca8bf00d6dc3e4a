import type { DueSpan, Sort, View } from '@/domain/view/view';

/** Which list: a view, in the order of activity unless another is asked for. */
export type ListAsked = Readonly<{ view: View; sort?: Sort; span?: DueSpan | null; board?: boolean }>;

/** The parameters of a list's address, without the question mark; a ticket's address carries them too. */
export const listQuery = ({ view, sort, span, board }: ListAsked): string =>
  `view=${view}${board ? '&layout=board' : ''}${sort === 'due' ? '&sort=due' : ''}${sort === 'due' && span ? `&due=${span}` : ''}`;

/** Address of a view's list. */
export const viewHref = (workspace: string, view: View, asked: Omit<ListAsked, 'view'> = {}): string =>
  `/${workspace}/desk?${listQuery({ view, ...asked })}`;

/** The letter that follows `g` to go there. */
export const VIEW_KEYS: Readonly<Record<View, string>> = {
  mine: 'm',
  unassigned: 'u',
  team: 't',
  open: 'o',
  promises_at_risk: 'r',
  promises_broken: 'b',
  solved: 's',
  spam: 'j',
  trash: 'x',
};

/** Address of the list of a saved view. */
export const savedHref = (workspace: string, viewId: string): string => `/${workspace}/desk?view=${viewId}`;
