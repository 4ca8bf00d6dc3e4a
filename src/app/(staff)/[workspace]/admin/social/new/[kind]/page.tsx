import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { listTeamChoices } from '@/features/channels/queries';
import { isSocialKind } from '@/features/social/kinds';
import { ownAddress, settingsOf } from '@/features/social/queries';
import { AccountForm } from '@/features/social/ui/account-form.client';
import { SetupSteps } from '@/features/social/ui/setup-steps';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';
import { Panel } from '@/ui/panel';

type Props = Readonly<{ params: Promise<{ workspace: string; kind: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('social.admin');
  return { title: t('connect') };
}

export default async function NewSocialPage({ params }: Props) {
  const { workspace: slug, kind } = await params;
  const { ctx, workspace } = await staffPage(slug, 'channel.manage');
  if (!isSocialKind(kind)) notFound();
  const [t, teams] = await Promise.all([getTranslations('social'), listTeamChoices(ctx)]);
  return (
    <IslandMessages namespaces={['social', 'common', 'problem']}>
      <div className="flex max-w-3xl flex-col gap-6">
        <ButtonLink variant="link" href={`/${workspace.slug}/admin/social`} className="self-start">
          <ArrowLeft aria-hidden />
          {t('admin.title')}
        </ButtonLink>
        <PageHeader title={t(`${kind}.name`)} description={t(`${kind}.about`)} />
        <Panel title={t(kind === 'api' ? 'api.setup.title' : 'admin.setup.title')}>
          <SetupSteps kind={kind} webhook={null} values={{}} own={ownAddress()} />
        </Panel>
        <Panel title={t('admin.form.title')}>
          <AccountForm
            workspace={workspace.slug}
            kind={kind}
            settings={settingsOf(kind)}
            stored={null}
            teams={teams}
          />
        </Panel>
      </div>
    </IslandMessages>
  );
}
