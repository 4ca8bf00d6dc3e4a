import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { listForms, listHeldSubmissions } from '@/features/forms/queries';
import { FormTable } from '@/features/forms/ui/form-table';
import { HeldSubmissions } from '@/features/forms/ui/held-submissions.client';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('formSetup');
  return { title: t('title') };
}

export default async function FormsPage({ params }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'channel.manage');
  const [t, forms, held] = await Promise.all([
    getTranslations('formSetup'),
    listForms(ctx),
    listHeldSubmissions(ctx),
  ]);
  return (
    <IslandMessages namespaces={['formSetup']}>
      <div className="flex flex-col gap-6">
        <PageHeader
          title={t('title')}
          description={t('description')}
          actions={
            <ButtonLink href={`/${workspace.slug}/admin/forms/new`} variant="primary">
              <Plus aria-hidden />
              {t('add')}
            </ButtonLink>
          }
        />
        <FormTable workspace={workspace.slug} forms={forms} />
        {held.length > 0 && <HeldSubmissions workspace={workspace.slug} held={held} />}
      </div>
    </IslandMessages>
  );
}
