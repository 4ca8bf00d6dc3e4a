import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { listForms } from '@/features/forms/queries';
import { PortalForms } from '@/features/forms/ui/portal-forms.client';
import { portalSetup } from '@/features/portal/setup-queries';
import { HostForm } from '@/features/portal/ui/setup/host-form.client';
import { LogoForm } from '@/features/portal/ui/setup/logo-form.client';
import { PortalForm } from '@/features/portal/ui/setup/portal-form.client';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { Notice } from '@/ui/notice';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('portalSetup');
  return { title: t('title') };
}

export default async function PortalSetupPage({ params }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'workspace.manage');
  const [t, { now, logo, host, address, target }, forms] = await Promise.all([
    getTranslations('portalSetup'),
    portalSetup(ctx),
    listForms(ctx),
  ]);
  return (
    <IslandMessages namespaces={['portalSetup']}>
      <div className="flex flex-col gap-6">
        <PageHeader title={t('title')} description={t('description')} />
        {now.enabled && (
          <Notice>
            {t('at')}{' '}
            <a
              href={address}
              target="_blank"
              rel="noreferrer"
              className="break-all text-accent-ink underline"
            >
              {address}
            </a>
          </Notice>
        )}
        <PortalForm workspace={workspace.slug} name={workspace.name} now={now} />
        <PortalForms
          workspace={workspace.slug}
          forms={forms.map(({ id, name, inPortal, enabled }) => ({ id, name, inPortal, enabled }))}
        />
        <LogoForm workspace={workspace.slug} logo={logo} />
        <HostForm workspace={workspace.slug} target={target} now={host} />
      </div>
    </IslandMessages>
  );
}
