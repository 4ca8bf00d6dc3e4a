import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { listChecklistTemplates } from '@/features/checklists/queries';
import { TemplateDialog } from '@/features/checklists/ui/template-dialog.client';
import { TemplateTable } from '@/features/checklists/ui/template-table';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { Button } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('checklist');
  return { title: t('title') };
}

export default async function ChecklistsPage({ params }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'macro.manage');
  const [t, templates] = await Promise.all([getTranslations('checklist'), listChecklistTemplates(ctx)]);
  return (
    <IslandMessages namespaces={['checklist']}>
      <div className="flex flex-col gap-5">
        <PageHeader
          title={t('title')}
          description={t('description')}
          actions={
            <TemplateDialog
              workspace={workspace.slug}
              template={null}
              trigger={
                <Button variant="primary">
                  <Plus aria-hidden />
                  {t('add')}
                </Button>
              }
            />
          }
        />
        <TemplateTable workspace={workspace.slug} templates={templates} />
      </div>
    </IslandMessages>
  );
}
