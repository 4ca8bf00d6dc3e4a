'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { tryFormAction } from '../actions';

/** Sends the stored form as a customer would, and leads to the ticket that comes of it. */
export function TryForm({ workspace, formId }: Readonly<{ workspace: string; formId: string }>) {
  const t = useTranslations('formSetup.test');
  const problem = useTranslations('problem');
  const [ticket, setTicket] = useState<number | null>(null);
  const [pending, start] = useTransition();
  const run = () =>
    start(async () => {
      const result = await tryFormAction(workspace, { formId });
      if (result.ok) setTicket(result.value.number);
      else toast.error(problem(result.error.code));
    });
  return (
    <div className="flex flex-col items-start gap-3">
      {ticket !== null && (
        <Notice tone="success" live>
          {t('done')}{' '}
          <Link className="underline" href={`/${workspace}/desk/tickets/${ticket}`}>
            {t('ticket', { number: String(ticket) })}
          </Link>
        </Notice>
      )}
      <Button pending={pending} onClick={run}>
        {t('run')}
      </Button>
    </div>
  );
}
