import { useTranslations } from 'next-intl';
import { Avatar } from '@/ui/avatar';
import { Badge } from '@/ui/badge';
import { classNames } from '@/ui/class-names';
import type { Theme } from '../../message-body';
import type { TimelineMessage } from '../../queries-timeline';
import type { TicketPlace } from '../composer-props';
import { Files } from '../files';
import { MessageBody } from '../message-body';
import { Moment } from '../moment';
import { SideDelivery } from './side-delivery.client';

type Props = Readonly<{
  message: TimelineMessage;
  place: TicketPlace;
  theme: Theme;
  newHref: string;
  mayWrite: boolean;
}>;

/** One mail of a conversation beside the ticket. */
export function SideMessage({ message, place, theme, newHref, mayWrite }: Props) {
  const t = useTranslations('ticket.message');
  const { direction, authorName, authorAddress, createdAt, addresses, delivery } = message;
  const name = authorName || authorAddress;
  const to = addresses
    .filter(({ kind }) => kind === 'to' || kind === 'cc')
    .map((each) => each.name || each.address);
  const { ticketId, workspace } = place;
  return (
    <article
      className={classNames(
        'rounded-lg border p-3',
        direction === 'outbound' ? 'border-accent-ink/20 bg-accent-soft' : 'border-line bg-raised',
        delivery === 'cancelled' && 'opacity-70',
      )}
    >
      <div className="flex items-start gap-3">
        <Avatar name={name} size="md" />
        <div className="min-w-0 flex-1">
          <h3 className="flex flex-wrap items-baseline gap-2 font-semibold text-ink">
            {name}
            {message.automated && <Badge>{t(`automated.${message.automated}`)}</Badge>}
            {message.unverified && <Badge tone="danger">{t('unverified')}</Badge>}
          </h3>
          <p className="truncate text-ink-faint text-sm">{t('to', { names: to.join(', ') })}</p>
        </div>
        <Moment at={createdAt} className="shrink-0 text-ink-faint text-sm" />
      </div>
      <div className="mt-2 max-w-[80ch] text-ink">
        {message.erasedAt ? (
          <p className="text-ink-faint italic">{t('erased')}</p>
        ) : (
          <MessageBody message={message} workspace={workspace} theme={theme} />
        )}
      </div>
      <Files message={message} workspace={workspace} />
      {delivery && (
        <SideDelivery
          workspace={workspace}
          ticketId={ticketId}
          newHref={newHref}
          mayUndo={mayWrite}
          message={{ id: message.id, delivery, detail: message.deliveryDetail, sendAt: message.sendAt }}
        />
      )}
    </article>
  );
}
