import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ownPreferences } from '@/features/notifications/queries';
import { BrowserSwitch } from '@/features/notifications/ui/browser-switch.client';
import { PreferencesForm } from '@/features/notifications/ui/preferences-form.client';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notification.prefs');
  return { title: t('title') };
}

export default async function NotificationSettingsPage({ params }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'ticket.read');
  const [t, own] = await Promise.all([getTranslations('notification.prefs'), ownPreferences(ctx)]);
  return (
    <IslandMessages namespaces={['notification.prefs']}>
      <div className="mx-auto flex w-full max-w-4xl flex-col gap-8 px-4 py-6 sm:px-8 sm:py-8">
        <PageHeader title={t('title')} description={t('description', { workspace: workspace.name })} />
        <section aria-labelledby="here" className="flex flex-col gap-2">
          <h2 id="here" className="font-semibold text-ink">
            {t('here')}
          </h2>
          <p className="text-ink-soft text-sm">{t('hereBody')}</p>
          <BrowserSwitch />
        </section>
        <PreferencesForm workspace={workspace.slug} own={own} />
      </div>
    </IslandMessages>
  );
}
