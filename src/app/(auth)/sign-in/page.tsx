import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { SignInForm } from '@/features/account/ui/sign-in-form.client';
import { isSetUp } from '@/features/workspaces/queries';
import { signedIn } from '@/server/auth/signed-in';
import { visitor } from '@/server/auth/visitor';
import { AuthCard } from '@/ui/auth-card';
import { Notice } from '@/ui/notice';

type Query = Readonly<{ next?: string; email?: string; 'signed-out'?: string }>;
type Props = Readonly<{ searchParams: Promise<Query> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.signIn');
  return { title: t('title') };
}

export default async function SignInPage({ searchParams }: Props) {
  const { db } = await visitor();
  if (!(await isSetUp(db))) redirect('/setup');
  const [query, session] = await Promise.all([searchParams, signedIn()]);
  const { next = '/', email } = query;
  if (session && next === '/') redirect('/');
  const t = await getTranslations('auth.signIn');
  return (
    <AuthCard title={t('title')}>
      <div className="flex flex-col gap-4">
        {query['signed-out'] !== undefined && <Notice tone="info">{t('signedOut')}</Notice>}
        {next !== '/' && <p className="text-ink-soft">{t('goOn')}</p>}
        <SignInForm next={next} {...(email && { email })} />
      </div>
    </AuthCard>
  );
}
