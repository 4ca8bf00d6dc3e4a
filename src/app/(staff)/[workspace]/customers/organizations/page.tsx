import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { may } from '@/domain/permission/can';
import { CustomerTabs } from '@/features/customers/ui/customer-tabs';
import { listOrganizations } from '@/features/organizations/queries';
import { NewOrganization } from '@/features/organizations/ui/new-organization.client';
import { OrganizationTable } from '@/features/organizations/ui/organization-table';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { Button, ButtonLink } from '@/ui/button';
import { Input } from '@/ui/input';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ q?: string | string[]; after?: string | string[] }>;
}>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('organization');
  return { title: t('title') };
}

const textOf = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '');

export default async function OrganizationsPage({ params, searchParams }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'customer.read');
  const asked = await searchParams;
  const [q, after] = [textOf(asked.q).slice(0, 200), textOf(asked.after) || null];
  const locale = await getLocale();
  const [t, { rows, next }] = await Promise.all([
    getTranslations('organization'),
    listOrganizations(ctx, { q, after, locale }),
  ]);
  const here = `/${workspace.slug}/customers/organizations`;
  const search = q ? `q=${encodeURIComponent(q)}&` : '';
  return (
    <IslandMessages namespaces={['organization']}>
      <div className="mx-auto flex w-full max-w-6xl flex-col gap-5 px-4 py-6 sm:px-8 sm:py-8">
        <PageHeader
          title={t('title')}
          description={t('description')}
          actions={may(ctx.actor, 'customer.write') && <NewOrganization workspace={workspace.slug} />}
        />
        <CustomerTabs workspace={workspace.slug} actor={ctx.actor} current="organizations" />
        <form className="flex max-w-md gap-2" action={here}>
          <Input name="q" type="search" defaultValue={q} aria-label={t('search')} placeholder={t('search')} />
          <Button type="submit">{t('find')}</Button>
        </form>
        <OrganizationTable workspace={workspace.slug} rows={rows} isSearch={q !== ''} />
        <div className="flex gap-2 empty:hidden">
          {after && <ButtonLink href={`${here}?${search}`}>{t('first')}</ButtonLink>}
          {next && (
            <ButtonLink href={`${here}?${search}after=${next}`} prefetch={false}>
              {t('more')}
            </ButtonLink>
          )}
        </div>
      </div>
    </IslandMessages>
  );
}
