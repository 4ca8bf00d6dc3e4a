import { useFormatter, useTranslations } from 'next-intl';
import { weightOf } from '@/domain/metrics/intervals';

type Props = Readonly<{ answered: number; asked: number }>;

/** How many of those who were asked have answered: the words beside a score. Few tell no share. */
export function ResponseRate({ answered, asked }: Props) {
  const t = useTranslations('feedback.score');
  const format = useFormatter();
  const share = asked > 0 && weightOf(asked) !== 'none' ? answered / asked : null;
  const percent = share !== null && format.number(share, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <p className="text-ink-faint text-sm tabular-nums">
      {t('rate')}: {percent && `${percent} · `}
      {asked === 0 ? t('rateNone') : t('rateOf', { answered, asked })}
    </p>
  );
}
