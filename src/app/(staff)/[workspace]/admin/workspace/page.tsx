import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { getWorkspaceSettings } from '@/features/workspaces/queries';
import { MailTextPanel } from '@/features/workspaces/ui/mail-text-panel';
import { WorkspaceForm } from '@/features/workspaces/ui/workspace-form.client';
import { IslandMessages } from '@/i18n/island-messages';
import { isLocale, LOCALES } from '@/i18n/locales';
import { timeZones } from '@/i18n/time-zones';
import { staffPage } from '@/server/auth/require-staff';
import { env } from '@/server/env';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ language?: string }>;
}>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.workspace');
  return { title: t('title') };
}

export default async function WorkspacePage({ params, searchParams }: Props) {
  const { ctx } = await staffPage((await params).workspace, 'workspace.manage');
  const [t, settings, { language }] = await Promise.all([
    getTranslations('admin.workspace'),
    getWorkspaceSettings(ctx),
    searchParams,
  ]);
  const locale = [language, settings.locale].find(isLocale) ?? LOCALES[0];
  return (
    <IslandMessages namespaces={['admin', 'common', 'problem']}>
      <div className="flex max-w-4xl flex-col gap-6">
        <PageHeader title={t('title')} description={t('description', { workspace: settings.name })} />
        <WorkspaceForm
          settings={settings}
          zones={timeZones()}
          address={`${env().PUBLIC_URL}/${settings.slug}`}
        />
        <MailTextPanel ctx={ctx} settings={settings} locale={locale} />
      </div>
    </IslandMessages>
  );
}
