import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { getReset } from '@/features/account/queries';
import { NewPasswordForm } from '@/features/account/ui/new-password-form.client';
import { visitor } from '@/server/auth/visitor';
import { AuthCard } from '@/ui/auth-card';
import { ButtonLink } from '@/ui/button';

type Props = Readonly<{ params: Promise<{ token: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.newPassword');
  return { title: t('title'), referrer: 'no-referrer' };
}

export default async function NewPasswordPage({ params }: Props) {
  const [{ token }, t] = await Promise.all([params, getTranslations('auth.newPassword')]);
  const reset = await getReset(await visitor(), token);
  if (!reset) {
    return (
      <AuthCard title={t('goneTitle')} intro={t('gone')}>
        <ButtonLink href="/reset" variant="primary">
          {t('askAgain')}
        </ButtonLink>
      </AuthCard>
    );
  }
  return (
    <AuthCard title={t('title')} intro={t('intro', { email: reset.email })}>
      <NewPasswordForm token={token} email={reset.email} />
    </AuthCard>
  );
}
