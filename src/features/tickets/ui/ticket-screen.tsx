import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { StaffPage } from '@/server/auth/require-staff';
import { Notice } from '@/ui/notice';
import { useDates } from '@/ui/use-dates';
import type { Theme } from '../message-body';
import type { TicketPage } from '../queries';
import type { TimelineMessage } from '../queries-timeline';
import { Composer } from './composer.client';
import type { ComposerProps } from './composer-props';
import { DetailsDrawer } from './details-drawer.client';
import { Fields } from './fields.client';
import { OwnFields } from './own-fields.client';
import { QuoteChosen } from './quote.client';
import { Scroller } from './scroller.client';
import { TicketStage } from './stage.client';
import { TicketHeader } from './ticket-header.client';
import type { Movable } from './ticket-menu.client';
import { Timeline } from './timeline';
import { TrashNotice } from './trash-notice.client';
import type { FieldValues } from './use-ticket-update';

type Props = Readonly<{
  page: TicketPage;
  staff: StaffPage;
  /** The most that the files of one mail may weigh, in bytes. */
  limit: number;
  /** The number under which the reader came here, when that ticket was merged into this one. */
  mergedFrom: number | null;
  earlierHref: string | null;
  trail: ReactNode;
  /** What other features add to the menu of the ticket. */
  more: ReactNode;
  /** Where a message is passed on to somebody else. */
  forwardHref: (messageId: string) => string;
  /** Where macros are applied. */
  macros: ReactNode;
  /** Who else has the ticket open. */
  company: ReactNode;
  customer: ReactNode;
  /** What other features show below messages, by the messages' ids. */
  beneath: Readonly<Record<string, ReactNode>>;
  /** Puts the ticket's chat, where there is one, around the composer. */
  chat: (composer: ReactNode) => ReactNode;
}>;

/** A ticket: the conversation in the middle, what the ticket is and whose at its side. */
export function TicketScreen({
  page,
  staff,
  limit,
  mergedFrom,
  earlierHref,
  trail,
  more,
  forwardHref,
  macros,
  company,
  customer,
  chat,
  beneath,
}: Props) {
  const t = useTranslations('ticket');
  const dates = useDates();
  const { ticket, may } = page;
  const { workspace, user, membership } = staff;
  const isClosed = ticket.status === 'closed';
  const movable = useMovable(page, workspace.slug);
  const side = (
    <>
      <section aria-label={t('fields.label')} className="border-line border-b p-4">
        <Fields
          userId={user.id}
          people={page.choices.people}
          teams={page.choices.teams}
          tags={page.choices.tags}
          assignee={ticket.assignee}
          team={ticket.team}
          mayUpdate={may.update}
        />
      </section>
      <OwnFields definitions={page.choices.fields} mayUpdate={may.update} />
      {customer}
    </>
  );
  const composer = (
    <Composer
      key={ticket.id}
      requester={ticket.requester}
      recipients={page.recipients}
      participants={page.participants}
      drafts={ticket.drafts}
      ways={page.ways}
      usualWay={page.usualWay}
      may={{ reply: may.reply && !isClosed, note: may.note }}
      newest={newestOf(page)}
      place={{
        workspace: workspace.slug,
        ticketId: ticket.id,
        userId: user.id,
        userName: user.name,
        timeZone: user.timeZone,
        reader: { language: ticket.language, timeZone: ticket.timeZone },
        signature: membership.signature,
        limit,
      }}
    />
  );
  return (
    <TicketStage workspace={workspace.slug} {...stagedOf(ticket)} definitions={page.choices.fields}>
      <div className="flex h-[calc(100dvh-3rem)] min-h-[26rem] lg:h-dvh">
        <div className="flex min-w-0 flex-1 flex-col">
          <TicketHeader
            number={ticket.number}
            mayUpdate={may.update && !isClosed}
            mayTrash={may.trash}
            movable={movable}
            more={more}
            timeZone={user.timeZone}
            relatives={
              <>
                <Relatives workspace={workspace.slug} ticket={ticket} />
                {company}
              </>
            }
            ways={
              <>
                {trail}
                {macros}
                <DetailsDrawer>{side}</DetailsDrawer>
              </>
            }
          />
          <Scroller messageIds={page.messages.map(({ id }) => id)} newest={beginningOf(page.messages.at(-1))}>
            {ticket.trashedAt && ticket.erasedOn && (
              <TrashNotice day={dates.dateTime(ticket.erasedOn, { dateStyle: 'medium' })} />
            )}
            {mergedFrom !== null && (
              <Notice className="mx-4 mt-4 sm:mx-6">{t('mergedFrom', { number: String(mergedFrom) })}</Notice>
            )}
            <Timeline
              page={page}
              earlierHref={earlierHref}
              userId={user.id}
              place={{
                workspace: workspace.slug,
                theme: themeOf(user.theme),
                requester: ticket.requester,
                mayReply: may.reply,
                forwardHref: may.reply ? forwardHref : null,
                mayAnswer: may.reply && !isClosed,
                own: page.choices.mailboxes,
                maySource: may.source,
                beneath,
                merges: page.may.merge ? page.merges : {},
              }}
            />
            <QuoteChosen />
          </Scroller>
          {isClosed && <Notice className="mx-4 mb-3 sm:mx-6">{t('composer.closed')}</Notice>}
          {chat(composer)}
        </div>
        <aside
          aria-label={t('details')}
          className="hidden w-80 shrink-0 overflow-y-auto border-line border-l bg-canvas xl:block"
        >
          {side}
        </aside>
      </div>
    </TicketStage>
  );
}

