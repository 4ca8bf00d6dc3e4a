'use client';

import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { DeleteDialog } from '@/ui/delete-dialog.client';
import { deleteCustomerAction } from '../actions';

const PAUSE_MS = 1500;

type ProgressProps = Readonly<{ done: number; tickets: number }>;

/** How far the erasing of what was written has come; looks again by itself. */
export function ErasureProgress({ done, tickets }: ProgressProps) {
  const t = useTranslations('customer.erased');
  const format = useFormatter();
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), PAUSE_MS);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <div className="flex flex-col gap-2">
      <p role="status">{t('going', { done: format.number(done), tickets: format.number(tickets) })}</p>
      <progress className="w-full" max={Math.max(tickets, 1)} value={done} aria-label={t('bar')} />
    </div>
  );
}

type Props = Readonly<{ workspace: string; customerId: string }>;

/** Erases what was written with a customer whose name is deleted already, after asking. */
export function EraseWords({ workspace, customerId }: Props) {
  const t = useTranslations('customer.delete.words');
  const all = useTranslations('customer.delete');
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <p className="min-w-0 flex-1 basis-72 text-ink-soft">{t('hint')}</p>
      <DeleteDialog
        words={{
          button: t('button'),
          sure: t('sure'),
          body: (
            <>
              <span className="block">{t('goes')}</span>
              <span className="mt-2 block font-medium text-ink">{all('final')}</span>
            </>
          ),
          done: t('begun'),
        }}
        remove={() => deleteCustomerAction(workspace, { customerId, anonymise: true, eraseWords: true })}
        leadTo={`/${workspace}/desk/customers/${customerId}`}
      />
    </div>
  );
}
