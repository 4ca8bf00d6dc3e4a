import { getFormatter, getTranslations } from 'next-intl/server';
import type { getProfile } from '@/features/customers/profile';
import { CustomerTickets } from '@/features/customers/ui/customer-tickets';
import { Notice } from '@/ui/notice';
import { PageHeader } from '@/ui/page-header';
import { Panel } from '@/ui/panel';

type Props = Readonly<{
  workspace: string;
  customerId: string;
  name: string;
  erasedAt: Date;
  tickets: Awaited<ReturnType<typeof getProfile>>['tickets'];
  isFirst: boolean;
}>;

/** What is left of a customer who was deleted: their tickets. */
export async function ErasedCustomer({ erasedAt, tickets, ...listed }: Props) {
  const [t, format] = await Promise.all([getTranslations('customer'), getFormatter()]);
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-6 px-4 py-6 sm:px-8 sm:py-8">
      <PageHeader title={listed.name} />
      <Notice title={t('erased.title', { at: format.dateTime(erasedAt, { dateStyle: 'long' }) })}>
        {t('erased.body')}
      </Notice>
      <Panel title={t('tickets.title')}>
        <CustomerTickets list={tickets} {...listed} />
      </Panel>
    </div>
  );
}
