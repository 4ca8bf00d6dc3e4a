import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageColumn } from '@/features/portal/ui/page-column';
import { AskSignIn } from '@/features/portal/ui/sign-in-forms.client';
import { IslandMessages } from '@/i18n/island-messages';
import { type PortalPlace, portalPage, publicPortalPage } from '@/server/portal/portal-page';
import { Notice } from '@/ui/notice';

type Props = Readonly<{ params: Promise<PortalPlace>; searchParams: Promise<{ next?: string }> }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await publicPortalPage(params);
  const t = await getTranslations('portal.signIn');
  return { title: t('title'), robots: { index: false } };
}

export default async function PortalSignInPage({ params, searchParams }: Props) {
  const [page, { next = '' }, place] = await Promise.all([portalPage(params), searchParams, params]);
  if (page.customer) redirect(page.href('/requests'));
  const t = await getTranslations('portal.signIn');
  return (
    <PageColumn narrow>
      <h1 className="font-semibold text-2xl">{t('title')}</h1>
      {page.workspace.signIn === 'nobody' ? (
        <Notice>{t('off')}</Notice>
      ) : (
        <IslandMessages namespaces={['portal.signIn']}>
          {next !== '' && <Notice>{t('needed')}</Notice>}
          <p className="text-ink-soft">{t('intro')}</p>
          <AskSignIn place={place} next={typeof next === 'string' ? next : ''} />
        </IslandMessages>
      )}
    </PageColumn>
  );
}
