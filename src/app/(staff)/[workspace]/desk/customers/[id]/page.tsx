import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getFormatter, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { may } from '@/domain/permission/can';
import { wholeName } from '@/domain/template/customer-name';
import { placeFromText } from '@/domain/view/view';
import { getCustomer, listOrganizationNames } from '@/features/customers/queries';
import { CustomerTickets } from '@/features/customers/ui/customer-tickets';
import { Identities } from '@/features/customers/ui/identities.client';
import { ProfileForm } from '@/features/customers/ui/profile-form.client';
import { CallLogButton } from '@/features/phone/ui/call-log-button.client';
import { listRequesterTickets } from '@/features/tickets/queries';
import { IslandMessages } from '@/i18n/island-messages';
import { timeZones } from '@/i18n/time-zones';
import { staffPage } from '@/server/auth/require-staff';
import { PageHeader } from '@/ui/page-header';
import { Panel } from '@/ui/panel';

type Props = Readonly<{
  params: Promise<{ workspace: string; id: string }>;
  searchParams: Promise<{ after?: string | string[] }>;
}>;

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Title and page ask for the same; the database is asked once. */
const load = cache(async (workspace: string, id: string) => {
  const staff = await staffPage(workspace, 'customer.read');
  const customer = ID.test(id) ? await getCustomer(staff.ctx, id) : null;
  if (!customer) notFound();
  return { staff, customer };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, id } = await params;
  const { customer } = await load(workspace, id);
  return { title: wholeName(customer) };
}

export default async function CustomerPage({ params, searchParams }: Props) {
  const { workspace, id } = await params;
  const { after } = await searchParams;
  const { staff, customer } = await load(workspace, id);
  const place = typeof after === 'string' ? placeFromText(after) : null;
  const [t, format, organizations, tickets] = await Promise.all([
    getTranslations('customer'),
    getFormatter(),
    listOrganizationNames(staff.ctx),
    listRequesterTickets(staff.ctx, { requesterId: id, after: place }),
  ]);
  const mayWrite = may(staff.ctx.actor, 'customer.write');
  const name = wholeName(customer);
  return (
    <IslandMessages namespaces={['customer', 'problem']}>
      <div className="mx-auto flex w-full max-w-4xl flex-col gap-6 px-4 py-6 sm:px-8 sm:py-8">
        <PageHeader
          title={name}
          description={t('page.since', { at: format.dateTime(customer.createdAt, { dateStyle: 'long' }) })}
          actions={
            may(staff.ctx.actor, 'ticket.reply') && (
              <IslandMessages namespaces={['phone']}>
                <CallLogButton
                  look="plain"
                  start={{ customerId: id, customer: name, number: numberOf(customer) }}
                />
              </IslandMessages>
            )
          }
        />
        <Panel title={t('tickets.title')}>
          <CustomerTickets
            workspace={workspace}
            customerId={id}
            name={name}
            list={tickets}
            isFirst={place === null}
          />
        </Panel>
        <Panel title={t('identities.title')}>
          <Identities workspace={workspace} customer={customer} mayWrite={mayWrite} />
        </Panel>
        <Panel title={t('profile.title')}>
          <ProfileForm
            key={customer.id}
            workspace={workspace}
            customer={customer}
            organizations={organizations}
            zones={timeZones()}
            mayWrite={mayWrite}
          />
        </Panel>
      </div>
    </IslandMessages>
  );
}

type Reached = Readonly<{ identities: readonly Readonly<{ kind: string; value: string }>[] }>;

/** The telephone number that we know them by, or an empty text. */
const numberOf = ({ identities }: Reached): string =>
  identities.find(({ kind }) => kind === 'phone')?.value ?? '';
