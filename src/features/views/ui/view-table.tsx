import { ListFilter } from 'lucide-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import type { SavedViewRow } from '../saved-views';
import { savedHref } from './view-links';

type Props = Readonly<{ workspace: string; views: readonly SavedViewRow[] }>;

/** All views that the reader sees: whose they are, and the way to what they ask. */
export async function ViewTable({ workspace, views }: Props) {
  const t = await getTranslations('views');
  return (
    <DataTable
      caption={t('title')}
      rows={views}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={ListFilter} title={t('none')}>
          {t('noneBody')}
        </EmptyState>
      }
      columns={[
        {
          key: 'name',
          head: t('name'),
          cell: ({ id, name }) => (
            <Link
              href={savedHref(workspace, id)}
              prefetch={false}
              className="break-words font-medium text-ink underline-offset-2 hover:underline"
            >
              {name}
            </Link>
          ),
        },
        {
          key: 'audience',
          head: t('audience'),
          cell: ({ audience, team }) => (audience === 'team' && team ? team : t(`audiences.${audience}`)),
        },
        { key: 'sort', head: t('sort'), wide: true, cell: ({ sort }) => t(`sorts.${sort}`) },
        {
          key: 'open',
          head: <span className="sr-only">{t('conditions')}</span>,
          cell: ({ id, name, mayChange }) => (
            <Link
              href={`/${workspace}/views/${id}`}
              prefetch={false}
              aria-label={`${t(mayChange ? 'change' : 'read')}: ${name}`}
              className="text-accent-ink underline-offset-2 hover:underline"
            >
              {t(mayChange ? 'change' : 'read')}
            </Link>
          ),
        },
      ]}
    />
  );
}
