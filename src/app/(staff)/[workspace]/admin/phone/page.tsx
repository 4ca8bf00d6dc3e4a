import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { getPhoneLists, getSpokenWords, listPhoneAccounts } from '@/features/phone/queries-admin';
import { getPhoneSettings } from '@/features/phone/queries-desk';
import { AccountTable } from '@/features/phone/ui/account-table';
import { SettingsForm } from '@/features/phone/ui/settings-form.client';
import { TextsForm } from '@/features/phone/ui/texts-form.client';
import { IslandMessages } from '@/i18n/island-messages';
import { type StaffPage, staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';
import { Panel } from '@/ui/panel';
import { TabLinks } from '@/ui/tab-links';

type Props = Readonly<{
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ language?: string | string[] }>;
}>;

const LANGUAGES = { en: 'English', hu: 'Magyar', lv: 'Latviešu' } as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('phone.admin');
  return { title: t('title') };
}

export default async function PhoneAdminPage({ params, searchParams }: Props) {
  const page = await staffPage((await params).workspace, 'channel.manage');
  const { ctx, workspace } = page;
  const [t, accounts, settings, lists] = await Promise.all([
    getTranslations('phone'),
    listPhoneAccounts(ctx),
    getPhoneSettings(ctx),
    getPhoneLists(ctx),
  ]);
  return (
    <IslandMessages namespaces={['phone', 'problem']}>
      <div className="flex flex-col gap-6">
        <PageHeader
          title={t('admin.title')}
          description={t('admin.description')}
          actions={
            <ButtonLink variant="primary" href={`/${workspace.slug}/admin/phone/new`}>
              <Plus aria-hidden />
              {t('admin.connect')}
            </ButtonLink>
          }
        />
        <AccountTable workspace={workspace.slug} accounts={accounts} />
        <Panel title={t('settings.title')} description={t('settings.description')}>
          <SettingsForm workspace={workspace.slug} stored={{ ...settings, ...lists }} />
        </Panel>
        <Words page={page} language={(await searchParams).language} />
      </div>
    </IslandMessages>
  );
}

type WordsProps = Readonly<{ page: StaffPage; language: string | string[] | undefined }>;

async function Words({ page, language }: WordsProps) {
  const { ctx, workspace } = page;
  const codes = Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[];
  const locale = codes.find((code) => code === (language ?? workspace.locale)) ?? 'en';
  const [t, words] = await Promise.all([
    getTranslations('phone.texts'),
    getSpokenWords(ctx, { locale, workspace: workspace.name }),
  ]);
  return (
    <Panel title={t('title')} description={t('description')}>
      <div className="flex flex-col gap-4">
        <TabLinks
          label={t('languages')}
          tabs={codes.map((code) => ({
            href: `/${workspace.slug}/admin/phone?language=${code}`,
            label: LANGUAGES[code],
            current: code === locale,
          }))}
        />
        <TextsForm key={locale} workspace={workspace.slug} locale={locale} words={words} />
      </div>
    </Panel>
  );
}
