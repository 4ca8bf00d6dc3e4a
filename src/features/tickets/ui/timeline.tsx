import { MessagesSquare } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { EmptyState } from '@/ui/empty-state';
import type { TicketPage } from '../queries';
import type { TimelineMessage } from '../queries-timeline';
import { timelineOf } from '../timeline';
import { EventLine } from './event-line';
import { FoldedMessage } from './folded-message.client';
import { MessageItem, type MessagePlace } from './message-item';
import { PendingMessages } from './pending-messages.client';
import { UnsentMessages } from './unsent-messages.client';

type Props = Readonly<{
  page: TicketPage;
  place: MessagePlace;
  userId: string;
  /** Where the page with earlier messages stands, or null when all are shown. */
  earlierHref: string | null;
}>;

/** All that was said and done, oldest first. */
export function Timeline({ page, place, userId, earlierHref }: Props) {
  const t = useTranslations('ticket.timeline');
  const entries = timelineOf(page.messages, page.events);
  return (
    <section aria-label={t('label')} className="flex flex-col gap-3 px-4 py-4 sm:px-6">
      <h2 className="sr-only">{t('label')}</h2>
      {earlierHref && (
        <Link
          href={earlierHref}
          replace
          scroll={false}
          prefetch={false}
          className="self-center rounded-full border border-line bg-raised px-3 py-1 text-ink-soft text-sm hover:bg-hover hover:text-ink"
        >
          {t('earlier')}
        </Link>
      )}
      <ol className="flex flex-col gap-3">
        {entries.map((entry) =>
          entry.kind === 'message' ? (
            <li key={entry.message.id} id={`m-${entry.message.id}`}>
              {entry.message.loaded ? (
                <MessageItem message={entry.message} place={place} />
              ) : (
                <FoldedMessage {...foldedOf(entry.message)} />
              )}
            </li>
          ) : (
            <li key={entry.key}>
              <EventLine
                line={entry}
                workspace={place.workspace}
                merges={place.merges}
                fields={page.choices.fields}
              />
            </li>
          ),
        )}
        <PendingMessages />
        <UnsentMessages workspace={place.workspace} ticketId={page.ticket.id} userId={userId} />
      </ol>
      {page.messages.length === 0 && (
        <EmptyState icon={MessagesSquare} title={t('empty')} level={3} className="py-10">
          {t('emptyBody')}
        </EmptyState>
      )}
    </section>
  );
}

const foldedOf = ({ id, direction, authorName, authorAddress, visibleText, createdAt }: TimelineMessage) => ({
  id,
  name: authorName || authorAddress,
  preview: visibleText,
  isNote: direction === 'note',
  at: createdAt,
});
