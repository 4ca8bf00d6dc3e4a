import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { phoneForms } from '@/channels/phone/providers';
import { listTeamChoices } from '@/features/channels/queries';
import { getPhoneAccount, type PhoneAccountForm as Stored } from '@/features/phone/queries-admin';
import { AccountForm, TestAccount } from '@/features/phone/ui/account-form.client';
import { PhoneAccountHealth } from '@/features/phone/ui/account-health';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';
import { Panel } from '@/ui/panel';

type Props = Readonly<{ params: Promise<{ workspace: string; accountId: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('phone.admin');
  return { title: t('title') };
}

export default async function PhoneAccountPage({ params }: Props) {
  const { workspace: slug, accountId } = await params;
  const { ctx, workspace } = await staffPage(slug, 'channel.manage');
  const account = z.uuid().safeParse(accountId).success ? await getPhoneAccount(ctx, accountId) : null;
  if (!account) notFound();
  const [t, teams] = await Promise.all([getTranslations('phone.admin'), listTeamChoices(ctx)]);
  return (
    <IslandMessages namespaces={['phone', 'problem']}>
      <div className="flex max-w-3xl flex-col gap-6">
        <ButtonLink variant="link" href={`/${workspace.slug}/admin/phone`} className="self-start">
          <ArrowLeft aria-hidden />
          {t('back')}
        </ButtonLink>
        <PageHeader title={account.name} description={t(account.provider)} />
        <PhoneAccountHealth account={account} />
        <Addresses account={account} />
        <Panel title={t('testTitle')}>
          <TestAccount workspace={workspace.slug} accountId={account.id} />
        </Panel>
        <AccountForm workspace={workspace.slug} stored={account} forms={phoneForms()} teams={teams} />
      </div>
    </IslandMessages>
  );
}

/** What has to be told to the provider; a telephone system of one's own is also given the secret. */
async function Addresses({ account }: Readonly<{ account: Stored }>) {
  const t = await getTranslations('phone.admin');
  const lines = [
    ...account.addresses.map(({ purpose, address }) => [t(`address.${purpose}`), address] as const),
    ...Object.entries(account.generated).map(
      ([name, value]) => [t(`field.${name}.label` as 'field.secret.label'), value] as const,
    ),
  ];
  return (
    <Panel title={t('tellTitle')} description={t(`tell.${account.provider}`)}>
      <dl className="flex flex-col gap-3">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt className="text-ink-soft text-sm">{name}</dt>
            <dd className="select-all break-all font-mono text-ink text-sm">{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
