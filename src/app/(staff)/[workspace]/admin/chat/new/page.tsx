import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { newChatSettings } from '@/domain/chat/settings';
import { listTeamChoices } from '@/features/channels/queries';
import { ChatAccountForm } from '@/features/chat/ui/setup/account-form.client';
import type { ChatDraft } from '@/features/chat/ui/setup/draft';
import { listCalendars } from '@/features/sla/queries';
import { IslandMessages } from '@/i18n/island-messages';
import { isLocale } from '@/i18n/locales';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('chatSetup');
  return { title: t('newTitle') };
}

export default async function NewChatAccountPage({ params }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'channel.manage');
  const [t, teams, calendars] = await Promise.all([
    getTranslations('chatSetup'),
    listTeamChoices(ctx),
    listCalendars(ctx),
  ]);
  const { locale } = workspace;
  const initial: ChatDraft = {
    accountId: null,
    name: '',
    teamId: null,
    enabled: true,
    allowedOrigins: [],
    calendarId: calendars.find(({ standard }) => standard)?.id ?? null,
    verifiedOnly: false,
    warnMinutes: 10,
    endMinutes: 15,
    settings: structuredClone(newChatSettings(isLocale(locale) ? locale : 'en')) as ChatDraft['settings'],
  };
  return (
    <IslandMessages namespaces={['chatSetup', 'common', 'problem']}>
      <div className="flex max-w-4xl flex-col gap-6">
        <ButtonLink variant="link" href={`/${workspace.slug}/admin/chat`} className="self-start">
          <ArrowLeft aria-hidden />
          {t('back')}
        </ButtonLink>
        <PageHeader title={t('newTitle')} description={t('description')} />
        <ChatAccountForm workspace={workspace.slug} initial={initial} teams={teams} calendars={calendars} />
      </div>
    </IslandMessages>
  );
}
