'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ListColumn } from './list-columns';
import type { Selection } from './use-selection';

/** How wide each column is; what has none is as wide as words need that are cut off. */
const WIDTHS: Readonly<Partial<Record<ListColumn, string>>> = {
  status: 'w-10',
  requester: 'w-40 xl:w-52',
  subject: '',
  priority: 'w-8',
  channel: 'w-8',
  assignee: 'w-11',
  updated: 'w-28 text-right',
};

/** Columns of signs, whose heads are for those who hear them. */
const SIGNS: readonly ListColumn[] = ['status', 'priority', 'channel', 'assignee'];

type HeadProps = Readonly<{
  columns: readonly ListColumn[];
  heads: Readonly<Record<string, string>>;
  chosen: Selection | null;
  /** How many lines there are. */
  all: number;
}>;

/** The heads of the columns, and the box that chooses all lines. */
export function ListHead({ columns, heads, chosen, all }: HeadProps) {
  const t = useTranslations('desk.list');
  const nameOf = (column: ListColumn) =>
    heads[column] ??
    (column.startsWith('ticket.') ? '' : t(column as Exclude<ListColumn, `ticket.${string}`>));
  return (
    <thead className="max-md:sr-only">
      <tr className="border-line border-b">
        {chosen && (
          <th scope="col" className="w-9 py-1.5 pl-4 text-left leading-0">
            <input
              type="checkbox"
              aria-label={t('selectAll')}
              checked={chosen.ids.size === all && all > 0}
              onChange={chosen.toggleAll}
              className="size-4 cursor-pointer accent-accent"
            />
          </th>
        )}
        {columns.map((column) => (
          <th
            key={column}
            scope="col"
            className={`truncate px-2 py-1.5 text-left font-medium text-ink-faint text-xs first:pl-4 last:pr-4 ${WIDTHS[column] ?? 'w-32'}`}
          >
            {SIGNS.includes(column) ? <span className="sr-only">{nameOf(column)}</span> : nameOf(column)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Where a part of a grouped list begins. */
export function GroupHead({ columns, children }: Readonly<{ columns: number; children: ReactNode }>) {
  return (
    <tr className="border-line border-b bg-sunken max-md:block">
      <th
        scope="rowgroup"
        colSpan={columns}
        className="px-4 py-1.5 text-left font-semibold text-ink-soft text-sm max-md:block"
      >
        {children}
      </th>
    </tr>
  );
}
