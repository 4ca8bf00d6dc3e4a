import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getFormatter, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { z } from 'zod';
import { may } from '@/domain/permission/can';
import { ownFieldsOf } from '@/features/fields/queries';
import { OwnFieldsPanel } from '@/features/fields/ui/own-fields-panel';
import { getOrganization } from '@/features/organizations/queries';
import { DeleteOrganization } from '@/features/organizations/ui/delete-organization.client';
import { Members } from '@/features/organizations/ui/members';
import { OrganizationForm } from '@/features/organizations/ui/organization-form.client';
import { OrganizationTickets } from '@/features/organizations/ui/organization-tickets';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { PageHeader } from '@/ui/page-header';
import { Panel } from '@/ui/panel';

type Props = Readonly<{
  params: Promise<{ workspace: string; organizationId: string }>;
  searchParams: Promise<{ after?: string | string[] }>;
}>;

/** Title and page ask for the same; the database is asked once. */
const load = cache(async (...[workspace, id, after]: [string, string, string | null]) => {
  const staff = await staffPage(workspace, 'customer.read');
  const organization = z.uuid().safeParse(id).success
    ? await getOrganization(staff.ctx, { id, after })
    : null;
  if (!organization) notFound();
  return { staff, organization };
});

async function loaded({ params, searchParams }: Props) {
  const { workspace, organizationId } = await params;
  const { after } = await searchParams;
  return load(workspace, organizationId, z.uuid().safeParse(after).data ?? null);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { organization } = await loaded(props);
  return { title: organization.name };
}

export default async function OrganizationPage(props: Props) {
  const { staff, organization } = await loaded(props);
  const { ctx, workspace } = staff;
  const { id, name, createdAt } = organization;
  const [t, format, own] = await Promise.all([
    getTranslations('organization'),
    getFormatter(),
    ownFieldsOf(ctx, { entity: 'organization', ownerId: id }),
  ]);
  const mayWrite = may(ctx.actor, 'customer.write');
  return (
    <IslandMessages namespaces={['organization']}>
      <div className="mx-auto flex w-full max-w-4xl flex-col gap-6 px-4 py-6 sm:px-8 sm:py-8">
        <PageHeader
          title={name}
          description={t('since', { at: format.dateTime(createdAt, { dateStyle: 'long' }) })}
          actions={
            mayWrite && <DeleteOrganization workspace={workspace.slug} organizationId={id} name={name} />
          }
        />
        <Panel title={t('members')}>
          <Members workspace={workspace.slug} organization={organization} mayWrite={mayWrite} />
        </Panel>
        <Panel title={t('tickets')}>
          <OrganizationTickets workspace={workspace.slug} tickets={organization.tickets} />
        </Panel>
        <Panel title={t('profile')}>
          <OrganizationForm
            key={id}
            workspace={workspace.slug}
            organization={organization}
            mayWrite={mayWrite}
          />
        </Panel>
        <OwnFieldsPanel
          workspace={workspace.slug}
          entity="organization"
          ownerId={id}
          fields={own}
          mayWrite={mayWrite}
        />
      </div>
    </IslandMessages>
  );
}
