import { Download, Filter, Pencil } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { tierName } from '@/domain/customer/tier';
import { may } from '@/domain/permission/can';
import { CustomerTabs } from '@/features/customers/ui/customer-tabs';
import { NewCustomer } from '@/features/customers/ui/new-customer.client';
import { CUSTOMER_COLUMNS, CUSTOMER_SORTS } from '@/features/segments/columns';
import { conditionNames } from '@/features/segments/condition-names';
import { listCustomerLines } from '@/features/segments/customer-lines';
import { type ListAddress, listAddress, listHref } from '@/features/segments/list-address';
import { type SegmentFaces, segmentFaces } from '@/features/segments/own-field-faces';
import { segmentOwnFields } from '@/features/segments/own-fields';
import { COUNT_LIMIT, countCustomers, listSegments, type Segment } from '@/features/segments/queries';
import { CustomerList } from '@/features/segments/ui/customer-list.client';
import { SegmentEditor } from '@/features/segments/ui/segment-editor.client';
import { listTiers } from '@/features/tiers/queries';
import { IslandMessages } from '@/i18n/island-messages';
import { type StaffPage, staffPage } from '@/server/auth/require-staff';
import { Button, ButtonLink } from '@/ui/button';
import { Input } from '@/ui/input';
import { PageHeader } from '@/ui/page-header';
import { TabLinks } from '@/ui/tab-links';

type Props = Readonly<{
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

const PAGE = 50;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('customers');
  return { title: t('title') };
}

export default async function CustomersPage({ params, searchParams }: Props) {
  const page = await staffPage((await params).workspace, 'customer.read');
  const { ctx, workspace } = page;
  const address = listAddress(await searchParams);
  const [t, locale, saved, tierRows, ownFields] = await Promise.all([
    getTranslations('customers'),
    getLocale(),
    listSegments(ctx),
    listTiers(ctx),
    segmentOwnFields(ctx.db, ctx),
  ]);
  const alphabet = new Intl.Collator(locale);
  const segments = saved.toSorted((one, other) => alphabet.compare(one.name, other.name));
  const segment = segments.find(({ id }) => id === address.segmentId) ?? null;
  const sort = address.sort ?? segment?.sort ?? 'newest';
  const wanted = { q: address.q, conditions: segment?.conditions ?? null };
  const [{ rows, next }, count, names] = await Promise.all([
    listCustomerLines(ctx, { ...wanted, sort, after: address.after, limit: PAGE, locale }),
    countCustomers(ctx, wanted),
    conditionNames(ctx, segment?.conditions ?? null),
  ]);
  const home = `/${workspace.slug}/customers`;
  const tiers = tierRows.map((tier) => ({ id: tier.id, name: tierName(tier.names, locale) }));
  return (
    <IslandMessages namespaces={['customers', 'customer', 'condition', 'sla.duration']}>
      <div className="mx-auto flex w-full max-w-6xl flex-col gap-4 px-4 py-6 sm:px-8 sm:py-8">
        <PageHeader
          title={t('title')}
          description={t(count > COUNT_LIMIT ? 'countCapped' : 'count', {
            count: Math.min(count, COUNT_LIMIT),
          })}
          actions={<Acts page={page} address={address} />}
        />
        <CustomerTabs workspace={workspace.slug} actor={ctx.actor} current="list" />
        <SegmentBar
          page={page}
          segments={segments}
          segment={segment}
          tiers={tiers}
          faces={segmentFaces(ownFields, locale)}
          names={names}
        />
        <form className="flex flex-wrap gap-2" action={home}>
          {segment && <input type="hidden" name="segment" value={segment.id} />}
          <Input
            name="q"
            type="search"
            defaultValue={address.q}
            aria-label={t('search')}
            placeholder={t('search')}
            className="max-w-md flex-1"
          />
          <Button type="submit">{t('find')}</Button>
          <SortLinks home={home} address={{ ...address, sort }} />
        </form>
        <CustomerList
          key={`${address.segmentId}${address.q}${address.after}`}
          workspace={workspace.slug}
          rows={rows}
          columns={segment?.columns ?? CUSTOMER_COLUMNS}
          tiers={tiers}
          may={{ write: may(ctx.actor, 'customer.write'), block: may(ctx.actor, 'customer.block') }}
        />
        <div className="flex gap-2 empty:hidden">
          {address.after && (
            <ButtonLink href={listHref(home, { ...address, after: null })}>{t('first')}</ButtonLink>
          )}
          {next && (
            <ButtonLink href={listHref(home, { ...address, after: next })} prefetch={false}>
              {t('more')}
            </ButtonLink>
          )}
        </div>
      </div>
    </IslandMessages>
  );
}

async function Acts({ page, address }: Readonly<{ page: StaffPage; address: ListAddress }>) {
  const t = await getTranslations('customers');
  const { ctx, workspace } = page;
  const file = `/api/desk/${workspace.slug}/customers/export`;
  return (
    <>
      {may(ctx.actor, 'customer.export') && (
        <ButtonLink href={listHref(file, { ...address, after: null })} prefetch={false}>
          <Download aria-hidden />
          {t('export')}
        </ButtonLink>
      )}
      {may(ctx.actor, 'customer.write') && <NewCustomer workspace={workspace.slug} />}
    </>
  );
}

type BarProps = Readonly<{
  page: StaffPage;
  segments: readonly Segment[];
  segment: Segment | null;
  tiers: readonly Readonly<{ id: string; name: string }>[];
  faces: SegmentFaces;
  names: Readonly<Record<string, string>>;
}>;

async function SegmentBar({ page, segments, segment, tiers, faces, names }: BarProps) {
  const t = await getTranslations('customers.segment');
  const { ctx, workspace } = page;
  const home = `/${workspace.slug}/customers`;
  const choices = { tierId: tiers, ...faces.choices };
  const editing = { workspace: workspace.slug, choices, own: faces.own, names };
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <TabLinks
        label={t('label')}
        tabs={[
          { href: home, label: t('all'), current: segment === null },
          ...segments.map(({ id, name }) => ({
            href: `${home}?segment=${id}`,
            label: name,
            current: id === segment?.id,
          })),
        ]}
      />
      {may(ctx.actor, 'customer.write') && (
        <span className="flex gap-2">
          {segment && (
            <SegmentEditor
              key={segment.id}
              {...editing}
              segment={segment}
              trigger={
                <Button size="sm" variant="ghost">
                  <Pencil aria-hidden />
                  {t('edit')}
                </Button>
              }
            />
          )}
          <SegmentEditor
            {...editing}
            segment={null}
            trigger={
              <Button size="sm">
                <Filter aria-hidden />
                {t('add')}
              </Button>
            }
          />
        </span>
      )}
    </div>
  );
}

async function SortLinks({ home, address }: Readonly<{ home: string; address: ListAddress }>) {
  const t = await getTranslations('customers.sort');
  return (
    <span className="flex flex-wrap items-center gap-1">
      {CUSTOMER_SORTS.map((sort) => (
        <ButtonLink
          key={sort}
          variant={sort === address.sort ? 'secondary' : 'ghost'}
          aria-current={sort === address.sort ? 'true' : undefined}
          href={listHref(home, { ...address, sort, after: null })}
          prefetch={false}
        >
          {t(sort)}
        </ButtonLink>
      ))}
    </span>
  );
}
