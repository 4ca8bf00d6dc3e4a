import { Bell, Zap } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { may } from '@/domain/permission/can';
import { getOwnMembership, listSessions } from '@/features/account/queries';
import { AppearanceForm } from '@/features/account/ui/appearance-form.client';
import { ChangePasswordForm } from '@/features/account/ui/change-password-form.client';
import { OwnMembershipForm } from '@/features/account/ui/own-membership-form.client';
import { ProfileForm } from '@/features/account/ui/profile-form.client';
import { SessionList } from '@/features/account/ui/session-list';
import { SettingsSection } from '@/features/account/ui/settings-section';
import { AvailabilitySection } from '@/features/routing/ui/availability-section';
import { IslandMessages } from '@/i18n/island-messages';
import { timeZones } from '@/i18n/time-zones';
import { staffPage } from '@/server/auth/require-staff';
import { requireUser } from '@/server/auth/require-user';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account');
  return { title: t('title') };
}

export default async function MePage({ params }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'ticket.read');
  const [user, t, macros, routing, notices] = await Promise.all([
    requireUser(),
    getTranslations('account'),
    getTranslations('macro'),
    getTranslations('routing.own'),
    getTranslations('notification.prefs'),
  ]);
  const { name, email, locale, timeZone, theme, density, shortcuts } = user;
  const [own, sessions] = await Promise.all([getOwnMembership(ctx), listSessions(user)]);
  return (
    <IslandMessages namespaces={['account', 'routing', 'common', 'problem']}>
      <div className="mx-auto w-full max-w-4xl px-4 py-6 sm:px-8 sm:py-8">
        <PageHeader title={t('title')} description={t('description')} className="mb-6" />
        <SettingsSection id="profile" title={t('profile.title')} body={t('profile.body')}>
          <ProfileForm user={{ name, email, locale, timeZone }} zones={timeZones()} />
        </SettingsSection>
        <SettingsSection id="appearance" title={t('appearance.title')} body={t('appearance.body')}>
          <AppearanceForm user={{ theme, density, shortcuts }} />
        </SettingsSection>
        <SettingsSection
          id="here"
          title={t('here.title', { workspace: workspace.name })}
          body={t('here.body')}
        >
          <OwnMembershipForm workspace={workspace.slug} own={own} />
        </SettingsSection>
        <SettingsSection
          id="notifications"
          title={notices('title')}
          body={notices('description', { workspace: workspace.name })}
        >
          <ButtonLink href={`/${workspace.slug}/me/notifications`}>
            <Bell aria-hidden />
            {notices('back')}
          </ButtonLink>
        </SettingsSection>
        {may(ctx.actor, 'ticket.reply') && (
          <SettingsSection id="availability" title={routing('title')} body={routing('body')}>
            <AvailabilitySection ctx={ctx} workspace={workspace.slug} timeZone={timeZone} />
          </SettingsSection>
        )}
        <SettingsSection id="macros" title={macros('mineTitle')} body={macros('mineDescription')}>
          <ButtonLink href={`/${workspace.slug}/me/macros`}>
            <Zap aria-hidden />
            {macros('back')}
          </ButtonLink>
        </SettingsSection>
        <SettingsSection id="password" title={t('password.title')} body={t('password.body')}>
          <ChangePasswordForm email={email} />
        </SettingsSection>
        <SettingsSection id="sessions" title={t('sessions.title')} body={t('sessions.body')}>
          <SessionList sessions={sessions} />
        </SettingsSection>
      </div>
    </IslandMessages>
  );
}
