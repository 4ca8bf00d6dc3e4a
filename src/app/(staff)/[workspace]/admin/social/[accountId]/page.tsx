import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { listTeamChoices } from '@/features/channels/queries';
import { getAccount, getTestTicket, ownAddress, settingsOf } from '@/features/social/queries';
import { AccountForm } from '@/features/social/ui/account-form.client';
import { AccountHealth } from '@/features/social/ui/account-table';
import { RenewSecret } from '@/features/social/ui/renew-secret.client';
import { SetupSteps } from '@/features/social/ui/setup-steps';
import { TestAccount } from '@/features/social/ui/test-account.client';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';
import { Panel } from '@/ui/panel';

type Props = Readonly<{
  params: Promise<{ workspace: string; accountId: string }>;
  searchParams: Promise<{ test?: string }>;
}>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('social.admin');
  return { title: t('title') };
}

export default async function SocialAccountPage({ params, searchParams }: Props) {
  const { workspace: slug, accountId } = await params;
  const { ctx, workspace } = await staffPage(slug, 'channel.manage');
  const account = z.uuid().safeParse(accountId).success ? await getAccount(ctx, accountId) : null;
  if (!account) notFound();
  const since = z.iso.datetime().safeParse((await searchParams).test);
  const [t, teams, ticket] = await Promise.all([
    getTranslations('social'),
    listTeamChoices(ctx),
    since.success ? getTestTicket(ctx, { accountId, since: new Date(since.data) }) : null,
  ]);
  const { kind, values, webhook } = account;
  return (
    <IslandMessages namespaces={['social', 'common', 'problem']}>
      <div className="flex max-w-3xl flex-col gap-6">
        <ButtonLink variant="link" href={`/${workspace.slug}/admin/social`} className="self-start">
          <ArrowLeft aria-hidden />
          {t('admin.title')}
        </ButtonLink>
        <PageHeader title={account.name} description={t(`${kind}.name`)} />
        <AccountHealth account={account} />
        <Panel title={t('admin.check.title')}>
          <TestAccount
            workspace={workspace.slug}
            accountId={accountId}
            kind={kind}
            test={since.success ? { ticket } : null}
          />
        </Panel>
        <Panel title={t(kind === 'api' ? 'api.setup.title' : 'admin.setup.title')}>
          <SetupSteps kind={kind} webhook={webhook} values={values} own={ownAddress()} />
        </Panel>
        {kind === 'api' && (
          <Panel title={t('api.renew.title')}>
            <RenewSecret workspace={workspace.slug} accountId={accountId} />
          </Panel>
        )}
        <Panel title={t('admin.form.title')}>
          <AccountForm
            workspace={workspace.slug}
            kind={kind}
            settings={settingsOf(kind)}
            stored={account}
            teams={teams}
          />
        </Panel>
      </div>
    </IslandMessages>
  );
}
