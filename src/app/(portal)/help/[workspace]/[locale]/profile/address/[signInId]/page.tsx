import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { SIGN_IN_MINUTES } from '@/domain/portal/sign-in';
import { mustBeCustomer } from '@/features/portal/must-be-customer';
import { PageColumn } from '@/features/portal/ui/page-column';
import { ProveAddress } from '@/features/portal/ui/profile-addresses.client';
import { IslandMessages } from '@/i18n/island-messages';
import { type PortalPlace, portalPage, publicPortalPage } from '@/server/portal/portal-page';

type Props = Readonly<{ params: Promise<PortalPlace & Readonly<{ signInId: string }>> }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await publicPortalPage(params);
  const t = await getTranslations('portal.signIn');
  return { title: t('codeTitle'), robots: { index: false } };
}

/** Where the code is typed that proves a further address; the mail leads here, too. */
export default async function NewAddressPage({ params }: Props) {
  const [page, { workspace, locale, signInId }] = await Promise.all([portalPage(params), params]);
  mustBeCustomer(page, `/profile/address/${signInId}`);
  const [t, signIn] = await Promise.all([
    getTranslations('portal.profile'),
    getTranslations('portal.signIn'),
  ]);
  return (
    <PageColumn narrow>
      <h1 className="font-semibold text-2xl">{signIn('codeTitle')}</h1>
      <p className="text-ink-soft">{t('address.codeIntro', { minutes: SIGN_IN_MINUTES })}</p>
      <IslandMessages namespaces={['portal.signIn', 'portal.profile']}>
        <ProveAddress place={{ workspace, locale }} signInId={signInId} />
      </IslandMessages>
      <Link href={page.href('/profile')} className="self-start text-accent-ink text-base hover:underline">
        {t('title')}
      </Link>
    </PageColumn>
  );
}
