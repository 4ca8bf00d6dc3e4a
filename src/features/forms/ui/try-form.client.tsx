'use client';

import { useTranslations } from 'next-intl';
import { TicketTest } from '@/ui/ticket-test.client';
import { tryFormAction } from '../actions';

/** Sends the stored form as a customer would, and leads to the ticket that comes of it. */
export function TryForm({ workspace, formId }: Readonly<{ workspace: string; formId: string }>) {
  const t = useTranslations('formSetup.test');
  const words = { run: t('run'), done: t('done'), ticket: (number: string) => t('ticket', { number }) };
  const test = async () => {
    const tried = await tryFormAction(workspace, { formId });
    return tried.ok ? { ok: true as const, value: tried.value.number } : tried;
  };
  return <TicketTest workspace={workspace} words={words} test={test} />;
}
