import { useTranslations } from 'next-intl';
import type { ShownSide } from '../../commands/read-sides';
import type { Theme } from '../../message-body';
import type { TimelineMessage } from '../../queries-timeline';
import type { TicketPlace } from '../composer-props';
import { type Forwarded, SideComposer } from './side-composer.client';
import { SideDialog } from './side-dialog.client';
import { SideMessage } from './side-message';
import { SideState } from './side-state.client';

type Props = Readonly<{
  place: TicketPlace;
  theme: Theme;
  closeHref: string;
  newHref: string;
  /** Null for one that begins. */
  shown: ShownSide | null;
  /** The message of the ticket that is passed on. */
  forwarded: TimelineMessage | null;
  ticketSubject: string;
}>;

/** A conversation with somebody beside the ticket: what was said, and where one goes on; or the beginning of one. */
export function SideWindow({ place, theme, closeHref, newHref, shown, forwarded, ticketSubject }: Props) {
  const t = useTranslations('ticket.side');
  const fresh = forwarded ? t('forwardTitle') : t('newTitle');
  return (
    <SideDialog title={shown ? shown.side.subject : fresh} closeHref={closeHref}>
      {shown && (
        <>
          {shown.mayWrite && <SideState workspace={place.workspace} side={shown.side} />}
          <ol aria-label={t('messages')} className="mt-3 flex flex-col gap-3">
            {shown.messages.map((message) => (
              <li key={message.id}>
                <SideMessage
                  message={message}
                  place={place}
                  theme={theme}
                  newHref={newHref}
                  mayWrite={shown.mayWrite}
                />
              </li>
            ))}
          </ol>
        </>
      )}
      {(shown === null || shown.mayWrite) && (
        <SideComposer
          key={shown?.side.id ?? forwarded?.id ?? 'new'}
          place={place}
          sideId={shown?.side.id ?? null}
          closeHref={closeHref}
          forwarded={forwarded && forwardedOf(forwarded)}
          subject={forwarded ? `Fwd: ${ticketSubject}` : ticketSubject}
        />
      )}
    </SideDialog>
  );
}

const forwardedOf = ({ id, authorName, authorAddress, visibleText, files }: TimelineMessage): Forwarded => ({
  messageId: id,
  author: authorName || authorAddress,
  beginning: visibleText.slice(0, 300),
  files: files
    .filter(({ inline }) => !inline)
    .map(({ id: fileId, name, size }) => ({ id: fileId, name, size })),
});
