import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { mustBeCustomer } from '@/features/portal/must-be-customer';
import { listRequests } from '@/features/portal/queries-list';
import { asked, queryOf, type RequestQuery } from '@/features/portal/request-query';
import { CustomerBar } from '@/features/portal/ui/customer-bar';
import { PageColumn } from '@/features/portal/ui/page-column';
import { RequestList } from '@/features/portal/ui/request-list';
import { SignOutEverywhere } from '@/features/portal/ui/sign-out.client';
import { IslandMessages } from '@/i18n/island-messages';
import { type PortalPlace, portalPage, publicPortalPage } from '@/server/portal/portal-page';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { Input } from '@/ui/input';
import { TabLinks } from '@/ui/tab-links';

type Props = Readonly<{ params: Promise<PortalPlace>; searchParams: Promise<RequestQuery> }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await publicPortalPage(params);
  const t = await getTranslations('portal.requests');
  return { title: t('title'), robots: { index: false } };
}

export default async function RequestsPage({ params, searchParams }: Props) {
  const [page, query, place] = await Promise.all([portalPage(params), searchParams, params]);
  const customer = mustBeCustomer(page, '/requests');
  const wanted = asked(query);
  const [t, { rows, next }] = await Promise.all([
    getTranslations('portal.requests'),
    listRequests(customer.ctx, wanted),
  ]);
  const path = (over: RequestQuery) => `${page.href('/requests')}${queryOf(wanted, over)}`;
  const isShared = customer.ctx.actor.organizationId !== undefined;
  const groups = [...(['mine', 'copied'] as const), ...(isShared ? (['shared'] as const) : [])];
  const empty = wanted.state === 'open' ? t('emptyOpen') : t('empty');
  return (
    <PageColumn>
      <IslandMessages namespaces={['portal.signOut']}>
        <CustomerBar place={place} name={customer.name} profile={page.href('/profile')} />
      </IslandMessages>
      <h1 className="font-semibold text-2xl">{t('title')}</h1>
      <form action={page.href('/requests')} className="flex gap-2">
        <input type="hidden" name="state" value="all" />
        {wanted.whose !== 'mine' && <input type="hidden" name="whose" value={wanted.whose} />}
        <Input
          type="search"
          name="q"
          aria-label={t('search')}
          placeholder={t('search')}
          defaultValue={wanted.search}
        />
        <Button type="submit">{t('searchSubmit')}</Button>
      </form>
      <TabLinks
        label={t('whose')}
        tabs={groups.map((whose) => ({
          href: path({ whose }),
          label: t(whose),
          current: wanted.whose === whose,
        }))}
      />
      <TabLinks
        label={t('filter')}
        tabs={(['open', 'solved', 'all'] as const).map((state) => ({
          href: path({ state }),
          label: t(state),
          current: wanted.state === state,
        }))}
      />
      {rows.length === 0 ? (
        <EmptyState title={wanted.search ? t('nothingFound', { search: wanted.search }) : empty} />
      ) : (
        <RequestList rows={rows} timeZone={customer.timeZone ?? page.workspace.timeZone} href={page.href} />
      )}
      {next && (
        <Link href={path({ after: next })} className="self-start text-accent-ink hover:underline">
          {t('more')}
        </Link>
      )}
      <footer className="border-line border-t pt-4">
        <IslandMessages namespaces={['portal.signOut']}>
          <SignOutEverywhere place={place} />
        </IslandMessages>
      </footer>
    </PageColumn>
  );
}
