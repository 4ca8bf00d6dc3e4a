import { getTranslations } from 'next-intl/server';
import { ordersOf } from '@/features/orders/queries';
import { NewestOrders } from '@/features/orders/ui/newest-orders';
import { promisesElsewhere } from '@/features/promises/queries';
import { PromisesElsewhere } from '@/features/promises/ui/promise-list';
import { feedbackNotes } from '@/features/surveys/queries-opinions';
import { CustomerFeedback } from '@/features/surveys/ui/customer-feedback';
import type { StaffContext } from '@/server/context';

const ORDERS = 3;

type Asked = Readonly<{ ticketId: string; customerId: string }>;

/** What there is between us and the customer of a ticket besides it: orders, promises and opinions; three statements. */
export async function besideTicket(ctx: StaffContext, asked: Asked) {
  const [orders, promises, answers] = await Promise.all([
    ordersOf(ctx, { customerId: asked.customerId, limit: ORDERS }),
    promisesElsewhere(ctx, asked),
    feedbackNotes(ctx, asked),
  ]);
  return {
    orders,
    promises,
    /** What they said of this ticket, and the last that they said of anything else. */
    notes: answers.filter(({ here }) => here),
    opinion: answers.find(({ here }) => !here) ?? null,
  };
}

type Props = Readonly<{
  workspace: string;
  customerId: string;
  beside: Awaited<ReturnType<typeof besideTicket>>;
}>;

/** The same within the panel of the customer; what there is none of is left out. */
export async function BesideTicket({ workspace, customerId, beside }: Props) {
  const t = await getTranslations('customer.panel');
  const { orders, promises, opinion } = beside;
  const href = `/${workspace}/desk/customers/${customerId}`;
  return (
    <>
      <NewestOrders shown={orders} href={`${href}#orders`} />
      <PromisesElsewhere workspace={workspace} promises={promises} href={`${href}#promises`} />
      {opinion && (
        <div>
          <h3 className="mb-1 font-medium text-ink-soft text-sm">{t('opinion')}</h3>
          <CustomerFeedback workspace={workspace} label={t('opinion')} answers={[opinion]} />
        </div>
      )}
    </>
  );
}
