'use client';

import { useTranslations } from 'next-intl';
import { TicketTest } from '@/ui/ticket-test.client';
import { tryFormAction } from '../actions';

/** Sends the stored form as a customer would, and leads to the ticket that comes of it. */
export function TryForm({ workspace, formId }: Readonly<{ workspace: string; formId: string }>) {
  const t = useTranslations('formSetup.test');
  const problem = useTranslations('problem');
  const words = { run: t('run'), done: t('done'), ticket: (number: string) => t('ticket', { number }) };
  const test = async () => {
    const tried = await tryFormAction(workspace, { formId });
    return tried.ok ? { ticket: tried.value.number } : { refused: problem(tried.error.code) };
  };
  return <TicketTest workspace={workspace} words={words} test={test} />;
}
