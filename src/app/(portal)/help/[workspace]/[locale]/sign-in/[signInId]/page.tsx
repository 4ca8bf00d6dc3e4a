import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { SIGN_IN_MINUTES } from '@/domain/portal/sign-in';
import { PageColumn } from '@/features/portal/ui/page-column';
import { SignInByCode } from '@/features/portal/ui/sign-in-forms.client';
import { IslandMessages } from '@/i18n/island-messages';
import { type PortalPlace, portalPage, publicPortalPage } from '@/server/portal/portal-page';

type Props = Readonly<{ params: Promise<PortalPlace & Readonly<{ signInId: string }>> }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await publicPortalPage(params);
  const t = await getTranslations('portal.signIn');
  return { title: t('codeTitle'), robots: { index: false } };
}

/** Says the same whether or not a mail has left, so that nobody learns which addresses are known. */
export default async function PortalCodePage({ params }: Props) {
  const [{ href }, { workspace, locale, signInId }] = await Promise.all([portalPage(params), params]);
  const t = await getTranslations('portal.signIn');
  return (
    <PageColumn narrow>
      <h1 className="font-semibold text-2xl">{t('codeTitle')}</h1>
      <p className="text-ink-soft">{t('codeIntro', { minutes: SIGN_IN_MINUTES })}</p>
      <IslandMessages namespaces={['portal.signIn']}>
        <SignInByCode place={{ workspace, locale }} signInId={signInId} />
      </IslandMessages>
      <Link href={href('/sign-in')} className="self-start text-accent-ink text-base hover:underline">
        {t('again')}
      </Link>
    </PageColumn>
  );
}
