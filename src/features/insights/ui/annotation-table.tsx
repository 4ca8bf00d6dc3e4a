import { CalendarDays, Pencil } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';
import { DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import type { Marked } from '../annotations';
import { useInsightWords } from '../words';
import { AnnotationDialog, DeleteAnnotation } from './annotation-dialog.client';

type Props = Readonly<{ workspace: string; marks: readonly Marked[]; today: string }>;

/** What was marked, the newest first. */
export function AnnotationTable({ workspace, marks, today }: Props) {
  const t = useTranslations('insights.marks');
  const { day } = useInsightWords();
  return (
    <DataTable
      caption={t('title')}
      rows={marks}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={CalendarDays} title={t('empty')} level={3} className="py-8">
          {t('emptyBody')}
        </EmptyState>
      }
      columns={[
        {
          key: 'day',
          head: t('day'),
          cell: (mark) => <span className="whitespace-nowrap tabular-nums">{day(mark.day)}</span>,
        },
        { key: 'text', head: t('text'), cell: ({ text }) => <span className="break-words">{text}</span> },
        { key: 'by', head: t('by'), wide: true, cell: ({ createdByName }) => createdByName },
        {
          key: 'actions',
          head: t('actions'),
          kind: 'actions',
          cell: (mark) => (
            <span className="inline-flex gap-1">
              <AnnotationDialog
                workspace={workspace}
                mark={mark}
                today={today}
                trigger={
                  <Button variant="ghost" size="icon-sm" aria-label={t('editNamed', { text: mark.text })}>
                    <Pencil aria-hidden />
                  </Button>
                }
              />
              <DeleteAnnotation workspace={workspace} mark={mark} />
            </span>
          ),
        },
      ]}
    />
  );
}
