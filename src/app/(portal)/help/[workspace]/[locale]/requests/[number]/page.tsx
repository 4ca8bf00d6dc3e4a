import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { mustBeCustomer } from '@/features/portal/must-be-customer';
import { requestPage } from '@/features/portal/queries';
import { askedOf, doneOf, type RequestPageQuery } from '@/features/portal/request-page-query';
import { CustomerBar } from '@/features/portal/ui/customer-bar';
import { PageColumn } from '@/features/portal/ui/page-column';
import { RequestView } from '@/features/portal/ui/request-view';
import { questionBelow } from '@/features/surveys/queries-page';
import { RequestSurvey } from '@/features/surveys/ui/request-survey';
import { IslandMessages } from '@/i18n/island-messages';
import { type PortalPlace, portalPage, publicPortalPage } from '@/server/portal/portal-page';

type Props = Readonly<{
  params: Promise<PortalPlace & Readonly<{ number: string }>>;
  searchParams: Promise<RequestPageQuery>;
}>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await publicPortalPage(params);
  const t = await getTranslations('portal.requests');
  return { title: t('number', { number: (await params).number }), robots: { index: false } };
}

export default async function CustomerRequestPage({ params, searchParams }: Props) {
  const [page, query, { workspace, locale, number }] = await Promise.all([
    portalPage(params),
    searchParams,
    params,
  ]);
  const customer = mustBeCustomer(page, `/requests/${number}`);
  const before = askedOf(query);
  const wanted = /^\d{1,9}$/.test(number) ? Number(number) : 0;
  const [t, found] = await Promise.all([
    getTranslations('portal.request'),
    requestPage(customer.ctx, { number: wanted, before }),
  ]);
  if (!found) notFound();
  const survey = await questionBelow(
    { ...page.ctx, readerId: customer.id, locale: page.locale },
    found.request,
  );
  const self = page.href(`/requests/${found.request.number}`);
  return (
    <PageColumn>
      <IslandMessages namespaces={['portal.signOut', 'portal.request']}>
        <div className="flex flex-wrap items-center justify-between gap-2">
          <Link href={page.href('/requests')} className="text-accent-ink text-base hover:underline">
            {t('back')}
          </Link>
          <CustomerBar place={{ workspace, locale }} name={customer.name} profile={page.href('/profile')} />
        </div>
        <RequestView
          page={found}
          readerId={customer.id}
          timeZone={customer.timeZone ?? page.workspace.timeZone}
          company={page.workspace.name}
          self={self}
          files={page.href('/requests/files')}
          place={{ workspace, locale }}
          signIn={page.href('/sign-in')}
          done={doneOf(query)}
          past={before !== null}
          live={
            before === null
              ? `/api/portal/${workspace}/live?number=${found.request.number}&since=${page.ctx.now().getTime()}`
              : null
          }
        />
        {before === null && survey && <RequestSurvey {...survey} workspace={workspace} />}
      </IslandMessages>
    </PageColumn>
  );
}
