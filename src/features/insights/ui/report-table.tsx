import { Mail } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { ButtonLink } from '@/ui/button';
import { DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { datesIn, useDates } from '@/ui/use-dates';
import type { ReportRow } from '../report-rows';
import { StopReport } from './stop-report.client';

type Props = Readonly<{ workspace: string; reports: readonly ReportRow[] }>;

/** The boards that go out by mail, with when each comes next. */
export function ReportTable({ workspace, reports }: Props) {
  const t = useTranslations('reports');
  const boards = useTranslations('insights.board');
  const dates = useDates();
  const locale = useLocale();
  const names = weekdaysIn(locale);
  const hourOf = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
  return (
    <DataTable
      caption={t('title')}
      rows={reports}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={Mail} title={t('empty')} level={3} className="py-8">
          {t('emptyBody')}
        </EmptyState>
      }
      columns={[
        { key: 'board', head: t('board'), cell: ({ board }) => boards(`${board}.title`) },
        {
          key: 'pace',
          head: t('pace'),
          cell: ({ pace, weekday, hour }) =>
            t(`when.${pace}`, { hour: hourOf(hour), weekday: names[weekday - 1] ?? '' }),
        },
        { key: 'reader', head: t('reader'), cell: ({ reader }) => reader },
        {
          key: 'next',
          head: t('next'),
          wide: true,
          cell: ({ nextAt }) => nextAt && dates.dateTime(nextAt, { dateStyle: 'medium', timeStyle: 'short' }),
        },
        {
          key: 'last',
          head: t('last'),
          wide: true,
          cell: ({ lastAt }) =>
            lastAt ? dates.dateTime(lastAt, { dateStyle: 'medium', timeStyle: 'short' }) : t('never'),
        },
        {
          key: 'stop',
          head: t('actions'),
          kind: 'actions',
          cell: ({ id, board, reader }) => {
            const name = `${boards(`${board}.title`)}, ${reader}`;
            return (
              <span className="inline-flex flex-wrap justify-end gap-2">
                <ButtonLink
                  size="sm"
                  href={`/${workspace}/insights/settings?report=${id}#mail-form`}
                  aria-label={t('editNamed', { name })}
                >
                  {t('edit')}
                </ButtonLink>
                <StopReport workspace={workspace} reportId={id} name={name} />
              </span>
            );
          },
        },
      ]}
    />
  );
}

/** The days of the week from Monday on. */
export const weekdaysIn = (locale: string): readonly string[] =>
  Array.from({ length: 7 }, (_, index) =>
    datesIn(locale, 'UTC').dateTime(new Date(Date.UTC(2026, 0, 5 + index)), { weekday: 'long' }),
  );
