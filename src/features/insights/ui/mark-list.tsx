import { useTranslations } from 'next-intl';
import type { CourseMark } from '../course-marks';
import { useInsightWords } from '../words';

/** The marked days in words, by the numbers that stand in the picture. */
export function MarkList({ marks }: Readonly<{ marks: readonly CourseMark[] }>) {
  const t = useTranslations('insights.marks');
  const { day } = useInsightWords();
  const all = marks.flatMap(({ marked, numbers }) =>
    marked.map((each, index) => ({ ...each, number: numbers[index] ?? 0 })),
  );
  if (all.length === 0) return null;
  return (
    <section aria-label={t('title')}>
      <ol className="flex flex-wrap gap-x-5 gap-y-1 text-ink-soft text-sm">
        {all.map(({ id, number, day: on, text }) => (
          <li key={id} className="flex min-w-0 items-baseline gap-1.5">
            <span className="rounded-full border border-line px-1.5 text-ink-faint text-xs tabular-nums">
              {number}
            </span>
            <span className="whitespace-nowrap text-ink-faint">{day(on)}</span>
            <span className="min-w-0 break-words text-ink">{text}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
