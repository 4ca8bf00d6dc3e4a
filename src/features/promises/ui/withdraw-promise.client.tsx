'use client';

import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { withdrawPromiseAction } from '../actions';

type Props = Readonly<{ workspace: string; promiseId: string }>;

/** Takes back what was written down by mistake. */
export function WithdrawPromise({ workspace, promiseId }: Props) {
  const t = useTranslations('promise.panel');
  const problem = useTranslations('problem');
  const [pending, start] = useTransition();
  const withdraw = () =>
    start(async () => {
      const done = await withdrawPromiseAction(workspace, { promiseId });
      if (done.ok) toast(t('withdrawn'));
      else toast.error(problem(done.error.code));
    });
  return (
    <button
      type="button"
      onClick={withdraw}
      disabled={pending}
      className="mt-1 text-accent-ink text-xs underline-offset-2 hover:underline disabled:opacity-50"
    >
      {t('withdraw')}
    </button>
  );
}