/** What can be joined and split, and by whom; the messages as they are offered for going. */
function useMovable({ ticket, messages, may }: TicketPage, workspace: string): Movable | null {
  const dates = useDates();
  if (!may.merge) return null;
  const offered = messages.map(({ id, authorName, authorAddress, visibleText, createdAt }) => ({
    id,
    author: authorName || authorAddress,
    beginning: visibleText.slice(0, SPOKEN),
    at: dates.dateTime(createdAt, { dateStyle: 'short', timeStyle: 'short' }),
  }));
  return { workspace, ticketId: ticket.id, mayAcross: may.mergeAcross, messages: offered };
}

const SPOKEN = 100;

const beginningOf = (message: TimelineMessage | undefined): string =>
  message ? `${message.authorName || message.authorAddress}: ${message.visibleText.slice(0, SPOKEN)}` : '';

const themeOf = (theme: string): Theme => (theme === 'light' || theme === 'dark' ? theme : 'system');

const stagedOf = (ticket: TicketPage['ticket']) => ({
  ticketId: ticket.id,
  number: ticket.number,
  values: valuesOf(ticket),
});

function valuesOf(ticket: TicketPage['ticket']): FieldValues {
  const { subject, status, priority, type, teamId, assigneeId, tags, spam, fields } = ticket;
  const { language } = ticket;
  const snoozedUntil = ticket.snoozedUntil?.toISOString() ?? null;
  const trash = ticket.trashedAt !== null;
  return {
    ...{ subject, status, priority, type, teamId, assigneeId, language },
    ...{ tags, spam, trash, fields, snoozedUntil },
  };
}

/** The newest public message, by the ticket's own account, with who wrote it. */
function newestOf({ ticket, messages }: TicketPage): ComposerProps['newest'] {
  const { lastMessageId: id, lastMessageAt } = ticket;
  if (id === null || lastMessageAt === null) return null;
  const message = messages.find((each) => each.id === id);
  const author = message?.authorName || message?.authorAddress || ticket.requester;
  return { id, author, at: lastMessageAt.getTime() };
}

function Relatives({ workspace, ticket }: Readonly<{ workspace: string; ticket: TicketPage['ticket'] }>) {
  const t = useTranslations('ticket');
  const link = 'text-accent-ink underline-offset-2 hover:underline';
  const to = (number: number) => `/${workspace}/desk/tickets/${number}`;
  return (
    <>
      {ticket.followUpOf !== null && (
        <Link href={to(ticket.followUpOf)} prefetch={false} className={link}>
          {t('followUpOf', { number: String(ticket.followUpOf) })}
        </Link>
      )}
      {ticket.followUps.map((number) => (
        <Link key={number} href={to(number)} prefetch={false} className={link}>
          {t('followUps', { number: String(number) })}
        </Link>
      ))}
    </>
  );
}
