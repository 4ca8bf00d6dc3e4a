import { ClipboardList } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { Badge } from '@/ui/badge';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import type { ListedForm } from '../queries';
import { FormHealthBadge } from './form-health';

type Props = Readonly<{ workspace: string; forms: readonly ListedForm[] }>;

/** The forms, what becomes of what people send, and how much came. */
export function FormTable({ workspace, forms }: Props) {
  const t = useTranslations('formSetup');
  const common = useTranslations('common');
  const format = useFormatter();
  const columns: Column<ListedForm>[] = [
    {
      key: 'name',
      head: t('column.name'),
      cell: ({ id, name, inPortal }) => (
        <span className="flex flex-wrap items-center gap-2">
          <Link
            href={`/${workspace}/admin/forms/${id}`}
            className="rounded-sm font-medium text-accent-ink underline-offset-2 hover:underline"
          >
            {name}
          </Link>
          {inPortal && <Badge>{t('inPortal')}</Badge>}
        </span>
      ),
    },
    {
      key: 'goes',
      head: t('column.goes'),
      wide: true,
      cell: ({ type, priority }) => `${common(`type.${type}`)} · ${common(`priority.${priority}`)}`,
    },
    {
      key: 'health',
      head: t('column.health'),
      cell: (form) => <FormHealthBadge light={form} />,
    },
    { key: 'count', head: t('column.count'), kind: 'number', cell: ({ processed }) => processed },
    {
      key: 'last',
      head: t('column.last'),
      wide: true,
      cell: ({ lastReceivedAt }) =>
        lastReceivedAt
          ? format.dateTime(lastReceivedAt, { dateStyle: 'medium', timeStyle: 'short' })
          : t('never'),
    },
    {
      key: 'actions',
      head: t('column.actions'),
      kind: 'actions',
      cell: ({ publicKey, name, enabled }) =>
        enabled && (
          <a
            href={`/form/${publicKey}`}
            target="_blank"
            rel="noopener"
            aria-label={`${t('open')}: ${name}`}
            className="text-accent-ink underline-offset-2 hover:underline"
          >
            {t('open')}
          </a>
        ),
    },
  ];
  return (
    <DataTable
      caption={t('list')}
      columns={columns}
      rows={forms}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={ClipboardList} title={t('emptyTitle')}>
          {t('emptyBody')}
        </EmptyState>
      }
    />
  );
}
