'use client';

type Shown = Readonly<{
  title: string;
  lines: readonly Readonly<{ name: string; shown: string }>[];
  more: readonly string[];
}>;

/** What a chart says of the place that is pointed at. */
export function PointedAt({ shown }: Readonly<{ shown: Shown | null }>) {
  if (!shown) return null;
  return (
    <div className="rounded-md border border-line bg-raised px-2.5 py-1.5 text-sm shadow-raised">
      <p className="font-medium text-ink">{shown.title}</p>
      <dl className="mt-0.5 grid grid-cols-[auto_auto] gap-x-3 text-ink-soft">
        {shown.lines.map(({ name, shown: value }) => (
          <div key={name} className="contents">
            <dt>{name}</dt>
            <dd className="text-right text-ink tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      {shown.more.map((line) => (
        <p key={line} className="text-ink-faint">
          {line}
        </p>
      ))}
    </div>
  );
}
