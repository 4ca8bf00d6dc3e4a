'use client';

import { useTranslations } from 'next-intl';
import { TicketTest } from '@/ui/ticket-test.client';
import { tryChatAction } from '../../actions';

/** Chats as a visitor would, and leads to the ticket that comes of it. */
export function TryChat({ workspace, accountId }: Readonly<{ workspace: string; accountId: string }>) {
  const t = useTranslations('chatSetup.test');
  const problem = useTranslations('problem');
  const words = { run: t('run'), done: t('done'), ticket: (number: string) => t('ticket', { number }) };
  const test = async () => {
    const tried = await tryChatAction(workspace, { accountId });
    return tried.ok ? { ticket: tried.value.ticketNumber } : { refused: problem(tried.error.code) };
  };
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="text-ink-soft">{t('body')}</p>
      <TicketTest workspace={workspace} words={words} test={test} />
    </div>
  );
}
