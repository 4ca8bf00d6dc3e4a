import { FileSpreadsheet } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { getFormatter, getTranslations } from 'next-intl/server';
import { CustomerTabs } from '@/features/customers/ui/customer-tabs';
import { listImports } from '@/features/imports/queries';
import { UploadForm } from '@/features/imports/ui/upload-form.client';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { Panel } from '@/ui/panel';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('imports');
  return { title: t('title') };
}

export default async function ImportsPage({ params }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'customer.import');
  const [t, format, files] = await Promise.all([
    getTranslations('imports'),
    getFormatter(),
    listImports(ctx),
  ]);
  return (
    <IslandMessages namespaces={['imports']}>
      <div className="mx-auto flex w-full max-w-6xl flex-col gap-5 px-4 py-6 sm:px-8 sm:py-8">
        <PageHeader title={t('title')} description={t('description')} />
        <CustomerTabs workspace={workspace.slug} actor={ctx.actor} current="import" />
        <Panel>
          <UploadForm workspace={workspace.slug} />
        </Panel>
        <DataTable
          caption={t('past')}
          rows={files}
          rowKey={({ id }) => id}
          empty={<EmptyState icon={FileSpreadsheet} title={t('empty')} />}
          columns={[
            {
              key: 'file',
              head: t('file'),
              cell: ({ id, fileName }) => (
                <Link
                  href={`/${workspace.slug}/customers/import/${id}`}
                  prefetch={false}
                  className="break-all underline-offset-2 hover:underline"
                >
                  {fileName}
                </Link>
              ),
            },
            { key: 'state', head: t('stateHead'), cell: ({ state }) => t(`state.${state}`) },
            { key: 'rows', head: t('lines'), kind: 'number', cell: ({ rows }) => format.number(rows) },
            { key: 'failed', head: t('failed'), kind: 'number', cell: ({ failed }) => format.number(failed) },
            {
              key: 'at',
              head: t('at'),
              wide: true,
              cell: ({ createdAt, byName }) =>
                `${format.dateTime(createdAt, { dateStyle: 'medium', timeStyle: 'short' })}, ${byName}`,
            },
          ]}
        />
      </div>
    </IslandMessages>
  );
}
