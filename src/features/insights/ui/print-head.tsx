import { useTranslations } from 'next-intl';
import { useDates } from '@/ui/use-dates';
import type { Asked } from '../asked';
import { filterWords } from '../filter-words';
import type { FilterChoices } from '../queries';
import { useInsightWords } from '../words';

type Props = Readonly<{ workspace: string; now: Date; asked: Asked; choices: FilterChoices }>;

/** What stands in the filters, for paper, where there are none. */
export function PrintHead({ workspace, now, asked, choices }: Props) {
  const t = useTranslations('insights');
  const dates = useDates();
  const { day, partNames } = useInsightWords();
  const { from, to } = asked.period;
  const filters = filterWords(asked, choices, { by: (name) => t(`by.${name}`), partNames });
  const said = [
    { name: t('filter.period'), value: t('period', { from: day(from), to: day(to) }) },
    { name: t('filter.compared'), value: t(`filter.${asked.compared}`) },
    { name: t('filter.hours'), value: t(`filter.${asked.hours ?? 'usual'}`) },
    ...filters,
  ];
  return (
    <section aria-hidden className="hidden text-sm print:block">
      <p>{said.map(({ name, value }) => `${name}: ${value}`).join(' · ')}</p>
      <p>
        {t('print.made', {
          workspace,
          at: dates.dateTime(now, { dateStyle: 'medium', timeStyle: 'short' }),
        })}
      </p>
    </section>
  );
}
