import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { SignOutButton } from '@/features/account/ui/sign-out-button.client';
import { requireUser } from '@/server/auth/require-user';
import { AuthCard } from '@/ui/auth-card';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.nowhere');
  return { title: t('title') };
}

export default async function NoWorkspacePage() {
  const user = await requireUser();
  if (user.memberships.length > 0) redirect('/');
  const t = await getTranslations('auth.nowhere');
  return (
    <AuthCard title={t('title')} intro={t('body', { email: user.email })}>
      <SignOutButton />
    </AuthCard>
  );
}
