'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { useSubmit } from '@/ui/use-submit.client';
import { blockCustomerAction } from '../actions';
import type { CustomerProfile } from '../queries';

type Props = Readonly<{
  workspace: string;
  customer: Pick<CustomerProfile, 'id' | 'blockedAt' | 'blockedReason'>;
  onDone?: () => void;
}>;

/** Holds back what a customer sends, with a reason, or lets it in again. */
export function BlockForm({ workspace, customer, onDone }: Props) {
  const t = useTranslations('customer.block');
  const format = useFormatter();
  const { id: customerId, blockedAt, blockedReason } = customer;
  const { ref, onSubmit, pending } = useSubmit({
    send: (typed) =>
      blockCustomerAction(workspace, {
        customerId,
        blocked: blockedAt === null,
        reason: String(typed.get('reason') ?? ''),
      }),
    onDone: () => {
      toast(t(blockedAt === null ? 'done' : 'undone'));
      onDone?.();
    },
  });
  return (
    <form ref={ref} onSubmit={onSubmit} className="flex flex-wrap items-end gap-3">
      {blockedAt ? (
        <p className="min-w-52 flex-1">
          {t('since', { at: format.dateTime(blockedAt, { dateStyle: 'long' }) })}
          {blockedReason && <span className="block break-words text-ink-soft text-sm">{blockedReason}</span>}
        </p>
      ) : (
        <Field label={t('reason')} hint={t('body')} className="min-w-52 flex-1">
          <Input name="reason" maxLength={500} autoComplete="off" />
        </Field>
      )}
      <Button type="submit" pending={pending}>
        {t(blockedAt ? 'unblock' : 'block')}
      </Button>
    </form>
  );
}
