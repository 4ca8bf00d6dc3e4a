import type { ReactNode } from 'react';
import { classNames } from './class-names';

export type Column<Row> = Readonly<{
  key: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** `number` aligns right, `actions` hides its head from sight and hugs the right edge. */
  kind?: 'text' | 'number' | 'actions';
  /** Left out on narrow screens, where another cell says the same. */
  wide?: boolean;
  className?: string;
}>;

type Props<Row> = Readonly<{
  /** What the table lists; read aloud, not shown. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** What stands in the place of the table when there are no rows. */
  empty?: ReactNode;
  className?: string;
}>;

/** A real table with headers, which scrolls sideways within itself where the screen is too narrow. */
export function DataTable<Row>({ caption, columns, rows, rowKey, empty, className }: Props<Row>) {
  if (rows.length === 0 && empty) return empty;
  return (
    <section
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      className={classNames('relative overflow-x-auto rounded-lg border border-line bg-canvas', className)}
    >
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-line border-b bg-sunken">
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={classNames('px-4 py-2 font-medium text-ink-faint text-xs', side(column))}
              >
                {column.kind === 'actions' ? <span className="sr-only">{column.head}</span> : column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-line border-b last:border-b-0 hover:bg-hover/60">
              {columns.map((column) => (
                <td
                  key={column.key}
                  className={classNames(
                    'px-4 py-row align-middle',
                    column.kind && column.kind !== 'text' && 'whitespace-nowrap',
                    side(column),
                    column.className,
                  )}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const side = ({ kind, wide }: Pick<Column<never>, 'kind' | 'wide'>) =>
  classNames(
    kind === 'number' || kind === 'actions' ? 'text-right' : 'text-left',
    wide && 'hidden md:table-cell',
  );
