import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { tierName } from '@/domain/customer/tier';
import { may } from '@/domain/permission/can';
import { wholeName } from '@/domain/template/customer-name';
import { placeFromText } from '@/domain/view/view';
import { survivingCustomer } from '@/features/customers/merge-queries';
import { getProfile } from '@/features/customers/profile';
import { type CustomerProfile, erasureOf, getCustomer } from '@/features/customers/queries';
import { BlockForm } from '@/features/customers/ui/block-form.client';
import { Consents } from '@/features/customers/ui/consents.client';
import { Contacts } from '@/features/customers/ui/contacts';
import { CustomerCalls, CustomerChats } from '@/features/customers/ui/customer-lines';
import { CustomerTickets } from '@/features/customers/ui/customer-tickets';
import { DeleteCustomer } from '@/features/customers/ui/delete-customer.client';
import { Duplicates } from '@/features/customers/ui/duplicates';
import { Identities } from '@/features/customers/ui/identities.client';
import { MergeDialog } from '@/features/customers/ui/merge-dialog.client';
import { Merges } from '@/features/customers/ui/merges.client';
import { ProfileForm } from '@/features/customers/ui/profile-form.client';
import { OwnFieldsPanel } from '@/features/fields/ui/own-fields-panel';
import { ordersOf } from '@/features/orders/queries';
import { CallLogButton } from '@/features/phone/ui/call-log-button.client';
import { surveyStop } from '@/features/surveys/queries-choice';
import { feedbackOfCustomer } from '@/features/surveys/queries-opinions';
import { IslandMessages } from '@/i18n/island-messages';
import { timeZones } from '@/i18n/time-zones';
import { type StaffPage, staffPage } from '@/server/auth/require-staff';
import { Button } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';
import { Panel } from '@/ui/panel';
import { CustomerBadges } from './badges';
import { MailsPanel, OpinionsPanel, OrdersPanel, PromisesPanel } from './care';
import { ErasedCustomer } from './erased';

type Props = Readonly<{
  params: Promise<{ workspace: string; id: string }>;
  searchParams: Promise<
    Readonly<
      Partial<
        Record<
          'after' | 'orders' | 'contacts' | 'calls' | 'chats' | 'promises' | 'answers',
          string | string[]
        >
      >
    >
  >;
}>;

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Title and page ask for the same; the database is asked once. */
const load = cache(async (workspace: string, id: string) => {
  const staff = await staffPage(workspace, 'customer.read');
  const customer = ID.test(id) ? await getCustomer(staff.ctx, id) : null;
  if (!customer) notFound();
  // Old links to a record that was merged away lead to the one that has all of it.
  const survivor = customer.mergedIntoId ? await survivingCustomer(staff.ctx, id) : null;
  if (survivor) redirect(`/${staff.workspace.slug}/desk/customers/${survivor}`);
  return { staff, customer };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, id } = await params;
  const { customer } = await load(workspace, id);
  return { title: wholeName(customer) };
}

