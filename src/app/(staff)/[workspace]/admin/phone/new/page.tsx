import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { phoneForms } from '@/channels/phone/providers';
import { listTeamChoices } from '@/features/channels/queries';
import { AccountForm } from '@/features/phone/ui/account-form.client';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('phone.admin');
  return { title: t('connect') };
}

export default async function NewPhonePage({ params }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'channel.manage');
  const [t, teams] = await Promise.all([getTranslations('phone.admin'), listTeamChoices(ctx)]);
  return (
    <IslandMessages namespaces={['phone', 'problem']}>
      <div className="flex max-w-3xl flex-col gap-6">
        <ButtonLink variant="link" href={`/${workspace.slug}/admin/phone`} className="self-start">
          <ArrowLeft aria-hidden />
          {t('back')}
        </ButtonLink>
        <PageHeader title={t('connect')} description={t('connectBody')} />
        <AccountForm workspace={workspace.slug} stored={null} forms={phoneForms()} teams={teams} />
      </div>
    </IslandMessages>
  );
}
