import { VIEW_COLUMNS, type ViewColumn } from '@/domain/view/saved-view';

/** A column of a list of tickets; the subject is always among them. */
export type ListColumn = ViewColumn | 'subject';

const BEFORE_SUBJECT: readonly ViewColumn[] = ['status', 'requester', 'organization'];

/** The chosen columns in the order in which every list has them: who, what, and then all about it. */
export function inListOrder(columns: readonly ViewColumn[]): readonly ListColumn[] {
  const chosen = VIEW_COLUMNS.filter((column) => columns.includes(column));
  const own = columns.filter((column) => column.startsWith('ticket.'));
  const after = chosen.filter((column) => !BEFORE_SUBJECT.includes(column) && column !== 'updated');
  return [
    ...chosen.filter((column) => BEFORE_SUBJECT.includes(column)),
    'subject',
    ...after,
    ...own,
    ...chosen.filter((column) => column === 'updated'),
  ];
}
