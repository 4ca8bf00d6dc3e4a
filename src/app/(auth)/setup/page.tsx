import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { isSetUp } from '@/features/workspaces/queries';
import { SetUpForm } from '@/features/workspaces/ui/set-up-form.client';
import { timeZones } from '@/i18n/time-zones';
import { visitor } from '@/server/auth/visitor';
import { env } from '@/server/env';
import { AuthCard } from '@/ui/auth-card';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.setUp');
  return { title: t('title') };
}

export default async function SetUpPage() {
  const { db } = await visitor();
  if (await isSetUp(db)) redirect('/sign-in');
  const [t, locale] = await Promise.all([getTranslations('auth.setUp'), getLocale()]);
  return (
    <AuthCard title={t('title')} intro={t('intro')} wide>
      <SetUpForm publicUrl={env().PUBLIC_URL} locale={locale} zones={timeZones()} />
    </AuthCard>
  );
}
