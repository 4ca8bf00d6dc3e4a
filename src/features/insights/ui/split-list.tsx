import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { Dimension } from '@/domain/metrics/dimensions';
import type { MetricPart } from '@/features/metrics/queries';
import { classNames } from '@/ui/class-names';
import { type Asked, askedAgain, FILTER_NAMES, NONE } from '../asked';
import { useInsightWords } from '../words';
import { PartFacts } from './part-facts';

type Props = Readonly<{ asked: Asked; by: Dimension | 'hour'; parts: readonly MetricPart[] }>;

const MOST_SHOWN = 40;

/** A number by its parts, as bars with their interval; parts of too few values are named and not measured. */
export function SplitList({ asked, by, parts }: Props) {
  const t = useTranslations('insights');
  const { partNames } = useInsightWords();
  const nameOf = partNames(by);
  const inOrder = by === 'hour' ? [...parts].sort((a, b) => Number(a.group) - Number(b.group)) : parts;
  const shown = inOrder.slice(0, MOST_SHOWN);
  const highest = Math.max(0, ...shown.map(reach));
  if (shown.length === 0) return <p className="py-4 text-ink-faint">{t('nothing')}</p>;
  const narrows = FILTER_NAMES.some((name) => name === by);
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{t(`by.${by}`)}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t(`by.${by}`)}</th>
          <th scope="col" className="max-sm:hidden">
            {t('bar')}
          </th>
          <th scope="col">{t('value')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((part) => (
          <tr key={part.group} className="border-line border-t first:border-t-0">
            <th
              scope="row"
              className="w-48 max-w-48 truncate py-1.5 pr-3 text-left font-normal max-sm:w-auto max-sm:max-w-28"
            >
              {narrows ? (
                <Link
                  href={askedAgain(asked, { [by]: part.group || NONE }) || '?'}
                  className="text-ink underline-offset-2 hover:underline"
                >
                  {nameOf(part.group, part.label)}
                </Link>
              ) : (
                nameOf(part.group, part.label)
              )}
            </th>
            <Measured part={part} by={by} highest={highest} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How far its bar and its interval reach. */
const reach = ({ value, interval, weight }: MetricPart): number =>
  weight === 'none' ? 0 : Math.max(value ?? 0, interval?.high ?? 0);

type MeasuredProps = Readonly<{ part: MetricPart; by: Dimension | 'hour'; highest: number }>;

function Measured({ part, by, highest }: MeasuredProps) {
  const tile = useTranslations('insights.tile');
  const { write } = useInsightWords();
  return (
    <>
      <td className="py-1.5 pr-3 max-sm:hidden">
        {part.weight !== 'none' && <Bar part={part} highest={highest} />}
      </td>
      <td className="w-56 py-1.5 text-right tabular-nums max-sm:w-auto">
        {part.weight === 'none' ? (
          <span className="text-ink-faint">{tile('tooFew')}</span>
        ) : (
          write.value(part.value, part.unit)
        )}
        <PartFacts part={part} by={by} />
      </td>
    </>
  );
}

function Bar({
  part: { value, interval, weight },
  highest,
}: Readonly<{ part: MetricPart; highest: number }>) {
  const width = (reached: number) =>
    `${highest > 0 ? Math.max(0, Math.min(100, (reached / highest) * 100)) : 0}%`;
  return (
    <div aria-hidden className="relative h-4 rounded-xs bg-sunken">
      <div
        className={classNames(
          'h-full rounded-xs',
          weight === 'sound' ? 'bg-accent-ink' : 'bg-line-strong/60',
        )}
        style={{ width: width(value ?? 0) }}
      />
      {interval && (
        <div
          className="absolute top-1/2 h-0.5 bg-ink"
          style={{
            left: width(interval.low),
            width: `calc(${width(interval.high)} - ${width(interval.low)})`,
          }}
        />
      )}
    </div>
  );
}
