import type { ReactNode } from 'react';

type Column = Readonly<{ head: string; number?: boolean }>;

type Props = Readonly<{
  title: ReactNode;
  /** What the picture's lines and patterns mean. */
  legend?: ReactNode;
  actions?: ReactNode;
  /** The same as a table. */
  table: Readonly<{ open: string; columns: readonly Column[]; rows: readonly (readonly string[])[] }>;
  /** What stands between the picture and its table. */
  notes?: ReactNode;
  children: ReactNode;
}>;

/** A chart with its title, its legend in words, and its twin: the table that says the same. */
export function ChartFrame({ title, legend, actions, table, notes, children }: Props) {
  return (
    <figure className="flex min-w-0 flex-col gap-3 rounded-lg border border-line bg-raised p-4">
      <figcaption className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <h2 className="font-semibold text-ink">{title}</h2>
        {actions}
        {legend && <ul className="flex w-full flex-wrap gap-x-4 gap-y-1 text-ink-soft text-sm">{legend}</ul>}
      </figcaption>
      <div className="min-w-0 print:break-inside-avoid">{children}</div>
      {notes}
      <div className="hidden print:block">
        <Twin title={title} {...table} />
      </div>
      <details className="text-sm print:hidden">
        <summary className="w-fit cursor-pointer rounded-sm text-accent-ink hover:underline print:hidden">
          {table.open}
        </summary>
        <Twin title={title} {...table} />
      </details>
    </figure>
  );
}

function Twin({ title, columns, rows }: Readonly<{ title: ReactNode }> & Omit<Props['table'], 'open'>) {
  const side = (index: number) => (columns[index]?.number ? 'text-right tabular-nums' : 'text-left');
  return (
    <div className="relative mt-2 max-h-80 overflow-auto rounded-md border border-line print:max-h-none print:overflow-visible">
      <table className="w-full border-collapse">
        <caption className="sr-only">{title}</caption>
        <thead className="sticky top-0 bg-sunken">
          <tr>
            {columns.map(({ head }, index) => (
              <th
                key={head}
                scope="col"
                className={`px-3 py-1.5 font-medium text-ink-faint text-xs ${side(index)}`}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row[0]} className="border-line border-t">
              {row.map((cell, index) => (
                <td key={columns[index]?.head} className={`px-3 py-1 ${side(index)}`}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type KeyProps = Readonly<{
  look: 'line' | 'dashed' | 'dotted' | 'band';
  children: ReactNode;
}>;

const LOOKS = {
  line: 'h-0 border-accent-ink border-t-2',
  dashed: 'h-0 border-line-strong border-t-2 border-dashed',
  dotted: 'h-0 border-success-ink border-t-2 border-dotted',
  band: 'h-3 bg-accent/15',
} as const satisfies Record<KeyProps['look'], string>;

/** One entry of a chart's legend. */
export function ChartKey({ look, children }: KeyProps) {
  return (
    <li className="inline-flex items-center gap-1.5">
      <span aria-hidden className={`inline-block w-5 ${LOOKS[look]}`} />
      {children}
    </li>
  );
}
