import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { PageColumn } from '@/features/portal/ui/page-column';
import { SignInByLink } from '@/features/portal/ui/sign-in-forms.client';
import { IslandMessages } from '@/i18n/island-messages';
import { type PortalPlace, portalPage, publicPortalPage } from '@/server/portal/portal-page';

type Props = Readonly<{ params: Promise<PortalPlace & Readonly<{ token: string }>> }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await publicPortalPage(params);
  const t = await getTranslations('portal.signIn');
  return { title: t('title'), robots: { index: false } };
}

/** Opening it signs nobody in and uses nothing up: programs that look into mails open every link. */
export default async function PortalLinkPage({ params }: Props) {
  const [page, { workspace, locale, token }] = await Promise.all([portalPage(params), params]);
  const t = await getTranslations('portal.signIn');
  return (
    <PageColumn narrow>
      <h1 className="font-semibold text-2xl">{t('linkTitle', { name: page.workspace.name })}</h1>
      <p className="text-ink-soft">{t('linkIntro')}</p>
      <IslandMessages namespaces={['portal.signIn']}>
        <SignInByLink place={{ workspace, locale }} token={token}>
          <p>{t('gone')}</p>
          <Link href={page.href('/sign-in')} className="text-accent-ink hover:underline">
            {t('again')}
          </Link>
        </SignInByLink>
      </IslandMessages>
    </PageColumn>
  );
}
