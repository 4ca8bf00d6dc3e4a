'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type DeletionFacts, deletionOf } from '@/domain/customer/deletion';
import { Checkbox } from '@/ui/checkbox';
import { DeleteDialog } from '@/ui/delete-dialog.client';
import { Notice } from '@/ui/notice';
import { deleteCustomerAction } from '../actions';

type Props = Readonly<{ workspace: string; customerId: string; name: string; facts: DeletionFacts }>;

/** Deletes a customer, after asking by name and saying what goes and what stays. */
export function DeleteCustomer({ workspace, customerId, name, facts }: Props) {
  const t = useTranslations('customer.delete');
  const problem = useTranslations('problem');
  const [eraseWords, setEraseWords] = useState(false);
  const way = deletionOf(facts);
  if (way === 'customer.open_tickets') return <Notice>{problem(way)}</Notice>;
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <p className="min-w-0 flex-1 basis-72 text-ink-soft">{t(`${way}.lead`)}</p>
      <DeleteDialog
        words={{
          button: t('button'),
          sure: t('sure', { name }),
          body: (
            <>
              <span className="block">{t(`${way}.goes`)}</span>
              {way === 'anonymise' && (
                <span className="mt-2 block">{t(eraseWords ? 'words.goes' : 'anonymise.stays')}</span>
              )}
              <span className="mt-2 block font-medium text-ink">{t('final')}</span>
            </>
          ),
          done: t('done'),
        }}
        choice={
          way === 'anonymise' && (
            <Checkbox
              label={t('words.choice')}
              hint={t('words.hint')}
              checked={eraseWords}
              onChange={({ target }) => setEraseWords(target.checked)}
            />
          )
        }
        remove={() =>
          deleteCustomerAction(workspace, { customerId, anonymise: way === 'anonymise', eraseWords })
        }
        leadTo={way === 'delete' ? `/${workspace}/customers` : `/${workspace}/desk/customers/${customerId}`}
      />
    </div>
  );
}
