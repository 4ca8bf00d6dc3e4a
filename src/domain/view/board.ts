import type { StaffActor } from '../permission/actor';
import { type Branch, branchesOf, isAsideView, type View } from './view';

/** The columns of a board: how far tickets are, from left to right. What is closed stays as it is and stands on none. */
export const BOARD_STATUSES = ['new', 'open', 'pending', 'on_hold', 'solved'] as const;
export type BoardStatus = (typeof BOARD_STATUSES)[number];

/** True for the status of a column. */
export const isBoardStatus = (value: unknown): value is BoardStatus =>
  BOARD_STATUSES.includes(value as BoardStatus);

/** Where a card may be put by hand; new are tickets by themselves. */
export type SettableStatus = Exclude<BoardStatus, 'new'>;
export const isSettable = (status: string): status is SettableStatus =>
  status !== 'new' && isBoardStatus(status);

/** Views of open work stand as a board, too. */
export const hasBoard = (view: View): boolean => view !== 'solved' && !isAsideView(view);

/** The branches of one column: what of the view has this status, and among what is solved all that would be in it if it were open. */
export const columnBranches = (view: View, actor: StaffActor, status: BoardStatus): Branch[] =>
  branchesOf(view, actor).map((branch) => ({ ...branch, active: status !== 'solved', status }));

/** The column beside this one into which a card may be put; null at the ends. */
export function columnBeside(status: string, step: 1 | -1): SettableStatus | null {
  const at = BOARD_STATUSES.indexOf(status as BoardStatus);
  const next = at === -1 ? undefined : BOARD_STATUSES[at + step];
  return next && isSettable(next) ? next : null;
}
