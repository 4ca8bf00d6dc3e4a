'use client';

import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { notSameCustomerAction } from '../actions';

type Props = Readonly<{ workspace: string; customerId: string; otherId: string }>;

/** Says that two records are two people, once and for all. */
export function NotSame({ workspace, customerId, otherId }: Props) {
  const t = useTranslations('customer.merge');
  const problems = useTranslations('problem');
  const [pending, start] = useTransition();
  const run = () =>
    start(async () => {
      const done = await notSameCustomerAction(workspace, { customerId, otherId });
      if (done.ok) toast(t('notSameDone'));
      else toast.error(problems(done.error.code));
    });
  return (
    <Button size="sm" variant="ghost" pending={pending} onClick={run}>
      {t('notSame')}
    </Button>
  );
}
