import { getFormatter, getTranslations } from 'next-intl/server';
import type { getProfile } from '@/features/customers/profile';
import type { Erasure } from '@/features/customers/queries';
import { CustomerTickets } from '@/features/customers/ui/customer-tickets';
import { EraseWords, ErasureProgress } from '@/features/customers/ui/erasure.client';
import { IslandMessages } from '@/i18n/island-messages';
import { Notice } from '@/ui/notice';
import { PageHeader } from '@/ui/page-header';
import { Panel } from '@/ui/panel';

type Props = Readonly<{
  workspace: string;
  customerId: string;
  name: string;
  erasedAt: Date;
  /** How far what was written is erased; null where it stays. */
  erasure: Erasure | null;
  mayErase: boolean;
  tickets: Awaited<ReturnType<typeof getProfile>>['tickets'];
  isFirst: boolean;
}>;

/** What is left of a customer who was deleted: their tickets. */
export async function ErasedCustomer({ erasedAt, erasure, mayErase, tickets, ...listed }: Props) {
  const [t, format] = await Promise.all([getTranslations('customer'), getFormatter()]);
  const { workspace, customerId } = listed;
  return (
    <IslandMessages namespaces={['customer.erased', 'customer.delete', 'problem']}>
      <div className="mx-auto flex w-full max-w-4xl flex-col gap-6 px-4 py-6 sm:px-8 sm:py-8">
        <PageHeader title={listed.name} />
        <Notice title={t('erased.title', { at: format.dateTime(erasedAt, { dateStyle: 'long' }) })}>
          {t(erasure ? 'erased.bodyWords' : 'erased.body')}
        </Notice>
        {erasure && (
          <Panel title={t('delete.words.title')}>
            {erasure.finishedAt ? (
              <p>
                {t('erased.gone', {
                  at: format.dateTime(erasure.finishedAt, { dateStyle: 'long', timeStyle: 'short' }),
                  messages: erasure.messages,
                  files: erasure.files,
                })}
              </p>
            ) : (
              <ErasureProgress done={erasure.done} tickets={erasure.tickets} />
            )}
          </Panel>
        )}
        <Panel title={t('tickets.title')}>
          <CustomerTickets list={tickets} {...listed} />
        </Panel>
        {!erasure && mayErase && (
          <Panel title={t('delete.words.title')}>
            <EraseWords workspace={workspace} customerId={customerId} />
          </Panel>
        )}
      </div>
    </IslandMessages>
  );
}
