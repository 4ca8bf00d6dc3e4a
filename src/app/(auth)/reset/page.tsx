import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RequestResetForm } from '@/features/account/ui/request-reset-form.client';
import { AuthCard } from '@/ui/auth-card';
import { ButtonLink } from '@/ui/button';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.reset');
  return { title: t('title') };
}

export default async function ResetPage() {
  const t = await getTranslations('auth.reset');
  return (
    <AuthCard title={t('title')}>
      <RequestResetForm />
      <p className="mt-5 text-center text-sm">
        <ButtonLink href="/sign-in" variant="link" size="sm">
          {t('back')}
        </ButtonLink>
      </p>
    </AuthCard>
  );
}
