import { useTranslations } from 'next-intl';
import { isActive, type TicketStatus } from '@/domain/ticket/ticket';
import { Notice } from '@/ui/notice';
import type { LinkGroup } from '../queries';
import { AnswerButton } from './link-openers.client';
import { openIncidents } from './links-panel';

type Props = Readonly<{ groups: readonly LinkGroup[]; status: TicketStatus; mayAnswer: boolean }>;

/** Above the composer of a problem that is solved while incidents are open: their customers may not know yet. */
export function IncidentsNotice({ groups, status, mayAnswer }: Props) {
  const t = useTranslations('link.answer');
  const count = openIncidents(groups);
  if (isActive(status) || count === 0) return null;
  return (
    <Notice className="mx-4 mb-3 sm:mx-6">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="min-w-0 flex-1 basis-64">{t('stillOpen', { count })}</p>
        {mayAnswer && <AnswerButton count={count} isPressing />}
      </div>
    </Notice>
  );
}
