import { useTranslations } from 'next-intl';
import { Badge } from '@/ui/badge';
import { DataTable } from '@/ui/data-table';
import type { ImportLine } from '../queries';

/** The first lines that were not taken in, or not as a whole, each with the reason. */
export function WrongLines({ lines }: Readonly<{ lines: readonly ImportLine[] }>) {
  const t = useTranslations('imports');
  return (
    <DataTable
      caption={t('wrong')}
      rows={lines}
      rowKey={({ row }) => String(row)}
      columns={[
        { key: 'row', head: t('row'), kind: 'number', cell: ({ row }) => row },
        {
          key: 'outcome',
          head: t('outcome'),
          cell: ({ outcome }) => (
            <Badge tone={outcome === 'fail' ? 'danger' : 'neutral'} className="whitespace-nowrap">
              {t(wordFor(outcome))}
            </Badge>
          ),
        },
        {
          key: 'why',
          head: t('why'),
          cell: ({ problems }) => (
            <ul>
              {problems.map(({ code, field, value }) => (
                <li key={`${code}${field}${value}`} className="break-words">
                  {t(`problem.${code}`, { value, field: field ? t(`field.${field}`) : '' })}
                </li>
              ))}
            </ul>
          ),
        },
        {
          key: 'cells',
          head: t('line'),
          wide: true,
          cell: ({ cells }) => <span className="break-all text-ink-soft text-sm">{cells.join(' | ')}</span>,
        },
      ]}
    />
  );
}

const wordFor = (outcome: string | null) => {
  if (outcome === 'fail' || outcome === 'skip') return `became.${outcome}` as const;
  return 'partly';
};
