import { Building2 } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Badge } from '@/ui/badge';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import type { OrganizationRow } from '../queries';

type Props = Readonly<{ workspace: string; rows: readonly OrganizationRow[]; isSearch: boolean }>;

/** Organizations by name. */
export function OrganizationTable({ workspace, rows, isSearch }: Props) {
  const t = useTranslations('organization');
  const columns: Column<OrganizationRow>[] = [
    {
      key: 'name',
      head: t('name'),
      cell: ({ id, name }) => (
        <Link
          href={`/${workspace}/customers/organizations/${id}`}
          prefetch={false}
          className="break-words font-medium text-ink underline-offset-2 hover:underline"
        >
          {name}
        </Link>
      ),
    },
    {
      key: 'domains',
      head: t('domains'),
      wide: true,
      cell: ({ domains }) => <span className="break-words text-ink-soft">{domains.join(', ')}</span>,
    },
    { key: 'members', head: t('members'), kind: 'number', cell: ({ members }) => members },
    { key: 'open', head: t('open'), kind: 'number', cell: ({ open }) => open },
    {
      key: 'shared',
      head: t('sharedShort'),
      wide: true,
      cell: ({ sharedRequests }) =>
        sharedRequests ? (
          <Badge tone="info">{t('sharedOn')}</Badge>
        ) : (
          <span className="text-ink-faint">{t('sharedOff')}</span>
        ),
    },
  ];
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={Building2} title={isSearch ? t('emptySearch') : t('empty')}>
          {t('emptyBody')}
        </EmptyState>
      }
    />
  );
}
