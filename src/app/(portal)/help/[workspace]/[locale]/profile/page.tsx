import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { mustBeCustomer } from '@/features/portal/must-be-customer';
import { ownProfile } from '@/features/portal/profile-query';
import { CustomerBar } from '@/features/portal/ui/customer-bar';
import { PageColumn } from '@/features/portal/ui/page-column';
import { AddressForms } from '@/features/portal/ui/profile-addresses.client';
import { ConsentForms } from '@/features/portal/ui/profile-consents.client';
import { MailForm, NameForm } from '@/features/portal/ui/profile-forms.client';
import { NumberForms } from '@/features/portal/ui/profile-numbers.client';
import { SignOutEverywhere } from '@/features/portal/ui/sign-out.client';
import { IslandMessages } from '@/i18n/island-messages';
import { timeZones } from '@/i18n/time-zones';
import { type PortalPlace, portalPage, publicPortalPage } from '@/server/portal/portal-page';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';

type Props = Readonly<{ params: Promise<PortalPlace>; searchParams: Promise<{ saved?: string }> }>;

const SAVED = ['profile', 'mails', 'address', 'number', 'consent'] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await publicPortalPage(params);
  const t = await getTranslations('portal.profile');
  return { title: t('title'), robots: { index: false } };
}

/** What customers can see and change of themselves. */
export default async function ProfilePage({ params, searchParams }: Props) {
  const [page, { saved }, place] = await Promise.all([portalPage(params), searchParams, params]);
  const customer = mustBeCustomer(page, '/profile');
  const [t, own] = await Promise.all([getTranslations('portal.profile'), ownProfile(customer.ctx)]);
  const done = SAVED.find((each) => each === saved);
  const zone = own.timeZone ?? page.workspace.timeZone;
  return (
    <PageColumn>
      <IslandMessages namespaces={['portal.signOut', 'portal.profile', 'portal.signIn']}>
        <div className="flex flex-wrap items-center justify-between gap-2">
          <Link href={page.href('/requests')} className="text-accent-ink text-base hover:underline">
            {t('back')}
          </Link>
          <CustomerBar place={place} name={customer.name} profile={page.href('/profile')} />
        </div>
        <h1 className="font-semibold text-2xl">{t('title')}</h1>
        {done && (
          <Notice tone="success" live>
            {t(`saved.${done}`)}
          </Notice>
        )}
        <Panel title={t('name.title')}>
          <NameForm place={place} own={own} zone={zone} zones={timeZones()} locale={page.locale} />
        </Panel>
        <Panel title={t('address.title')} description={t('address.body')}>
          <AddressForms place={place} addresses={own.addresses} />
        </Panel>
        <Panel title={t('numbers.title')} description={t('numbers.body')}>
          <NumberForms place={place} numbers={own.numbers} />
        </Panel>
        <Panel title={t('consents.title')} description={t('consents.body')}>
          <ConsentForms place={place} zone={zone} consents={own.consents} />
        </Panel>
        <Panel title={t('mails.title')} description={t('mails.body')}>
          <MailForm place={place} wants={own.wants} />
        </Panel>
        <SignOutEverywhere place={place} />
      </IslandMessages>
    </PageColumn>
  );
}