export default async function CustomerPage({ params, searchParams }: Props) {
  const { workspace, id } = await params;
  const asked = await searchParams;
  const { staff, customer } = await load(workspace, id);
  const { ctx } = staff;
  const from = {
    tickets: placeIn(asked.after),
    orders: placeIn(asked.orders),
    calls: placeIn(asked.calls),
    chats: placeIn(asked.chats),
    contacts: instantIn(asked.contacts),
    promises: typeof asked.promises === 'string' ? asked.promises : undefined,
    answers: placeIn(asked.answers),
  };
  const [t, format, locale, profile, stop, answers, orders] = await Promise.all([
    getTranslations('customer'),
    getFormatter(),
    getLocale(),
    getProfile(ctx, { customerId: id, ...from }),
    surveyStop(ctx, id),
    feedbackOfCustomer(ctx, { customerId: id, after: from.answers }),
    ordersOf(ctx, { customerId: id, after: from.orders }),
  ]);
  const { organizations, tiers, tickets, duplicates, merges, contacts, own } = profile;
  const mayWrite = may(staff.ctx.actor, 'customer.write');
  const name = wholeName(customer);
  const listed = { workspace, customerId: id, name };
  if (customer.erasedAt)
    return (
      <ErasedCustomer
        {...listed}
        erasedAt={customer.erasedAt}
        erasure={await erasureOf(staff.ctx, id)}
        mayErase={may(ctx.actor, 'customer.delete')}
        tickets={tickets}
        isFirst={from.tickets === null}
      />
    );
  return (
    <IslandMessages namespaces={['customer', 'problem']}>
      <div className="mx-auto flex w-full max-w-4xl flex-col gap-6 px-4 py-6 sm:px-8 sm:py-8">
        <PageHeader
          title={name}
          description={t('page.since', { at: format.dateTime(customer.createdAt, { dateStyle: 'long' }) })}
          actions={<Acts staff={staff} customer={customer} name={name} />}
        />
        <CustomerBadges workspace={workspace} customer={customer} now={ctx.now()} />
        <Duplicates workspace={workspace} customerId={id} duplicates={duplicates} />
        <Panel title={t('tickets.title')}>
          <CustomerTickets
            workspace={workspace}
            customerId={id}
            name={name}
            list={tickets}
            isFirst={from.tickets === null}
          />
        </Panel>
        <OrdersPanel {...listed} shown={orders} actor={ctx.actor} isFirst={from.orders === null} />
        <PromisesPanel {...listed} promises={profile.promises} isFirst={!from.promises} />
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
            tiers={tiers.map((tier) => ({ id: tier.id, name: tierName(tier.names, locale) }))}
            mayWrite={mayWrite}
          />
        </Panel>
        <OwnFieldsPanel
          workspace={workspace}
          entity="customer"
          ownerId={id}
          fields={own}
          mayWrite={mayWrite}
        />
        <Panel title={t('contacts.title')}>
          <Contacts workspace={workspace} customerId={id} name={name} contacts={contacts} />
        </Panel>
        <Lines {...listed} profile={profile} from={from} />
        <Panel title={t('consent.title')}>
          <Consents workspace={workspace} customer={customer} mayWrite={mayWrite} />
        </Panel>
        <OpinionsPanel
          {...listed}
          answers={answers}
          stop={stop}
          mayWrite={mayWrite}
          isFirst={from.answers === null}
        />
        <MailsPanel customer={customer} />
        {merges.length > 0 && (
          <Panel title={t('merge.past')}>
            <Merges workspace={workspace} merges={merges} mayMerge={may(staff.ctx.actor, 'customer.merge')} />
          </Panel>
        )}
        {may(staff.ctx.actor, 'customer.block') && (
          <Panel title={t('block.title')}>
            <BlockForm key={String(customer.blockedAt !== null)} workspace={workspace} customer={customer} />
          </Panel>
        )}
        {may(staff.ctx.actor, 'customer.delete') && (
          <Panel title={t('delete.title')}>
            <DeleteCustomer {...listed} facts={profile.deletion} />
          </Panel>
        )}
      </div>
    </IslandMessages>
  );
}

type LinesProps = Readonly<{
  workspace: string;
  customerId: string;
  name: string;
  profile: Awaited<ReturnType<typeof getProfile>>;
  from: Readonly<{ calls: object | null; chats: object | null }>;
}>;

/** Calls and chats, where there are any. */
async function Lines({ profile: { calls, chats }, from, ...listed }: LinesProps) {
  const t = await getTranslations('customer');
  return (
    <>
      {(calls.rows.length > 0 || from.calls) && (
        <div id="calls">
          <Panel title={t('calls.title')}>
            <CustomerCalls {...listed} lines={calls} isFirst={from.calls === null} />
          </Panel>
        </div>
      )}
      {(chats.rows.length > 0 || from.chats) && (
        <div id="chats">
          <Panel title={t('chats.title')}>
            <CustomerChats {...listed} lines={chats} isFirst={from.chats === null} />
          </Panel>
        </div>
      )}
    </>
  );
}

type ActsProps = Readonly<{ staff: StaffPage; customer: CustomerProfile; name: string }>;

async function Acts({ staff, customer, name }: ActsProps) {
  const t = await getTranslations('customer.merge');
  const { actor } = staff.ctx;
  return (
    <>
      {may(actor, 'customer.merge') && (
        <MergeDialog
          workspace={staff.workspace.slug}
          customerId={customer.id}
          otherId={null}
          trigger={<Button>{t('open')}</Button>}
        />
      )}
      {may(actor, 'ticket.reply') && (
        <IslandMessages namespaces={['phone']}>
          <CallLogButton
            look="plain"
            start={{ customerId: customer.id, customer: name, number: numberOf(customer) }}
          />
        </IslandMessages>
      )}
    </>
  );
}

const placeIn = (value: string | string[] | undefined) =>
  typeof value === 'string' ? placeFromText(value) : null;

/** The instant of an address of a page of contacts; null for none. */
function instantIn(value: string | string[] | undefined): Date | null {
  return typeof value === 'string' && /^\d{12,14}$/.test(value) ? new Date(Number(value)) : null;
}

type Reached = Readonly<{ identities: readonly Readonly<{ kind: string; value: string }>[] }>;

/** The telephone number that we know them by, or an empty text. */
const numberOf = ({ identities }: Reached): string =>
  identities.find(({ kind }) => kind === 'phone')?.value ?? '';
